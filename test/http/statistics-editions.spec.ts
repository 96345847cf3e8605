import { addDays } from '@luutru/calendar';
import { FigureAttack, type Told } from '../support/figure-attack';
import { FORMER_WARDS, GUEST_MONTHS, GUEST_WARDS, type Party, seedGuests } from '../support/guests';
import type { Browser } from '../support/people';
import { countStatistics } from '../support/statistics';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

const [WARDS, MONTHS] = [GUEST_WARDS, GUEST_MONTHS];

interface Row {
  readonly keys: Record<string, string | null>;
  readonly from: string;
  readonly to: string;
  readonly values: Record<string, number | null>;
  readonly hidden: Record<string, string>;
}

/** What somebody can ask; filters as they are in the query. */
interface Question {
  readonly by: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly grain: string | null;
  readonly filter: Readonly<Record<string, string>>;
}

const PLACES = [
  [],
  ['ward'],
  ['former-ward'],
  ['former-ward', 'class'],
  ['kind'],
  ['stars'],
  ['class'],
  ['ward', 'kind'],
  ['ward', 'class'],
  ['ward', 'stars'],
];
const PEOPLE = ['nationality', 'sex'].flatMap((code) => [
  [code],
  ...['ward', 'former-ward', 'kind', 'class'].map((by) => [by, code]),
]);
const TABLES = [...PLACES, ...PEOPLE];
const FILTERS: readonly Question['filter'][] = [
  {},
  ...WARDS.map((ward) => ({ ward })),
  { ward: WARDS.slice(0, 2).join(',') },
  { formerWard: FORMER_WARDS[1] ?? '' },
  { kind: 'khach-san' },
  { stars: '4' },
  { ward: WARDS[0] ?? '', kind: 'nha-nghi' },
];
const PERIODS = [
  ...MONTHS.map((from) => ({ from, to: endOf(from), grain: null })),
  { from: '2026-07-01', to: '2026-10-31', grain: 'month' },
  { from: '2026-07-01', to: '2026-09-30', grain: 'quarter' },
  { from: '2026-01-01', to: '2026-10-31', grain: null },
  { from: '2026-08-01', to: '2026-09-30', grain: null },
  { from: '2026-01-01', to: '2026-12-31', grain: 'year' },
];

function endOf(month: string): string {
  const next = addDays(month, 31);
  return addDays(`${next.slice(0, 7)}-01`, -1);
}

describe('figures for those who may not see small numbers', () => {
  let api: TestApi;
  let here: World;
  let tourism: Browser;
  let police: Browser;
  let worlds: Worlds;
  let parties: readonly Party[];

  beforeAll(async () => {
    api = await createTestApi();
    worlds = new Worlds(api);
    here = await worlds.create(WARDS[0] ?? '');
    tourism = await worlds.person(here, 'tourism-analyst');
    police = await worlds.person(here, 'provincial-police');
    ({ parties } = await seedGuests(api));
    await countStatistics(api);
    await countStatistics(api);
  }, 120_000);
  afterAll(() => api.close());

  const path = ({ by, from, to, grain, filter }: Question, measures: string): string =>
    `/v1/statistics/figures?${new URLSearchParams({
      measures,
      ...(by.length > 0 && { by: by.join(',') }),
      from,
      to,
      ...(grain !== null && { grain }),
      ...filter,
    }).toString()}`;

  async function ask(browser: Browser, question: Question, measures: string): Promise<Row[] | null> {
    const answer = await browser.send('get', path(question, measures));
    if (answer.status === 422) return null;
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    return (answer.body as { rows: Row[] }).rows;
  }

  const monthsOf = ({ from, to }: Pick<Row, 'from' | 'to'>): string[] =>
    MONTHS.filter((month) => month >= from && month <= to);

  /** What rows say of numbers of persons; a key without a row has nobody, which is said as well. */
  function toldBy(question: Question, rows: readonly Row[]): Told[] {
    const filter = Object.fromEntries(
      Object.entries(question.filter).map(([name, value]) => [
        name === 'formerWard' ? 'former-ward' : name,
        value.split(','),
      ]),
    );
    return rows.flatMap(({ keys, values, hidden, ...period }) => {
      const one = { months: monthsOf(period), like: { ...filter, ...keys } };
      const parts = { arrivals: undefined, international: true, domestic: false };
      return Object.entries(parts).flatMap(([measure, foreigners]): Told[] =>
        values[measure] === undefined || hidden[measure] === 'period-open'
          ? []
          : [{ ...one, ...(foreigners !== undefined && { foreigners }), persons: values[measure] }],
      );
    });
  }

  /** Everything that is answered of what can be asked. */
  async function askAll(browser: Browser, filters = FILTERS, periods = PERIODS): Promise<Told[]> {
    const told: Told[] = [];
    for (const by of TABLES) {
      for (const filter of filters) {
        for (const period of periods) {
          const question = { by, filter, ...period };
          const isPlain = by.every((dimension) => !['nationality', 'sex'].includes(dimension));
          for (const measures of ['arrivals', ...(isPlain ? ['international,domestic'] : [])]) {
            told.push(...toldBy(question, (await ask(browser, question, measures)) ?? []));
          }
        }
      }
    }
    return told;
  }

  const isOpen = ({ months }: Told): boolean => months.length > 0;

  it('lets nothing that is hidden be computed from everything that is told', async () => {
    const attack = new FigureAttack(parties);
    const told = (await askAll(tourism)).filter(isOpen);
    const hidden = told.filter(({ persons }) => persons === null);
    // There is something to tell and something to find.
    expect(told.length - hidden.length).toBeGreaterThan(500);
    expect(hidden.length).toBeGreaterThan(200);
    const wrong = told.filter((one) => one.persons !== null && attack.truth(one) !== one.persons);
    expect(wrong.map((one) => [JSON.stringify(one), attack.truth(one)])).toEqual([]);
    expect(attack.leaks(told)).toEqual([]);
  }, 300_000);

  it('would let most be computed if small numbers alone were hidden', async () => {
    const attack = new FigureAttack(parties);
    // Far less than all suffices.
    const exact = (await askAll(police, FILTERS.slice(0, 1), PERIODS.slice(0, 2))).filter(isOpen);
    const opened = exact.map((told) =>
      told.persons !== null && told.persons > 0 && told.persons < 5 ? { ...told, persons: null } : told,
    );
    const small = opened.filter(({ persons }) => persons === null);
    expect(small.length).toBeGreaterThan(30);
    expect(attack.leaks(opened).length).toBeGreaterThan(small.length * 0.9);
  }, 300_000);
});
