import { AnomalyReckoning, type Basis } from '@luutru/anomaly';
import { addDays } from '@luutru/calendar';
import { openDatabase } from '@luutru/platform';
import { keptIn } from '../support/legible';
import type { Browser } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

const HERE = 'w20410';
const THERE = 'w20413';
const PATH = '/v1/statistics/anomalies?from=2026-10-20&to=2026-11-22';
const DAY = '2026-11-11';

interface Anomaly {
  readonly noteId: string | null;
  readonly area: { readonly level: string; readonly id: string; readonly name: string } | null;
  readonly measure: string;
  readonly day: string;
  readonly direction: string;
  readonly value: number;
  readonly basis: Basis;
  readonly words: { vi: string; en: string };
  readonly withdrawnAt: string | null;
  readonly withdrawnValue: number | null;
  readonly withdrawnWhy: string | null;
  readonly remarks: { text: string }[];
}

describe('unusual days', () => {
  let api: TestApi;
  let worlds: Worlds;
  let here: World;
  let there: World;
  let reckoning: AnomalyReckoning;
  let close: () => Promise<void>;
  const places = new Map<string, number>();
  beforeAll(async () => {
    api = await createTestApi();
    worlds = new Worlds(api);
    here = await worlds.create(HERE);
    there = await worlds.create(THERE);
    const url = api.database.urlFor('luutru_worker');
    const worker = await openDatabase({ url, poolSize: 4, applicationName: 'test', entities: [] });
    close = () => worker.close();
    reckoning = new AnomalyReckoning(worker.database, api.clock);
    for (const ward of [HERE, THERE]) await usualYear(ward);
    await counted();
  });
  afterAll(async () => {
    await close();
    await api.close();
  });

  /** Figures as the worker would have counted them: a hundred people a day, a few more at weekends. */
  async function usualYear(ward: string): Promise<void> {
    const [province] = await api.build.rows<{ id: number }>(
      `INSERT INTO statistic_place (level, province_id, kind) VALUES ('province', 'p48', 'khach-san')
       ON CONFLICT (level, province_id, ward_id, former_ward_id, zone_id, kind, stars) DO UPDATE SET kind = excluded.kind
       RETURNING place_id AS id`,
    );
    const [place] = await api.build.rows<{ id: number }>(
      `INSERT INTO statistic_place (level, province_place_id, province_id, ward_id, kind) VALUES ('area', $1, 'p48', $2, 'khach-san')
       RETURNING place_id AS id`,
      [province?.id, ward],
    );
    places.set(ward, place?.id ?? 0);
    await api.build.rows(
      `INSERT INTO statistic_day (dimension, place_id, day, stay_kind, value, arrivals, foreign_arrivals)
       SELECT 'all', p, day, 'guest', '', n, n / 4 FROM (VALUES ($1::integer), ($2)) AS places(p)
       CROSS JOIN (SELECT day::date, 100 + (extract(isodow FROM day)::integer % 3) * 4
                   FROM generate_series('2025-01-01'::timestamp, '2026-11-22', interval '1 day') AS day) AS days(day, n)
       ON CONFLICT (dimension, place_id, day, stay_kind, value) DO UPDATE SET arrivals = statistic_day.arrivals + excluded.arrivals,
         foreign_arrivals = statistic_day.foreign_arrivals + excluded.foreign_arrivals`,
      [place?.id, province?.id],
    );
  }
  const change = async (ward: string, day: string, by: number): Promise<void> => {
    await api.build.rows(
      `UPDATE statistic_day c SET arrivals = arrivals + $3 WHERE day = $2 AND dimension = 'all'
         AND place_id IN (SELECT unnest(ARRAY[place_id, province_place_id]) FROM statistic_place WHERE place_id = $1)`,
      [places.get(ward), day, by],
    );
    await counted();
  };
  const counted = async (): Promise<void> => {
    api.clock.advance(1_000);
    await api.build.rows('UPDATE statistic_progress SET counted_at = $1, collected_at = $1', [api.clock.now()]);
  };
  const list = async (browser: Browser, query = ''): Promise<Anomaly[]> => {
    const answer = await browser.send('get', `${PATH}${query}`);
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    return (answer.body as { anomalies: Anomaly[] }).anomalies;
  };

  it('are not found where nothing happened, and looking again finds nothing either', async () => {
    expect(await reckoning.run()).toEqual({ found: 0, withdrawn: 0 });
    await counted();
    expect(await reckoning.run()).toEqual({ found: 0, withdrawn: 0 });
  });

  it('are noted once for a planted jump, with value, band and every number used', async () => {
    await change(HERE, DAY, 180);
    await Promise.all([reckoning.run(), reckoning.run()]);
    await reckoning.run();
    const ward = await worlds.person(here, 'ward-police');
    const [note, ...others] = await list(ward);
    expect(others).toEqual([]);
    expect(note).toMatchObject({
      area: { level: 'ward', id: HERE, name: 'Phường Hội An' },
      measure: 'arrivals',
      day: DAY,
      direction: 'jump',
      value: 280,
    });
    expect(note?.basis).toMatchObject({ method: 'weekdays', middle: 100, expected: 100, times: 5, unit: 10 });
    expect(note?.basis.days).toHaveLength(8);
    expect(note?.basis.upper).toBe(150);
    expect(note?.words.vi).toContain('Lượt khách đến 280, cao hơn khoảng dự kiến 50–150');
    expect(note?.words.en).toContain('Arrivals 280, above the expected band 50–150');
  });

  it('are seen where they lie: by the province with its own, not by another ward', async () => {
    const province = await worlds.person(here, 'provincial-police');
    expect((await list(province)).map(({ area }) => area?.id).sort()).toEqual(['p48', HERE]);
    expect((await list(province, `&area=${HERE}`)).map(({ area }) => area?.level)).toEqual(['ward']);
    const other = await worlds.person(there, 'ward-police');
    expect(await list(other)).toEqual([]);
    expect(await list(other, `&area=${HERE}`)).toEqual([]);
    const [note] = await list(await worlds.person(here, 'ward-police'));
    const remark = await other.send('post', `/v1/statistics/anomalies/${note?.noteId}/remarks`, { text: 'x' });
    expect(remark.status).toBe(404);
  });

  it('are nothing of wards for those who see no small numbers: what they get is of the rounded days they may read', async () => {
    for (const role of ['tourism-analyst', 'provincial-leader'] as const) {
      const browser = await worlds.person(here, role);
      const answer = await browser.send('get', PATH.replace('10-20', '11-01'));
      expect([role, answer.status, answer.text]).toEqual([role, 200, answer.text]);
      const { anomalies, roundedTo } = answer.body as { anomalies: Anomaly[]; roundedTo: number };
      expect(roundedTo).toBeGreaterThanOrEqual(5);
      const numbers = anomalies.flatMap(({ value, basis }) => [value, ...basis.days.map((one) => one.value)]);
      expect(numbers.filter((value) => value % roundedTo !== 0)).toEqual([]);
      expect(anomalies.map(({ area, noteId, measure, day }) => [area, noteId, measure, day])).toEqual([
        [null, null, 'arrivals', DAY],
      ]);
      const figures = await browser.send(
        'get',
        '/v1/statistics/figures?measures=arrivals&grain=day&from=2026-11-11&to=2026-11-11',
      );
      const [row] = (figures.body as { rows: { values: { arrivals: number } }[] }).rows;
      expect(anomalies[0]?.value).toBe(row?.values.arrivals);
      const ofWard = await browser.send('get', `${PATH.replace('10-20', '11-01')}&area=${HERE}`);
      expect((ofWard.body as { anomalies: Anomaly[] }).anomalies).toEqual([]);
      expect(
        (await browser.send('post', `/v1/statistics/anomalies/${here.stayId}/remarks`, { text: 'x' })).status,
      ).toBe(403);
    }
  });

  it('bear what somebody found out, sealed, and say that they did in the audit trail', async () => {
    const ward = await worlds.person(here, 'ward-police');
    const [note] = await list(ward);
    const sent = await ward.send('post', `/v1/statistics/anomalies/${note?.noteId}/remarks`, {
      text: 'Hội nghị ở khách sạn',
    });
    expect((sent.body as Anomaly).remarks.map(({ text }) => text)).toEqual(['Hội nghị ở khách sạn']);
    expect((await list(ward))[0]?.remarks).toHaveLength(1);
    expect(await keptIn(api.build, 'anomaly_remark')).not.toContain('khách sạn');
    const audit = await api.build.rows<object>(
      `SELECT subject_id AS id FROM audit_entry WHERE action = 'anomaly.remark'`,
    );
    expect(audit).toEqual([{ id: note?.noteId }]);
  });

  it('are withdrawn, not deleted, when late changes move the day back, and noted anew when its number is another', async () => {
    const ward = await worlds.person(here, 'ward-police');
    await change(HERE, DAY, 40);
    expect(await reckoning.run()).toEqual({ found: 2, withdrawn: 2 });
    expect((await list(ward)).map(({ value }) => value)).toEqual([320]);
    await change(HERE, DAY, -215);
    expect(await reckoning.run()).toEqual({ found: 0, withdrawn: 2 });
    expect(await list(ward)).toEqual([]);
    const all = await list(ward, '&withdrawn=yes');
    expect(all.map(({ value, withdrawnValue, withdrawnWhy }) => [value, withdrawnValue, withdrawnWhy]).sort()).toEqual([
      [280, 320, 'other-numbers'],
      [320, 105, 'within-band'],
    ]);
    expect(all.flatMap(({ remarks }) => remarks)).toHaveLength(1);
  });

  it('come a page at a time, the newest day first', async () => {
    for (const day of ['2026-10-28', '2026-11-04', '2026-11-18']) await change(HERE, day, 200);
    await reckoning.run();
    const ward = await worlds.person(here, 'ward-police');
    const days: string[] = [];
    for (let after = ''; ;) {
      const { anomalies, next } = (await ward.send('get', `${PATH}&limit=2${after}`)).body as {
        anomalies: Anomaly[];
        next: string | null;
      };
      days.push(...anomalies.map(({ day }) => day));
      if (next === null) break;
      after = `&after=${next}`;
    }
    expect(days).toEqual(['2026-11-18', '2026-11-04', '2026-10-28']);
  });

  it('are judged only when they are over, and asked for a season at most', async () => {
    await change(HERE, '2026-11-22', -95);
    api.clock.set('2026-11-22T20:30:00Z');
    await reckoning.run();
    let ward = await worlds.person(here, 'ward-police');
    expect((await list(ward)).some(({ day }) => day === '2026-11-22')).toBe(false);
    api.clock.set('2026-11-22T21:00:01Z');
    await reckoning.run();
    ward = await worlds.person(here, 'ward-police');
    expect((await list(ward))[0]).toMatchObject({ day: '2026-11-22', direction: 'drop' });
    const errors = async (from: string, to: string) =>
      (
        (await ward.send('get', `/v1/statistics/anomalies?from=${from}&to=${to}`)).body as {
          errors?: { code: string }[];
        }
      ).errors?.map(({ code }) => code);
    expect(await errors('2026-11-02', '2026-11-01')).toEqual(['period-backwards']);
    expect(await errors(addDays('2026-11-22', -92), '2026-11-22')).toEqual(['period-too-long']);
  });
});
