import { type AreaScope, type Database, openDatabase, type Transaction } from '@luutru/platform';
import { guest, nextPersonalNumber } from '../support/builders';
import { countStatistics } from '../support/statistics';
import { createTestApi, type TestApi } from '../support/test-api';

const [HERE, THERE] = ['w20410', 'w20413'] as const;

describe('cells that row security shows', () => {
  let api: TestApi;
  let database: Database;
  let close: () => Promise<void>;
  let wards: string[];
  beforeAll(async () => {
    api = await createTestApi();
    // One connection: what a transaction leaves behind the next would find.
    const url = api.database.urlFor('luutru_app');
    ({ database, close } = await openDatabase({ url, poolSize: 1, applicationName: 'test', entities: [] }));
    const places = [[HERE, 'khach-san'], [HERE, 'nha-nghi'], [THERE, 'khach-san']] as const; // prettier-ignore
    for (const [wardId, kind] of places) {
      const facility = await api.build.facility({ kind, rooms: ['101'] });
      await api.build.rows('UPDATE facility SET ward_id = $2 WHERE facility_id = $1', [facility.facilityId, wardId]);
      const key = await api.build.apiKey([facility]);
      const document = { type: 1, number: nextPersonalNumber() };
      const sent = await api.declare(key, guest({ facilityId: facility.code, place: { room: '101' } }, { document }));
      expect(sent.status).toBe(201);
      await countStatistics(api);
      // Numbers of places that were given out and not used.
      await api.build.rows(
        `SELECT nextval(pg_get_serial_sequence('statistic_place', 'place_id')) FROM generate_series(1, 20)`,
      );
    }
    const all = await api.build.rows<{ id: string }>(
      `SELECT unit_id AS id FROM admin_unit WHERE parent_id = 'p48' AND level = 'ward' AND valid_to IS NULL`,
    );
    wards = all.map(({ id }) => id);
  }, 60_000);
  afterAll(async () => {
    await close();
    await api.close();
  });

  const area = (wardIds: readonly string[], kinds: readonly string[] | null = null): AreaScope => ({
    ...{ wardIds, formerWardIds: [], zoneIds: [], kinds },
  });
  /** Of every table of cells and of the stays the same places, in words. */
  async function seen(tx: Transaction): Promise<string[]> {
    const of = async (table: string) =>
      (
        await tx.query<{ place: string }[]>(
          `SELECT DISTINCT concat_ws(' ', level, ward_id, kind) AS place FROM ${table} JOIN statistic_place USING (place_id) ORDER BY 1`,
        )
      ).map(({ place }) => place);
    const [day, month] = [await of('statistic_day'), await of('statistic_month')];
    expect(month).toEqual(day);
    const areas = day.filter((place) => place.startsWith('area'));
    expect(await of('statistic_now')).toEqual(areas);
    expect(await of('statistic_stay')).toEqual(areas);
    expect(await of('statistic_facility')).toEqual(areas);
    return day;
  }
  const seenIn = (...areas: AreaScope[]) => database.transaction({ facilityIds: [], areas }, seen);

  it('are of a ward as a whole only to whom all kinds in it are shown', async () => {
    expect(await seenIn(area([HERE]))).toEqual([`area ${HERE} khach-san`, `area ${HERE} nha-nghi`, `ward ${HERE}`]);
    expect(await seenIn(area([HERE], ['khach-san']))).toEqual([`area ${HERE} khach-san`]);
    expect(await seenIn(area([HERE], ['khach-san', 'nha-nghi']))).not.toContain(`ward ${HERE}`);
    expect(await seenIn(area([HERE], ['nha-nghi']), area([THERE]))).toEqual([
      ...[`area ${HERE} nha-nghi`, `area ${THERE} khach-san`, `ward ${THERE}`],
    ]);
    const formerWard = { wardIds: [], formerWardIds: [HERE], zoneIds: [HERE], kinds: null };
    expect(await seenIn(formerWard)).toEqual([]);
  });

  it('are of the province only to whom all its wards are shown', async () => {
    expect(await seenIn(area(wards))).toEqual([
      ...[`area ${HERE} khach-san`, `area ${HERE} nha-nghi`, `area ${THERE} khach-san`, 'province khach-san'],
      ...['province nha-nghi', `ward ${HERE}`, `ward ${THERE}`],
    ]);
    expect(await seenIn(area(wards, ['nha-nghi']))).toEqual([`area ${HERE} nha-nghi`, 'province nha-nghi']);
  });

  it('are none without an area, whatever the transaction before was shown', async () => {
    expect(await seenIn(area(wards))).not.toEqual([]);
    expect(await database.transaction({ facilityIds: [] }, seen)).toEqual([]);
  });

  it('follow the areas when these change within a transaction', async () => {
    await database.transaction({ facilityIds: [], areas: [area(wards)] }, async (tx) => {
      expect(await seen(tx)).toHaveLength(7);
      const narrow = JSON.stringify([{ wards: [THERE], formerWards: [], zones: [], kinds: null }]);
      await tx.query(`SELECT set_config('app.areas', $1, true)`, [narrow]);
      expect(await seen(tx)).toEqual([`area ${THERE} khach-san`, `ward ${THERE}`]);
      await tx.query(`SELECT set_config('app.areas', '', true)`);
      expect(await seen(tx)).toEqual([]);
    });
  });
});
