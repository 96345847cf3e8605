import { randomUUID } from 'node:crypto';
import { addDays, localDate } from '@luutru/calendar';
import { PopulationClient } from '@luutru/population';
import { syncCommand } from '../../apps/cli/src/sync/sync.command';
import { stayEvent } from '../http/population.builders';
import { guest, nextPersonalNumber } from '../support/builders';
import { CLIENT_ID, createTestSystem, type TestSystem } from '../support/test-system';

interface Reported {
  readonly kind: string;
  readonly eventId: string;
  readonly repaired: boolean;
}

describe('reconciling with the population database', () => {
  let system: TestSystem;
  let key: string;
  let facilityId: string;
  const from = new Date(Date.now() - 60_000).toISOString();

  beforeAll(async () => {
    system = await createTestSystem();
    const facility = await system.build.facility({ rooms: ['203'] });
    ({ facilityId } = facility);
    key = await system.build.apiKey([facility]);
  });
  afterAll(() => system.close());

  async function sync(...args: string[]): Promise<{ out: string; failure: string | null }> {
    const written: string[] = [];
    const spies = (['stdout', 'stderr'] as const).map((stream) =>
      jest.spyOn(process[stream], 'write').mockImplementation((text) => {
        if (stream === 'stdout') written.push(String(text));
        return true;
      }),
    );
    const failure = await syncCommand(args, {
      DATABASE_URL: system.database.urlFor('luutru_worker'),
      LUUTRU_MASTER_KEYS: system.masterKeys.keys
        .map(({ id, key: k }) => `${id}:${k.export().toString('base64')}`)
        .join(','),
      POPULATION_URL: system.standIn.url,
      POPULATION_CLIENT_ID: CLIENT_ID,
      POPULATION_CLIENT_KEY: system.standIn.clientKey,
      POPULATION_SERVER_KEY: system.standIn.serverKey,
    }).then(
      () => null,
      (error: Error) => error.message,
    );
    spies.forEach((spy) => spy.mockRestore());
    return { out: written.join(''), failure };
  }
  const reconcile = async (...flags: string[]) => {
    const to = new Date(Date.now() + 60_000).toISOString();
    const { out, failure } = await sync('reconcile', '--from', from, '--to', to, '--json', ...flags);
    if (out === '') throw new Error(`Nothing was answered: ${failure}`);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Reported);
    return { found: lines.slice(0, -1), sum: lines.at(-1) as unknown as { remaining: number }, failure };
  };
  const kinds = (found: readonly Reported[]) =>
    found.map(({ kind, eventId, repaired }) => `${kind} ${eventId} ${repaired}`).sort();

  async function delivered(cancelled = false): Promise<string> {
    const number = nextPersonalNumber();
    const body = guest({ arrivedAt: undefined, expectedDepartureAt: `${addDays(localDate(new Date()), 1)}T12:00` });
    await system.standIn.knows([
      { personalNumber: number, nationality: 'VNM', fullName: 'Trần Thị Bình', birthDate: '1990-08-15', sex: 'F' },
    ]);
    const person = { ...(body.person as object), document: { type: 1, number } };
    const { status, body: answer } = await system.post('/v1/stays', key, { ...body, person });
    expect([status, answer.errors]).toEqual([201, undefined]);
    const stayId = String(answer.stayId);
    await system.settled(stayId, key, ['verified']);
    if (!cancelled) return stayId;
    const left = await system.post(`/v1/stays/${stayId}/cancel`, key, { version: 1, reason: 'khong-den' });
    expect(left.status).toBe(200);
    await allDone();
    return stayId;
  }
  async function allDone(): Promise<void> {
    for (const end = Date.now() + 20_000; ;) {
      const rows = await system.build.rows(`SELECT FROM outbox WHERE state <> 'done'`);
      if (rows.length === 0) return;
      if (Date.now() > end) throw new Error(`${rows.length} events are not delivered`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
  const id = (stayId: string, sequence = 1) => `${facilityId}:${stayId}:${sequence}`;
  const outbox = (stayId: string, set: string) =>
    system.build.rows(`UPDATE outbox SET ${set}, finished_at = NULL WHERE stay_id = $1 AND topic = 'population'`, [
      stayId,
    ]);
  const stay = (stayId: string, status: string) =>
    system.build.rows(
      `UPDATE stay SET delivered_sequence = 0, delivery_status = $2, identity = NULL, failure_code = NULL WHERE stay_id = $1`,
      [stayId, status],
    );

  it('finds nothing wrong when nothing is', async () => {
    await delivered();
    const { found, failure, sum } = await reconcile();
    expect([found, failure]).toEqual([[], null]);
    expect(sum).toMatchObject({ theirs: 1, ours: 1, differences: 0, remaining: 0 });
  });

  it('finds every kind of difference, repairs both ways what can be repaired, and tells of the rest', async () => {
    const lost = await delivered();
    const lostFirst = await delivered(true);
    const buried = await delivered();
    const unknown = await delivered();
    const altered = await delivered();
    await sync('pause', '--reason', 'đối chiếu');
    const { standIn } = system;
    const forget = 'DELETE FROM population.event WHERE stay_id = $1 AND sequence = 1';
    expect([await standIn.tamper(forget, [lost]), await standIn.tamper(forget, [lostFirst])]).toEqual([1, 1]);
    await outbox(buried, `state = 'dead', last_error = 'server-error'`);
    await stay(buried, 'failed');
    await outbox(unknown, `state = 'pending', available_at = now()`);
    await stay(unknown, 'pending');
    const alter = `UPDATE population.event SET content = replace(content, '"room":"203"', '"room":"204"') WHERE stay_id = $1`;
    expect(await standIn.tamper(alter, [altered])).toBe(1);
    const stranger = { ...stayEvent(), facilityId, eventId: '' };
    const foreign = { ...stranger, eventId: `${facilityId}:${stranger.stayId}:1` };
    const client = new PopulationClient({
      baseUrl: standIn.url,
      clientId: CLIENT_ID,
      privateKey: standIn.clientKey,
      serverPublicKey: standIn.serverKey,
      timeoutMs: 5_000,
      maxConnections: 1,
      now: () => new Date(),
    });
    await client.recordStayEvent(foreign);
    await client.close();

    const repairable = (done: boolean) => [
      `missing-there ${id(lost)} ${done}`,
      `missing-there ${id(lostFirst)} ${done}`,
      `unfinished-here ${id(buried)} ${done}`,
      `unfinished-here ${id(unknown)} ${done}`,
    ];
    const reportable = [`differs ${id(altered)} false`, `unknown-here ${foreign.eventId} false`];
    const dry = await reconcile('--dry-run');
    expect(kinds(dry.found)).toEqual([...repairable(false), ...reportable].sort());
    expect(dry.failure).toMatch(/6 differences remain/);

    const real = await reconcile();
    expect(kinds(real.found)).toEqual([...repairable(true), ...reportable].sort());
    expect(real.failure).toMatch(/2 differences remain/);
    expect((await system.get(`/v1/stays/${buried}`, key)).status).toBe('delivered');

    await sync('resume', '--reason', 'đối chiếu xong');
    await allDone();
    for (const stayId of [lost, buried, unknown]) await system.settled(stayId, key, ['verified']);
    const ledger = await standIn.ledger();
    const received = (stayId: string) =>
      ledger.filter((entry) => entry.stayId === stayId).map(({ sequence, receivedCount }) => [sequence, receivedCount]);
    expect(received(lost)).toEqual([[1, 1]]);
    expect(received(lostFirst).sort()).toEqual([
      [1, 1],
      [2, 1],
    ]);
    expect([received(buried), received(unknown)]).toEqual([[[1, 1]], [[1, 1]]]);
    const again = await reconcile();
    expect(kinds(again.found)).toEqual([...reportable].sort());
    const trail = await system.build.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM audit_entry WHERE action = 'delivery.reconcile'`,
    );
    expect(trail).toEqual([{ n: 4 }]);
  });

  it('waits while the receiver is away or wants to be left alone', async () => {
    await system.standIn.behave({ rateLimitPerSecond: 1 });
    const { sum } = await reconcile('--dry-run');
    await system.standIn.behave({ rateLimitPerSecond: null });
    expect(sum).toMatchObject({ remaining: 2 });
  });

  it('shows and steers from the command line', async () => {
    await sync('pause', '--reason', 'bảo trì');
    const body = guest({ arrivedAt: undefined, expectedDepartureAt: `${addDays(localDate(new Date()), 1)}T12:00` });
    const { body: answer } = await system.post('/v1/stays', key, body);
    await outbox(String(answer.stayId), `state = 'dead', last_error = 'INVALID'`);
    await system.build.rows(`UPDATE outbox SET finished_at = now() WHERE state = 'dead'`);
    const { out } = await sync('status');
    expect(out).toMatch(/population: \d+ chờ gửi .* 1 gác lại/);
    expect(out).toMatch(/population: \d+ pending .* 1 dead/);
    expect(out).toMatch(/TẠM DỪNG \/ PAUSED .*bảo trì/);
    expect(out).toMatch(/worker [0-9a-f-]{36}: cầu dao đóng \/ breaker closed/);
    expect(out).toContain(`${String(answer.stayId)}:1  INVALID`);
    expect(JSON.parse((await sync('status', '--json')).out)).toMatchObject({
      topics: [{ dead: 1 }, { dead: 0 }, { dead: 0 }],
    });
    expect((await sync('replay', '--code', 'INVALID')).out).toContain('1 events of 1 stays');
    expect((await sync('replay', '--all')).out).toContain('0 events of 0 stays');
    await sync('resume', '--reason', 'xong');
    await system.settled(String(answer.stayId), key, ['not_found']);
    for (const wrong of [
      ['replay'],
      ['replay', '--all', '--code', 'X'],
      ['replay', '--stay', 'x'],
      ['pause'],
      ['pause', '--reason', 'x', '--topic', 'x'],
      ['status', 'more'],
      [],
    ])
      expect((await sync(...wrong)).failure).toContain('sync reconcile');
    expect((await sync('replay', '--facility', 'NOWHERE')).failure).toContain('no facility NOWHERE');
    expect((await sync('reconcile', '--from', '2020-01-01T00:00')).failure).toContain('13');
    expect((await sync('reconcile', '--from', randomUUID())).failure).toContain('moment');
  });
});
