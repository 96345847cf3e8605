import { EVENT_OF, OverdueMarking, STAY_ACTIONS, STAY_LIFE, STAY_STATES, type StayAction } from '@luutru/declaration';
import { openDatabase } from '@luutru/platform';
import { guest, nextPersonalNumber } from '../support/builders';
import { createTestApi, type TestApi } from '../support/test-api';

interface Acted {
  readonly stayId: string;
  readonly version: number;
  readonly state: string;
  readonly late: boolean;
  readonly declaredAt: string;
  readonly dueAt: string;
  readonly receipt: string | null;
  readonly changed: string[];
  readonly code: string;
  readonly errors: { code: string; pointer: string; params?: Record<string, unknown> }[];
}

/** What makes each action possible in a state that allows it. */
const SENT: Readonly<Record<StayAction, object>> = {
  'check-out': {},
  'leave-early': {},
  extend: { expectedDepartureAt: '2026-11-29T12:00' },
  'undo-check-out': {},
  correct: { changes: { note: 'Sửa' } },
  cancel: { reason: 'khong-den' },
};

const body = (answer: { body: unknown }): Acted => answer.body as Acted;

describe('the life of a stay', () => {
  let api: TestApi;
  let key: string;
  let other: string;

  beforeAll(async () => {
    api = await createTestApi();
    const hotel = await api.build.facility({ rooms: ['203', '305'] });
    key = await api.build.apiKey([hotel]);
    other = await api.build.apiKey([await api.build.facility()]);
  });
  beforeEach(() => api.clock.set('2026-11-23T14:56:00Z'));
  afterAll(() => api.close());

  const declare = async (overrides: object = {}, person: object = {}): Promise<string> => {
    const answer = await api.declare(key, guest({ ...overrides }, { ...person }));
    expect(answer.status).toBe(201);
    return body(answer).stayId;
  };
  const act = (stayId: string, action: StayAction, sent: object = {}, apiKey = key) =>
    api.call('post', `/v1/stays/${stayId}/${action}`, apiKey).send(sent);
  const read = async (stayId: string) => (await api.call('get', `/v1/stays/${stayId}`, key)).body as Acted;
  const events = (stayId: string) =>
    api.build.rows<{ sequence: number; type: string }>(
      `SELECT sequence, event_type AS type FROM outbox WHERE stay_id = $1 AND topic = 'population' ORDER BY sequence`,
      [stayId],
    );

  it('checks out on the expected day and leaves the next night to others', async () => {
    const number = nextPersonalNumber();
    const stayId = await declare({}, { document: { type: 1, number } });
    api.clock.set('2026-11-25T04:30:00Z');
    const answer = await act(stayId, 'check-out', { version: 1 });
    expect(answer.status).toBe(200);
    expect(body(answer)).toMatchObject({ version: 2, state: 'departed', departedAt: '2026-11-25T11:30:00+07:00' });
    expect(await read(stayId)).toMatchObject({ version: 2, state: 'departed', status: 'pending' });
    expect(await events(stayId)).toEqual([
      { sequence: 1, type: 'arrival' },
      { sequence: 2, type: 'departure' },
    ]);
    const again = guest(
      { arrivedAt: '2026-11-25T11:30', expectedDepartureAt: '2026-11-26T12:00' },
      { document: { type: 1, number } },
    );
    expect((await api.declare(key, again)).status).toBe(201);
  });

  it('calls it early when the person leaves on an earlier day', async () => {
    const stayId = await declare();
    api.clock.set('2026-11-24T04:30:00Z');
    expect(body(await act(stayId, 'check-out', { version: 1 }))).toMatchObject({ state: 'left_early' });
    const second = await declare({ arrivedAt: '2026-11-24T10:00' });
    expect(body(await act(second, 'leave-early', { version: 1 }))).toMatchObject({ state: 'left_early' });
    const third = await declare({ arrivedAt: '2026-11-24T10:00', expectedDepartureAt: '2026-11-24T11:00' });
    const refused = await act(third, 'leave-early', { version: 1 });
    expect(refused.status).toBe(422);
    expect(body(refused).errors[0]?.code).toBe('departure-not-early');
  });

  it('refuses a departure before the arrival, in the future or not in the calendar', async () => {
    const stayId = await declare();
    const code = async (departedAt: string) =>
      body(await act(stayId, 'check-out', { version: 1, departedAt })).errors[0]?.code;
    expect(await code('2026-11-23T20:00')).toBe('departure-before-arrival');
    expect(await code('2026-11-24T20:00')).toBe('departure-in-future');
    expect(await code('2026-02-31T20:00')).toBe('moment-not-in-calendar');
    expect(await code('hôm nay')).toBe('moment-malformed');
    expect(await read(stayId)).toMatchObject({ version: 1, state: 'in_house' });
  });

  it('extends up to 30 days from the arrival, also a stay that is overdue', async () => {
    const stayId = await declare();
    const extended = await act(stayId, 'extend', { version: 1, expectedDepartureAt: '2026-12-01T12:00' });
    expect(body(extended)).toMatchObject({
      version: 2,
      state: 'in_house',
      expectedDepartureAt: '2026-12-01T12:00:00+07:00',
    });
    const tooLong = await act(stayId, 'extend', { version: 2, expectedDepartureAt: '2026-12-24T12:00' });
    expect(body(tooLong).errors).toMatchObject([{ code: 'stay-longer-than-notice', params: { maxDays: 30 } }]);
    const earlier = await act(stayId, 'extend', { version: 2, expectedDepartureAt: '2026-11-30T12:00' });
    expect(body(earlier).errors[0]?.code).toBe('extension-not-later');
    expect((await act(stayId, 'extend', { version: 2 })).status).toBe(422);
    await api.build.rows(`UPDATE stay SET state = 'overdue' WHERE stay_id = $1`, [stayId]);
    api.clock.set('2026-12-02T14:56:00Z');
    expect(
      body(await act(stayId, 'extend', { version: 2, expectedDepartureAt: '2026-12-02T12:00' })).errors[0]?.code,
    ).toBe('extension-in-past');
    const mended = await act(stayId, 'extend', { version: 2, expectedDepartureAt: '2026-12-03T12:00' });
    expect(body(mended)).toMatchObject({ version: 3, state: 'in_house' });
  });

  it('does not extend into another stay of the same person', async () => {
    const document = { type: 1, number: nextPersonalNumber() };
    const first = await declare({ expectedDepartureAt: '2026-11-23T21:55' }, { document });
    await declare({ arrivedAt: '2026-11-23T21:56' }, { document });
    const answer = await act(first, 'extend', { version: 1, expectedDepartureAt: '2026-11-26T12:00' });
    expect(answer.status).toBe(409);
    expect(body(answer).code).toBe('time-taken');
    expect(await read(first)).toMatchObject({ version: 1 });
    expect(await events(first)).toHaveLength(1);
  });

  it('undoes a check-out for 48 hours', async () => {
    const stayId = await declare();
    await act(stayId, 'check-out', { version: 1 });
    expect(body(await act(stayId, 'undo-check-out', { version: 2 }))).toMatchObject({
      version: 3,
      state: 'in_house',
      departedAt: null,
    });
    await act(stayId, 'check-out', { version: 3 });
    api.clock.set('2026-11-25T14:57:00Z');
    expect(body(await act(stayId, 'undo-check-out', { version: 4 })).errors[0]?.code).toBe('undo-too-late');
  });

  it('undoes a check-out made by mistake just now, about whichever day it was', async () => {
    const stayId = await declare({ expectedDepartureAt: '2026-12-20T12:00' });
    api.clock.set('2026-12-01T03:00:00Z');
    await act(stayId, 'check-out', { version: 1, departedAt: '2026-11-26T09:00' });
    api.clock.set('2026-12-03T02:59:00Z');
    expect(body(await act(stayId, 'undo-check-out', { version: 2 }))).toMatchObject({ version: 3, state: 'in_house' });
    await act(stayId, 'leave-early', { version: 3, departedAt: '2026-11-26T09:00' });
    api.clock.set('2026-12-05T03:00:00Z');
    expect(body(await act(stayId, 'undo-check-out', { version: 4 })).errors[0]?.code).toBe('undo-too-late');
  });

  it('becomes overdue by itself once the expected departure has passed: no version, no event, one entry', async () => {
    const [here, gone] = [await declare(), await declare()];
    await act(gone, 'check-out', { version: 1 });
    const worker = await openDatabase({
      url: api.database.urlFor('luutru_worker'),
      poolSize: 1,
      applicationName: 'test',
      entities: [],
    });
    try {
      const marking = new OverdueMarking(worker.database, api.clock);
      api.clock.set('2026-11-25T05:00:00Z');
      expect((await marking.run()).map(({ stayId }) => stayId)).not.toContain(here);
      expect(await read(here)).toMatchObject({ state: 'in_house' });
      api.clock.set('2026-11-25T05:00:01Z');
      const marked = (await marking.run()).map(({ stayId }) => stayId);
      expect(marked).toContain(here);
      expect(marked).not.toContain(gone);
    } finally {
      await worker.close();
    }
    expect(await read(here)).toMatchObject({ state: 'overdue', version: 1 });
    expect(await read(gone)).toMatchObject({ state: 'left_early', version: 2 });
    expect(await events(here)).toHaveLength(1);
    const entries = await api.build.rows<{ count: number }>(
      `SELECT row_count AS count FROM audit_entry WHERE action = 'stay.mark-overdue' ORDER BY at DESC LIMIT 1`,
    );
    expect(entries[0]?.count).toBeGreaterThanOrEqual(1);
    expect(body(await act(here, 'check-out', { version: 1 }))).toMatchObject({ state: 'departed', version: 2 });
  });

  it.each(STAY_ACTIONS)('does %s once, with one event and one entry, however often it is sent', async (action) => {
    const stayId = await declare();
    let version = 1;
    if (action === 'undo-check-out') version = body(await act(stayId, 'check-out', { version })).version;
    const order = { version, ...SENT[action] };
    const first = await act(stayId, action, order);
    expect([first.status, body(first).version]).toEqual([200, version + 1]);
    api.clock.set('2026-11-23T15:30:00Z');
    for (const repeat of [await act(stayId, action, order), await act(stayId, action, order)]) {
      expect(repeat.body).toEqual(first.body);
      expect(repeat.headers['idempotent-replayed']).toBe('true');
    }
    const keyed = await act(stayId, action, { ...SENT[action] }).set('Idempotency-Key', `late-${action}`);
    if (keyed.status === 200) expect(body(keyed).version).toBe(version + 2);
    const told = (await events(stayId)).slice(version);
    expect(told.map(({ sequence }) => sequence)).toEqual(told.map((_, at) => version + 1 + at));
    expect(told[0]?.type).toBe(EVENT_OF[action]);
    const entries = await api.build.rows<{ detail: { version: number }; actor: string }>(
      `SELECT detail, actor_kind AS actor FROM audit_entry WHERE subject_id = $1 AND action = $2 ORDER BY at`,
      [stayId, `stay.${action}`],
    );
    expect(entries[0]).toMatchObject({ detail: { version: version + 1 }, actor: 'api-key' });
    expect(entries).toHaveLength(told.length);
  });

  it('tells the police of who turns out to have no papers, once', async () => {
    const stayId = await declare();
    const notices = () => api.build.rows('SELECT kind FROM police_notice WHERE stay_id = $1', [stayId]);
    expect(await notices()).toEqual([]);
    const document = { type: 9, description: 'Mất giấy tờ' };
    const changes = { person: { document } };
    expect((await act(stayId, 'correct', { version: 1, changes, clear: ['person.document.number'] })).status).toBe(200);
    expect(await notices()).toEqual([{ kind: 'no-papers' }]);
    await act(stayId, 'correct', { version: 2, changes: { note: 'Đã báo công an phường' } });
    expect(await notices()).toHaveLength(1);
  });

  it('undoes no check-out once the person is in house again', async () => {
    const document = { type: 1, number: nextPersonalNumber() };
    const first = await declare({}, { document });
    await act(first, 'check-out', { version: 1 });
    await declare({ arrivedAt: '2026-11-23T21:57' }, { document });
    expect((await act(first, 'undo-check-out', { version: 2 })).status).toBe(409);
  });

  it('corrects any field, keeps the first stamp and is never late', async () => {
    const stayId = await declare();
    const before = await read(stayId);
    api.clock.set('2026-11-24T08:00:00Z');
    const changes = {
      person: { fullName: 'Trần Thị Bích', document: { number: nextPersonalNumber() } },
      place: { room: '305' },
    };
    const answer = await act(stayId, 'correct', { version: 1, changes });
    expect(answer.status).toBe(200);
    expect(body(answer)).toMatchObject({
      version: 2,
      state: 'in_house',
      late: false,
      declaredAt: before.declaredAt,
      dueAt: before.dueAt,
    });
    expect(body(answer).changed.sort()).toEqual(['/person/document/number', '/person/fullName', '/place/room']);
    expect(await read(stayId)).toMatchObject({
      version: 2,
      person: { fullName: 'Trần Thị Bích', birthDate: '1990-08-15', documentNumber: changes.person.document.number },
      place: { room: '305' },
      late: false,
    });
    const verified = await api.call('post', '/v1/receipts/verify').send({ receipt: body(answer).receipt });
    expect(verified.body).toMatchObject({ valid: true });
    const receipt = await api.call('get', `/v1/stays/${stayId}/receipt`, key);
    expect(receipt.body).toMatchObject({ receipt: body(answer).receipt });
  });

  it('moves a stay to another month with all that finds it', async () => {
    api.clock.set('2026-12-01T02:00:00Z');
    const document = { type: 1, number: nextPersonalNumber() };
    const stayId = await declare(
      { arrivedAt: '2026-12-01T08:00', expectedDepartureAt: '2026-12-03T12:00' },
      { document },
    );
    const answer = await act(stayId, 'correct', { version: 1, changes: { arrivedAt: '2026-11-30T22:00' } });
    expect(body(answer)).toMatchObject({ version: 2, changed: ['/arrivedAt'] });
    expect(await read(stayId)).toMatchObject({
      arrivedAt: '2026-11-30T22:00:00+07:00',
      person: { fullName: 'Trần Thị Bình' },
    });
    const days = await api.build.rows<{ table: string; day: string }>(
      `SELECT 'stay' AS table, arrived_on::text AS day FROM stay WHERE stay_id = $1
       UNION SELECT 'name', arrived_on::text FROM name_index WHERE stay_id = $1
       UNION SELECT 'person', arrived_on::text FROM person_index WHERE stay_id = $1
       UNION SELECT 'occupancy', arrived_on::text FROM occupancy WHERE stay_id = $1`,
      [stayId],
    );
    expect(new Set(days.map(({ day }) => day))).toEqual(new Set(['2026-11-30']));
    expect(days).toHaveLength(4);
    const keys = `SELECT string_agg(kind::text, '' ORDER BY kind) AS kinds FROM`;
    expect(await api.build.rows(`${keys} name_index WHERE stay_id = $1`, [stayId])).toEqual([{ kinds: '123' }]);
    expect(await api.build.rows(`${keys} person_index WHERE stay_id = $1`, [stayId])).toEqual([{ kinds: '13' }]);
    expect(
      (
        await api.declare(
          key,
          guest({ arrivedAt: '2026-12-01T08:00', expectedDepartureAt: '2026-12-03T12:00' }, { document }),
        )
      ).status,
    ).toBe(409);
    expect(body(await act(stayId, 'check-out', { version: 2 }))).toMatchObject({ version: 3, state: 'left_early' });
  });

  it.each([
    ['before it began as it was told', '2026-11-18T09:00', '2026-11-20T12:00'],
    ['after it ended as it was told', '2026-11-25T09:00', '2026-11-27T12:00'],
  ])('corrects a whole stay to one %s', async (_when, arrivedAt, expectedDepartureAt) => {
    api.clock.set('2026-11-26T03:00:00Z');
    const stayId = await declare({ arrivedAt: '2026-11-22T14:00', expectedDepartureAt: '2026-11-24T12:00' });
    const answer = await act(stayId, 'correct', { version: 1, changes: { arrivedAt, expectedDepartureAt } });
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    expect(body(answer).changed.sort()).toEqual(['/arrivedAt', '/expectedDepartureAt']);
    expect(await read(stayId)).toMatchObject({
      version: 2,
      arrivedAt: `${arrivedAt}:00+07:00`,
      expectedDepartureAt: `${expectedDepartureAt}:00+07:00`,
    });
  });

  it('clears optional fields only, and tells when nothing differs', async () => {
    const stayId = await declare({ note: 'Đến muộn' });
    expect(body(await act(stayId, 'correct', { version: 1, clear: ['note'] }))).toMatchObject({ changed: ['/note'] });
    expect(await read(stayId)).toMatchObject({ note: null });
    const code = async (sent: object) => body(await act(stayId, 'correct', { version: 2, ...sent })).errors[0];
    expect(await code({ clear: ['person.fullName'] })).toMatchObject({
      code: 'field-not-clearable',
      pointer: '/clear/0',
    });
    expect(await code({ changes: { place: { room: '203' } } })).toMatchObject({ code: 'nothing-to-correct' });
    expect(await code({ changes: { person: { birthDate: '1990-02-31' } } })).toMatchObject({
      pointer: '/changes/person/birthDate',
    });
    expect(await code({ changes: { person: { birthDate: 7 } } })).toMatchObject({
      code: 'type-wrong',
      pointer: '/changes/person/birthDate',
    });
    expect(await code({ changes: { departedAt: '2026-11-23T21:55' } })).toMatchObject({ code: 'departure-not-known' });
    expect(await code({ changes: { externalRef: 'X' } })).toMatchObject({ code: 'field-unknown' });
  });

  it('records when a tenant registered temporary residence, and takes it back', async () => {
    const house = await api.build.facility({ kind: 'nha-cho-thue' });
    const own = await api.build.apiKey([house]);
    const place = { unit: 'P12' };
    const terms = { kind: 'tenant', reason: 19, expectedDepartureAt: '2027-06-01T12:00', place };
    const declared = await api.declare(own, guest(terms));
    expect(declared.body).toMatchObject({ warnings: [{ code: 'temporary-residence-needed' }] });
    const { stayId } = body(declared);
    const one = async () => (await api.call('get', `/v1/stays/${stayId}`, own)).body as { place: object };
    api.clock.set('2026-12-24T02:00:00Z');
    const told = (on: string, version: number) =>
      act(stayId, 'correct', { version, changes: { place: { temporaryResidenceOn: on } } }, own);
    const early = await told('2026-12-25', 1);
    const [fault] = body(early).errors;
    const pointer = '/changes/place/temporaryResidenceOn';
    expect([early.status, fault?.code, fault?.pointer]).toEqual([422, 'registration-in-future', pointer]);
    const registered = await told('2026-12-20', 1);
    expect([registered.status, registered.body]).toMatchObject([
      200,
      { version: 2, changed: ['/place/temporaryResidenceOn'], warnings: [] },
    ]);
    expect((await one()).place).toEqual({ ...place, temporaryResidenceOn: '2026-12-20' });
    const clear = ['place.temporaryResidenceOn'];
    expect((await act(stayId, 'correct', { version: 2, changes: {}, clear }, own)).status).toBe(200);
    expect((await one()).place).toEqual(place);
    const { versions } = (await api.call('get', `/v1/stays/${stayId}/history`, own)).body as {
      versions: { stay: { place: object } }[];
    };
    expect(versions.map(({ stay }) => stay.place)).toEqual([
      place,
      { ...place, temporaryResidenceOn: '2026-12-20' },
      place,
    ]);
  });

  it('cancels with a reason, and the same person can be declared anew', async () => {
    const document = { type: 1, number: nextPersonalNumber() };
    const stayId = await declare({}, { document });
    expect(body(await act(stayId, 'cancel', { version: 1 })).errors).toMatchObject([
      { code: 'field-required', pointer: '/reason' },
    ]);
    expect(body(await act(stayId, 'cancel', { version: 1, reason: 'buon' })).errors[0]?.code).toBe('code-unknown');
    expect(body(await act(stayId, 'cancel', { version: 1, reason: 'khac' })).errors[0]?.pointer).toBe('/note');
    const answer = await act(stayId, 'cancel', { version: 1, reason: 'khac', note: 'Khách đổi ý, sang nơi khác' });
    expect(body(answer)).toMatchObject({ version: 2, state: 'cancelled' });
    expect(body(answer).receipt).toEqual(expect.any(String));
    expect((await events(stayId)).at(-1)).toEqual({ sequence: 2, type: 'cancellation' });
    await declare({}, { document });
    const words = await api.build.rows(`SELECT FROM audit_entry WHERE detail::text LIKE '%sang nơi%'`);
    expect(words).toEqual([]);
  });

  it('does one of two actions on the same version and tells the other where things stand', async () => {
    const stayId = await declare();
    const [one, two] = await Promise.all([
      act(stayId, 'extend', { version: 1, expectedDepartureAt: '2026-11-28T12:00' }),
      act(stayId, 'cancel', { version: 1, reason: 'khong-den' }),
    ]);
    expect([one.status, two.status].sort()).toEqual([200, 409]);
    const loser = body(one.status === 409 ? one : two);
    expect(loser).toMatchObject({ code: 'version-conflict' });
    expect(loser.errors[0]?.params).toMatchObject({ version: 2 });
    expect((await read(stayId)).version).toBe(2);
    expect(await events(stayId)).toHaveLength(2);
  });

  it('does nothing twice under the same key or version', async () => {
    const stayId = await declare();
    const first = await act(stayId, 'check-out', {}).set('Idempotency-Key', 'out-1');
    const repeat = await act(stayId, 'check-out', {}).set('Idempotency-Key', 'out-1');
    expect(repeat.body).toEqual(first.body);
    expect(repeat.headers['idempotent-replayed']).toBe('true');
    const otherBody = await act(stayId, 'check-out', { departedAt: '2026-11-23T21:55' }).set(
      'Idempotency-Key',
      'out-1',
    );
    expect(body(otherBody).code).toBe('idempotency-key-reused');
    const undone = await act(stayId, 'undo-check-out', { version: 2 });
    expect((await act(stayId, 'undo-check-out', { version: 2 })).body).toEqual(undone.body);
    expect((await act(stayId, 'check-out', {})).status).toBe(400);
    expect(await events(stayId)).toHaveLength(3);
  });

  it('keeps every version with who made it', async () => {
    const stayId = await declare();
    await act(stayId, 'correct', { version: 1, changes: { person: { fullName: 'Trần Thị Bích' } } });
    await act(stayId, 'check-out', { version: 2 });
    const history = await api.call('get', `/v1/stays/${stayId}/history`, key);
    const { versions } = history.body as {
      versions: {
        version: number;
        action: string;
        changed: string[];
        actor: { kind: string };
        stay: { state: string; person: { fullName: string } };
      }[];
    };
    expect(versions.map(({ version, action, changed }) => ({ version, action, changed }))).toEqual([
      { version: 1, action: 'declare', changed: [] },
      { version: 2, action: 'correct', changed: ['/person/fullName'] },
      { version: 3, action: 'check-out', changed: ['/departedAt'] },
    ]);
    expect(versions.map(({ stay }) => [stay.person.fullName, stay.state])).toEqual([
      ['Trần Thị Bình', 'in_house'],
      ['Trần Thị Bích', 'in_house'],
      ['Trần Thị Bích', 'left_early'],
    ]);
    expect(versions.every(({ actor }) => actor.kind === 'api-key')).toBe(true);
    expect((await api.call('get', `/v1/stays/${stayId}/history`, other)).status).toBe(404);
    expect((await act(stayId, 'undo-check-out', { version: 3 }, other)).status).toBe(404);
  });

  it('allows exactly what the table says, in every state', async () => {
    const tried: string[] = [];
    for (const state of STAY_STATES) {
      for (const action of STAY_ACTIONS) {
        const stayId = await declare();
        const departed = state === 'departed' || state === 'left_early';
        await api.build.rows(
          'UPDATE stay SET state = $2, departed_at = CASE WHEN $3 THEN arrived_at END WHERE stay_id = $1',
          [stayId, state, departed],
        );
        const answer = await act(stayId, action, { version: 1, ...SENT[action] });
        const allowed = STAY_LIFE[state][action]?.join(', ') ?? '409 action-not-allowed';
        const seen = answer.status === 200 ? body(answer).state : `${answer.status} ${body(answer).code}`;
        expect(allowed.split(', ')).toContain(seen);
        tried.push(`${state} ${action}`);
      }
    }
    expect(tried).toHaveLength(30);
  });

  it('checks out a list, each person on their own', async () => {
    const [one, two] = [await declare(), await declare()];
    await act(two, 'cancel', { version: 1, reason: 'khong-den' });
    const stranger = '019ab000-0000-7000-8000-000000000000';
    const send = () =>
      api
        .call('post', '/v1/stays/check-out', key)
        .set('Idempotency-Key', 'list-1')
        .send({ stays: [{ stayId: one }, { stayId: two }, { stayId: stranger }] });
    const answer = await send();
    expect(answer.body).toMatchObject({
      done: 1,
      refused: 2,
      results: [
        { stayId: one, done: true },
        { stayId: two, done: false, errors: [{ code: 'action-not-allowed', pointer: '/stays/1' }] },
        { stayId: stranger, done: false, errors: [{ code: 'stay-unknown', pointer: '/stays/2/stayId' }] },
      ],
    });
    expect((await send()).body).toEqual(answer.body);
    expect((await api.call('post', '/v1/stays/check-out', key).send({ stays: [{}] })).status).toBe(422);
  });
});
