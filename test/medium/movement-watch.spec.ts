import { nextPersonalNumber } from '../support/builders';
import { Movements } from '../support/movements';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

interface Part {
  kind: string;
  stayId: string;
  state: string;
  findingId: string;
}

describe('watching movements', () => {
  let api: TestApi;
  let movements: Movements;
  let here: World;
  let there: World;
  let hanoi: World;
  beforeAll(async () => {
    api = await createTestApi();
    movements = await Movements.open(api);
    const worlds = new Worlds(api);
    here = await worlds.create('w20410');
    there = await worlds.create('w20413');
    const [ward] = await api.build.rows<{ id: string }>(
      `SELECT unit_id AS id FROM admin_unit WHERE parent_id = 'p01' AND level = 'ward' AND valid_to IS NULL ORDER BY 1 LIMIT 1`,
    );
    hanoi = await worlds.create(ward?.id ?? '');
    await movements.catchUp();
  });
  afterAll(async () => {
    await movements.close();
    await api.close();
  });

  const partsOf = (...stayIds: string[]): Promise<Part[]> =>
    api.build.rows(
      `SELECT kind, stay_id AS "stayId", state, finding_id AS "findingId" FROM movement_finding WHERE stay_id = ANY($1)
       ORDER BY kind, array_position($1::uuid[], stay_id)`,
      [stayIds],
    );
  const states = async (...stayIds: string[]): Promise<string[]> =>
    (await partsOf(...stayIds)).map(({ kind, state }) => `${kind} ${state}`);

  describe('finds one person in two places', () => {
    it('once, from whichever side and however often it looks', async () => {
      const number = nextPersonalNumber();
      const first = await movements.stay(here, { number });
      expect(await movements.catchUp()).toEqual({ found: 0, lapsed: 0 });
      const second = await movements.stay(there, { document: { type: 8, number } });
      expect(await movements.catchUp()).toEqual({ found: 2, lapsed: 0 });
      const parts = await partsOf(first, second);
      expect(parts.map(({ kind, stayId }) => [kind, stayId])).toEqual([
        ['two-places', first],
        ['two-places', second],
      ]);
      expect(new Set(parts.map(({ findingId }) => findingId)).size).toBe(1);
      await api.build.rows(`UPDATE movement_cursor SET upto_xact = '0'`);
      expect(await movements.catchUp()).toMatchObject({ found: 0, lapsed: 0 });
      expect(await partsOf(first, second)).toEqual(parts);
    });

    it('not when the numbers are two people’s', async () => {
      const passport = (nationality: string) => ({ nationality, document: { type: 4, number: 'X7788990' } });
      const stays = [await movements.stay(here, passport('D')), await movements.stay(there, passport('FRA'))];
      await movements.catchUp();
      expect(await partsOf(...stays)).toEqual([]);
    });

    it('and forgets it when a late check-out, a correction or a cancellation explains it', async () => {
      const [one, two, three] = [nextPersonalNumber(), nextPersonalNumber(), nextPersonalNumber()];
      const left = [
        await movements.stay(here, { number: one }),
        await movements.stay(there, { number: one }, { arrivedAt: '2026-11-23T18:00' }),
      ];
      const wrong = [await movements.stay(here, { number: two }), await movements.stay(there, { number: two })];
      const never = [await movements.stay(here, { number: three }), await movements.stay(there, { number: three })];
      const all = [...left, ...wrong, ...never];
      await movements.catchUp();
      expect(await states(...all)).toEqual(all.map(() => 'two-places open'));
      await movements.act(here, left[0] ?? '', 'check-out', { departedAt: '2026-11-23T17:00' });
      const changes = { person: { document: { type: 1, number: nextPersonalNumber() } } };
      await movements.act(there, wrong[1] ?? '', 'correct', { changes });
      await movements.act(there, never[1] ?? '', 'cancel', { reason: 'khong-den' });
      expect(await movements.catchUp()).toEqual({ found: 0, lapsed: 6 });
      expect(await states(...all)).toEqual(all.map(() => 'two-places lapsed'));
      await api.call('post', `/v1/stays/${left[0]}/undo-check-out`, here.key).send({ version: 2 }).expect(200);
      await movements.catchUp();
      expect(await states(...left)).toEqual(['two-places open', 'two-places open']);
    });

    it('without touching what somebody has decided', async () => {
      const number = nextPersonalNumber();
      const stays = [await movements.stay(here, { number }), await movements.stay(there, { number })];
      await movements.catchUp();
      await api.build.rows(`UPDATE movement_finding SET state = 'handled' WHERE stay_id = $1`, [stays[0]]);
      await movements.act(here, stays[0] ?? '', 'cancel', { reason: 'khong-den' });
      await movements.catchUp();
      expect(await states(...stays)).toEqual(['two-places handled', 'two-places lapsed']);
    });
  });

  it('finds a journey that no way is short enough for, between provinces far apart', async () => {
    const number = nextPersonalNumber();
    const left = await movements.stay(here, { number });
    await movements.act(here, left, 'check-out', { departedAt: '2026-11-23T17:00' });
    const nearby = await movements.stay(
      there,
      { number },
      { arrivedAt: '2026-11-23T17:05', expectedDepartureAt: '2026-11-23T17:20' },
    );
    await movements.act(there, nearby, 'check-out', { departedAt: '2026-11-23T17:20' });
    const far = await movements.stay(hanoi, { number }, { arrivedAt: '2026-11-23T18:10' });
    await movements.catchUp();
    const parts = await partsOf(left, nearby, far);
    expect(parts.map(({ kind, stayId }) => [kind, stayId])).toEqual([
      ['impossible-journey', left],
      ['impossible-journey', nearby],
      ['impossible-journey', far],
      ['impossible-journey', far],
    ]);
    const rows = await api.build.rows<{ minutes: number; minimum: number }>(
      `SELECT minutes, minimum_minutes AS minimum FROM movement_finding WHERE stay_id = $1 ORDER BY minutes`,
      [far],
    );
    expect(rows).toEqual([
      { minutes: 50, minimum: 100 },
      { minutes: 70, minimum: 100 },
    ]);
  });

  describe('finds many identities on one phone', () => {
    const alone = (phone: string, day: number, number = nextPersonalNumber()) =>
      movements.stay(
        day % 2 === 0 ? here : there,
        { phone, number },
        { arrivedAt: `2026-11-${String(day).padStart(2, '0')}T14:00`, expectedDepartureAt: '2026-11-24T12:00' },
      );

    it('from the sixth on, as one finding that goes on growing', async () => {
      const stays: string[] = [];
      for (const day of [10, 11, 12, 13, 14]) stays.push(await alone('0905 111 222', day));
      await movements.catchUp();
      expect(await partsOf(...stays)).toEqual([]);
      stays.push(await alone('+84905111222', 15));
      expect(await movements.catchUp()).toEqual({ found: 6, lapsed: 0 });
      stays.push(await alone('0905111222', 16));
      expect(await movements.catchUp()).toEqual({ found: 1, lapsed: 0 });
      const parts = await partsOf(...stays);
      expect(parts.map(({ kind }) => kind)).toEqual(stays.map(() => 'many-identities'));
      expect(new Set(parts.map(({ findingId }) => findingId)).size).toBe(1);
    });

    it('not in a family, however large, that arrives together', async () => {
      const stays: string[] = [];
      for (let at = 0; at < 9; at += 1) stays.push(await movements.stay(here, { phone: '0905333444' }));
      await movements.catchUp();
      expect(await partsOf(...stays)).toEqual([]);
    });

    it('and forgets it when too few are left', async () => {
      const stays: string[] = [];
      for (const day of [1, 3, 5, 7, 9, 11]) stays.push(await alone('0905555666', day));
      await movements.catchUp();
      expect(await states(...stays)).toEqual(stays.map(() => 'many-identities open'));
      await movements.act(there, stays[0] ?? '', 'cancel', { reason: 'khai-trung' });
      await movements.catchUp();
      expect(await states(...stays)).toEqual(stays.map(() => 'many-identities lapsed'));
    });
  });

  it('loses nothing: what commits late is seen late, what fails is seen again, several at once see all once', async () => {
    const numbers = Array.from({ length: 12 }, () => nextPersonalNumber());
    const stays: string[] = [];
    for (const number of numbers)
      stays.push(await movements.stay(here, { number }), await movements.stay(there, { number }));
    await movements.untilEnded();
    // In small steps and side by side; of those that run at once one has the turn and the others have nothing to do.
    for (let more = true; more;) {
      const turns = await Promise.all([1, 2, 3].map(() => movements.watch(3).run()));
      more = turns.some((turn) => turn.more);
    }
    expect(await states(...stays)).toEqual(stays.map(() => 'two-places open'));

    const late = nextPersonalNumber();
    const pair = [await movements.stay(here, { number: late })];
    await movements.catchUp();
    await api.build.sql(async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT pg_current_xact_id()');
      pair.push(await movements.stay(there, { number: late }));
      await movements.watch().run();
      expect(await partsOf(...pair)).toEqual([]);
      await client.query('COMMIT');
    });
    await movements.catchUp();
    expect(await states(...pair)).toEqual(['two-places open', 'two-places open']);
  });

  it('sees a whole file that was recorded in one transaction, whatever the size of its steps', async () => {
    const numbers = Array.from({ length: 5 }, () => nextPersonalNumber());
    const stays: string[] = [];
    for (const number of numbers)
      stays.push(await movements.stay(here, { number }), await movements.stay(there, { number }));
    await api.build.rows(
      `UPDATE audit_entry SET xact = (SELECT max(xact::text::bigint)::text::xid8 FROM audit_entry) WHERE subject_id = ANY($1)`,
      [stays],
    );
    await movements.catchUp(movements.watch(2));
    expect(await states(...stays)).toEqual(stays.map(() => 'two-places open'));
  });

  it('writes what it finds to the audit trail, and no fingerprint anywhere else', async () => {
    const rows = await api.build.rows<{ facilityId: string; detail: object | null }>(
      `SELECT facility_id AS "facilityId", detail FROM audit_entry WHERE action = 'finding.find'`,
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.every(({ detail }) => detail === null)).toBe(true);
    const columns = await api.build.rows<{ type: string }>(
      `SELECT data_type AS type FROM information_schema.columns WHERE table_name = 'movement_finding' AND column_name <> 'note_sealed'`,
    );
    expect(columns.map(({ type }) => type)).not.toContain('bytea');
  });
});
