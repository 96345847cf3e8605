import { Attacker } from '../../libs/statistics/src/domain/disclosure/testing/attacker';
import { type Admitted, admit } from '../support/patients';
import type { Browser } from '../support/people';
import { countStatistics, makeEditions } from '../support/statistics';
import { createTestApi, type TestApi } from '../support/test-api';
import { Worlds } from '../support/world';

const [SEPTEMBER, OCTOBER] = ['2026-09-01', '2026-10-01'] as const;
const OF_MONTH = {
  [SEPTEMBER]: 'from=2026-09-01&to=2026-09-30',
  [OCTOBER]: 'from=2026-10-01&to=2026-10-31',
} as const;
const MEASURES = 'arrivals,in-patients,relatives,bed-nights-used';

interface Row {
  readonly keys: Readonly<Record<string, string>>;
  readonly from: string;
  readonly values: Readonly<Record<string, number | null>>;
  readonly hidden: Readonly<Record<string, string>>;
}

function of(month: string, ward: string, department: string | null, patients: number, relatives: number): Admitted[] {
  const own = { ward, month, department, nationality: 'VNM' };
  return [
    { ...own, stayKind: 'patient', persons: patients },
    { ...own, stayKind: 'relative', persons: relatives },
  ];
}

/** Of few there are: relatives in one department of one hospital, Koreans, and those who were told no department. */
const inMonth = (month: string): Admitted[] => [
  ...of(month, 'w20410', 'NOI', 41, 12),
  ...of(month, 'w20410', 'NGOAI', 26, 2),
  ...of(month, 'w20410', 'SAN', 9, 7),
  ...of(month, 'w20413', 'NOI', 30, 8),
  ...of(month, 'w20413', 'NGOAI', 20, 11),
  ...of(month, 'w20413', 'SAN', 6, 0),
  ...of(month, 'w20413', null, 0, 5),
  { ward: 'w20410', month, department: 'NOI', stayKind: 'patient', nationality: 'KOR', persons: 3 },
];
const ADMITTED = [...inMonth(SEPTEMBER), ...inMonth(OCTOBER)];

describe('figures of hospitals', () => {
  let api: TestApi;
  let health: Browser;
  let police: Browser;

  beforeAll(async () => {
    api = await createTestApi();
    const worlds = new Worlds(api);
    const here = await worlds.create('w20410');
    health = await worlds.person(here, 'health-analyst');
    police = await worlds.person(here, 'provincial-police');
    await admit(api, ADMITTED);
    await countStatistics(api);
    await countStatistics(api);
  }, 120_000);
  afterAll(() => api.close());

  const ask = async (query: string, browser = health): Promise<Row[]> => {
    const answer = await browser.send('get', `/v1/statistics/figures?${query}`);
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    return (answer.body as { rows: Row[] }).rows;
  };
  type Told = readonly (number | string | null | undefined)[];
  /** The measures of each department, or why there is none. */
  const byDepartment = (rows: readonly Row[]): Readonly<Record<string, Told>> => {
    const told = ({ values, hidden }: Row): Told =>
      MEASURES.split(',').map((measure) => values[measure] ?? hidden[measure]);
    return Object.fromEntries(rows.map((row) => [row.keys.department ?? '', told(row)]));
  };

  it('tell patients, relatives and nights by department, exactly', async () => {
    const query = `measures=${MEASURES}&by=department&${OF_MONTH[OCTOBER]}`;
    const shown = byDepartment(await ask(query));
    expect(shown).toEqual({
      // Relatives of two departments are few together with what would tell them.
      NOI: [94, 74, 20, 74],
      NGOAI: [59, 46, 13, 46],
      SAN: [22, 15, 7, 15],
    });
    expect(byDepartment(await ask(`${query}&kind=co-so-kham-chua-benh`, police))).toEqual(shown);
  });

  it('hide the few of one hospital with what they could be worked out from, and no sum that is asked for first', async () => {
    const ward = `ward=w20410&${OF_MONTH[OCTOBER]}`;
    const shown = byDepartment(await ask(`measures=${MEASURES}&by=department&${ward}`));
    expect(shown.NGOAI).toEqual([28, 'too-few-persons', 'too-few-persons', 'too-few-persons']);
    const hidden = Object.values(shown).filter(([, inPatients]) => inPatients === 'too-few-persons');
    expect(hidden).toHaveLength(2);
    expect((await ask(`measures=in-patients,relatives&${ward}`)).map(({ values }) => values)).toEqual([
      { 'in-patients': 79, relatives: 21 },
    ]);
  });

  it('let nothing hidden be computed from everything that is told', async () => {
    const unknowns = ADMITTED.filter(({ month }) => month === OCTOBER);
    const told: { sum: number[]; value: number | null; truth: number }[] = [];
    const tell = (like: Partial<Record<keyof Admitted, string>>, isForeign: boolean | null, value: number | null) => {
      const sum = unknowns.flatMap((one, at) => {
        const isOf =
          Object.entries(like).every(([key, wanted]) => one[key as keyof Admitted] === wanted) &&
          (isForeign === null || (one.nationality !== 'VNM') === isForeign);
        return isOf ? [at] : [];
      });
      told.push({ sum, value, truth: sum.reduce((all, at) => all + (unknowns[at]?.persons ?? 0), 0) });
    };
    for (const places of [{}, { ward: 'w20410' }, { ward: 'w20413' }] as Record<string, string>[]) {
      for (const by of ['', 'department', 'stay-kind', 'nationality']) {
        const parts = by === '' || by === 'department' ? ',in-patients,relatives' : '';
        const foreign = by === '' || by === 'stay-kind' ? ',international' : '';
        const query = new URLSearchParams({ ...places, measures: `arrivals${parts}${foreign}`, ...(by && { by }) });
        for (const { keys, values } of await ask(`${query.toString()}&${OF_MONTH[OCTOBER]}`)) {
          const { 'stay-kind': stayKind, ...rest } = keys;
          const like = { ...places, ...rest, ...(stayKind !== undefined && { stayKind }) };
          tell(like, null, values.arrivals ?? null);
          if (parts) tell({ ...like, stayKind: 'patient' }, null, values['in-patients'] ?? null);
          if (parts) tell({ ...like, stayKind: 'relative' }, null, values.relatives ?? null);
          if (foreign) tell(like, true, values.international ?? null);
        }
      }
    }
    const shown = told.flatMap(({ sum, value }) => (value === null ? [] : [{ sum, value }]));
    const hidden = told.filter(({ value }) => value === null);
    expect([shown.length > 25, hidden.length > 5]).toEqual([true, true]);
    expect(told.filter(({ value, truth }) => value !== null && value !== truth)).toEqual([]);
    const attacker = new Attacker(unknowns.length, shown);
    for (const { sum, truth } of hidden) {
      const [low, high] = attacker.bounds(sum);
      const isFew = truth > 0 && truth < 5;
      expect([truth, attacker.computes(sum), low === high, isFew && high < 5]).toEqual([truth, false, false, false]);
    }
    // With the small ones alone left out it is found at once.
    const all = told.filter(({ truth }) => truth === 0 || truth >= 5).map(({ sum, truth }) => ({ sum, value: truth }));
    const few = told.find(({ truth }) => truth === 2);
    expect(new Attacker(unknowns.length, all).computes(few?.sum ?? [])).toBe(true);
  });

  it('of months given out without patients by department go on without them', async () => {
    const query = `measures=${MEASURES}&by=department&grain=month&from=2026-09-01&to=2026-10-31`;
    await makeAsBefore(SEPTEMBER, 1);
    await makeEditions(api);
    const made = await api.build.rows<{ number: number; shape: number }>(
      `SELECT number, shape FROM statistic_edition JOIN statistic_scope USING (scope_id)
       WHERE policy_id = 'health-analyst' AND month = $1 ORDER BY number`,
      [SEPTEMBER],
    );
    expect(made).toEqual([
      { number: 1, shape: 1 },
      { number: 2, shape: 1 },
    ]);
    const rows = await ask(query);
    const month = (from: string) => byDepartment(rows.filter((row) => row.from === from));
    expect(month(SEPTEMBER)).toEqual({
      NOI: [94, 'not-offered', 'not-offered', 'not-offered'],
      NGOAI: [59, 'not-offered', 'not-offered', 'not-offered'],
      SAN: [22, 'not-offered', 'not-offered', 'not-offered'],
    });
    expect(month(OCTOBER).NOI).toEqual([94, 74, 20, 74]);
    // Of the hospital as a whole they always were told.
    const [whole] = await ask(`measures=${MEASURES}&${OF_MONTH[SEPTEMBER]}`);
    expect(whole?.values).toMatchObject({ 'in-patients': 135, relatives: 45 });
    const [both] = (await ask(query.replace('&grain=month', ''))).filter(({ keys }) => keys.department === 'NOI');
    expect([both?.values.arrivals, both?.hidden.relatives]).toEqual([188, 'not-offered']);
  });

  it('of months given out with them are made by no worker that is still to be replaced', async () => {
    await expect(makeAsBefore(OCTOBER, 2)).rejects.toThrow('month_keeps_its_shape');
  });

  /** As a worker does that knows no shapes. */
  async function makeAsBefore(month: string, number: number): Promise<void> {
    await api.build.rows(
      `INSERT INTO statistic_edition (scope_id, month, number, made_at, withheld, digest, checked_on)
       SELECT scope_id, $1, $2, now(), true, '\\x00', '2026-10-12' FROM statistic_scope WHERE policy_id = 'health-analyst'`,
      [month, number],
    );
  }
});
