import { type BuiltFacility, guest, nextPersonalNumber, NORTHBOUND } from '../support/builders';
import { People } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';

interface Declared {
  readonly stayId: string;
  readonly expectedDepartureAt: string;
  readonly groupId: string;
  readonly stays: { stayId: string }[];
  readonly code: string;
  readonly errors: { code: string; pointer: string }[];
}

const person = (change: object = {}) => ({
  fullName: 'Trần Thị Bình',
  birthDate: '1990-08-15',
  sex: 'F',
  document: { type: 1, number: nextPersonalNumber() },
  ...change,
});

describe('many stays at once', () => {
  let api: TestApi;
  let hotel: BuiltFacility;
  let key: string;

  beforeAll(async () => {
    api = await createTestApi();
  });
  beforeEach(async () => {
    api.clock.set('2026-11-23T14:56:00Z');
    hotel = await api.build.facility({ rooms: ['203'] });
    key = await api.build.apiKey([hotel]);
  });
  afterAll(() => api.close());

  const post = (path: string, body: object, apiKey = key, idempotencyKey?: string) => {
    const sent = api.call('post', path, apiKey);
    if (idempotencyKey !== undefined) void sent.set('Idempotency-Key', idempotencyKey);
    return sent.send(body);
  };
  const stateOf = async (
    stayId: string,
    apiKey: string,
  ): Promise<{ state: string; departedAt: string; expectedDepartureAt: string; place: object }> =>
    (await api.call('get', `/v1/stays/${stayId}`, apiKey)).body as never;

  describe('trips', () => {
    let operator: BuiltFacility;
    let driver: string;
    let tripId: string;
    beforeEach(async () => {
      operator = await api.build.facility({
        kind: 'nha-xe',
        vehicles: ['43B-012.34', '43B-055.55'],
        routes: [NORTHBOUND],
      });
      driver = await api.build.apiKey([operator]);
      const trip = await post(
        '/v1/trips',
        { externalRef: 'T', plate: '43B-012.34', routeCode: 'DN-HN', departsAt: '2026-11-23T19:00' },
        driver,
      );
      ({ tripId } = trip.body as { tripId: string });
    });
    const act = (body: object, idempotencyKey?: string) =>
      post(`/v1/trips/${tripId}/actions`, body, driver, idempotencyKey);
    const passenger = (seat: string, alightingStop = 'HN', change: object = {}) => ({
      person: person(change),
      place: { seat, boardingStop: 'DN', alightingStop },
    });
    const add = (passengers: object[], change: object = {}, idempotencyKey = 'list-1') =>
      post(`/v1/trips/${tripId}/passengers`, { passengers, ...change }, driver, idempotencyKey);

    it('take passengers by list, who leave at their stop or with the trip', async () => {
      const list = [passenger('A1', 'VINH'), passenger('A2'), passenger('A3', 'XX'), passenger('A4')];
      const added = await add(list);
      expect(added.body).toMatchObject({
        accepted: 3,
        rejected: 1,
        results: [
          { accepted: true },
          {},
          { errors: [{ code: 'stop-not-on-route', pointer: '/passengers/2/place/alightingStop' }] },
          {},
        ],
      });
      expect((await add(list)).body).toMatchObject({ accepted: 3, rejected: 1 });
      const [first, second] = (added.body as { results: { stay: Declared }[] }).results.map(({ stay }) => stay);
      expect((await stateOf(first?.stayId ?? '', driver)).expectedDepartureAt).toBe('2026-11-24T03:00:00+07:00');
      expect((await act({ action: 'reach', stop: 'VINH', version: 1 })).status).toBe(409);
      expect((await act({ action: 'depart', version: 1 })).body).toMatchObject({
        state: 'departed',
        version: 2,
        checkedOut: 0,
      });
      const late = await add([passenger('A9')], {}, 'list-2');
      expect(late.body).toMatchObject({ accepted: 1 });
      api.clock.set('2026-11-23T20:10:00Z');
      expect((await act({ action: 'reach', stop: 'VINH', version: 2 })).body).toMatchObject({
        version: 3,
        checkedOut: 1,
      });
      expect(await stateOf(first?.stayId ?? '', driver)).toMatchObject({
        state: 'departed',
        departedAt: '2026-11-24T03:10:00+07:00',
      });
      api.clock.set('2026-11-24T02:20:00Z');
      const arrived = await act({ action: 'arrive', at: '2026-11-24T09:05', version: 3 });
      expect(arrived.body).toMatchObject({ state: 'arrived', checkedOut: 3 });
      expect((await act({ action: 'arrive', at: '2026-11-24T09:05', version: 3 })).body).toEqual(arrived.body);
      expect((await stateOf(second?.stayId ?? '', driver)).state).toBe('departed');
      expect((await add([passenger('A5')], {}, 'list-3')).body).toMatchObject({
        accepted: 0,
        results: [{ errors: [{ code: 'trip-closed' }] }],
      });
      const manifest = await api.call('get', `/v1/stays?tripId=${tripId}`, driver);
      expect((manifest.body as { stays: object[] }).stays).toHaveLength(4);
    });

    it.each(['valid-rows', 'all-or-nothing'])('tell of a seat sold twice, also within one list: %s', async (policy) => {
      const doubts = async (list: object[], key: string): Promise<boolean[]> => {
        const { results } = (await add(list, { policy }, key)).body as {
          results: { accepted: boolean; stay: { warnings: { code: string; pointer: string }[] } }[];
        };
        expect(results.every(({ accepted }) => accepted)).toBe(true);
        return results.map(({ stay }) =>
          stay.warnings.some(({ code, pointer }) => code === 'seat-taken' && pointer.endsWith('/place/seat')),
        );
      };
      const onward = (seat: string) => ({
        ...passenger(seat),
        place: { seat, boardingStop: 'VINH', alightingStop: 'HN' },
      });
      // Whoever gets off at Vinh frees the seat for the rest of the way.
      expect(await doubts([passenger('A1', 'VINH'), onward('A1'), passenger('A2'), passenger('a2')], 'list-5')).toEqual(
        [false, false, false, true],
      );
      expect(await doubts([passenger('A1'), passenger('B1')], 'list-6')).toEqual([true, false]);
    });

    it('do not take a corrected passenger for somebody else on the seat', async () => {
      const { results } = (await add([passenger('A1'), passenger('A2')])).body as { results: { stay: Declared }[] };
      const correct = (version: number, seat: string) =>
        post(
          `/v1/stays/${results[0]?.stay.stayId}/correct`,
          { version, changes: { person: { phone: `090500011${version}` }, place: { seat } } },
          driver,
        );
      const codesOf = (answer: { body: unknown }) =>
        (answer.body as { warnings: { code: string }[] }).warnings.map(({ code }) => code);
      expect(codesOf(await correct(1, 'A1'))).toEqual([]);
      expect(codesOf(await correct(2, 'A2'))).toEqual(['seat-taken']);
    });

    it('keep their manifest when the vehicle changes', async () => {
      await add([passenger('A1')]);
      const changed = await act({ action: 'change-vehicle', plate: '43B 055.55', version: 1 });
      expect(changed.body).toMatchObject({ plate: '43B05555', state: 'planned', version: 2, warnings: [] });
      const unknown = await act({ action: 'change-vehicle', plate: '51B-111.11', version: 2 });
      expect(unknown.body).toMatchObject({ warnings: [{ code: 'vehicle-not-listed' }] });
      expect((await act({ action: 'change-vehicle', plate: 'xe đỏ', version: 3 })).status).toBe(422);
      const manifest = await api.call('get', `/v1/stays?tripId=${tripId}`, driver);
      expect((manifest.body as { stays: object[] }).stays).toHaveLength(1);
      const listed = await api.call('get', '/v1/trips?state=planned&day=2026-11-23', driver);
      expect((listed.body as { trips: { plate: string }[] }).trips.map(({ plate }) => plate)).toEqual(['51B11111']);
    });

    it('are cancelled empty only, and acted on once per version', async () => {
      const added = await add([passenger('A1')]);
      expect(((await act({ action: 'cancel', version: 1 })).body as Declared).code).toBe('trip-has-passengers');
      const { results } = added.body as { results: { stay: Declared }[] };
      const stayId = results[0]?.stay.stayId;
      await post(`/v1/stays/${stayId}/cancel`, { version: 1, reason: 'khong-den' }, driver);
      const answers = await Promise.all([act({ action: 'cancel', version: 1 }), act({ action: 'depart', version: 1 })]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await act({ action: 'fly', version: 2 })).status).toBe(422);
      expect((await act({ action: 'depart' })).status).toBe(400);
    });

    it('take all passengers or none when asked to', async () => {
      const answer = await add([passenger('A1'), passenger('A2', 'XX')], { policy: 'all-or-nothing' });
      expect(answer.status).toBe(422);
      expect((answer.body as Declared).errors).toMatchObject([{ pointer: '/passengers/1/place/alightingStop' }]);
      const good = await add([passenger('A1'), passenger('A2')], { policy: 'all-or-nothing' }, 'list-4');
      expect(good.body).toMatchObject({ accepted: 2 });
    });
  });

  it('discharges a patient with all relatives, and takes it back', async () => {
    const hospital = await api.build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI', 'NGOAI'] });
    const nurse = await api.build.apiKey([hospital]);
    const admitted = await post(
      '/v1/patients',
      { recordNumber: 'BA-1', department: 'NOI', room: '5', bed: '2' },
      nurse,
    );
    const { patientId } = admitted.body as { patientId: string };
    const stay = async (body: object): Promise<string> =>
      (
        (await post('/v1/stays', { arrivedAt: '2026-11-23T21:50', ...body }, nurse, nextPersonalNumber()))
          .body as Declared
      ).stayId;
    const sick = await stay({ kind: 'patient', person: person(), place: { patientId } });
    const visitor = (change: object) =>
      stay({
        kind: 'relative',
        expectedDepartureAt: '2026-11-25T12:00',
        person: person(change),
        place: { patientId, relation: 'con' },
      });
    const [early, late] = [await visitor({}), await visitor({})];
    const newborn = await visitor({ birthDate: '2026-11-23', document: { type: 9, description: 'Trẻ sơ sinh' } });
    await post(`/v1/stays/${early}/check-out`, { version: 1 }, nurse);
    const act = (body: object) => post(`/v1/patients/${patientId}/actions`, body, nurse);
    expect(
      (await act({ action: 'transfer', department: 'NGOAI', room: '7', bed: '1', version: 1 })).body,
    ).toMatchObject({ stays: 3, version: 2 });
    expect((await stateOf(sick, nurse)).place).toMatchObject({ department: 'NGOAI', room: '7', bed: '1' });
    api.clock.set('2026-11-24T03:00:00Z');
    const out = await act({ action: 'discharge', at: '2026-11-24T09:30', version: 2 });
    expect(out.body).toMatchObject({ version: 3, stays: 3, dischargedAt: '2026-11-24T09:30:00+07:00' });
    expect((await act({ action: 'discharge', at: '2026-11-24T09:30', version: 2 })).body).toEqual(out.body);
    for (const stayId of [sick, late, newborn])
      expect((await stateOf(stayId, nurse)).departedAt).toBe('2026-11-24T09:30:00+07:00');
    const again = await post(
      '/v1/stays',
      {
        kind: 'relative',
        expectedDepartureAt: '2026-11-25T12:00',
        person: person(),
        place: { patientId, relation: 'con' },
      },
      nurse,
      'x',
    );
    expect((again.body as Declared).errors.map(({ code }) => code)).toContain('patient-discharged');
    expect((await act({ action: 'discharge', version: 3 })).status).toBe(409);
    expect((await act({ action: 'undo-discharge', version: 3 })).body).toMatchObject({ stays: 3, dischargedAt: null });
    expect((await stateOf(early, nurse)).state).toBe('left_early');
    expect((await stateOf(late, nurse)).state).toBe('in_house');
  });

  it('takes no discharge back once somebody of it is declared anew', async () => {
    const hospital = await api.build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
    const nurse = await api.build.apiKey([hospital]);
    const admit = async (recordNumber: string): Promise<string> =>
      ((await post('/v1/patients', { recordNumber, department: 'NOI' }, nurse)).body as { patientId: string })
        .patientId;
    const sick = person();
    const stayAt = (patientId: string) =>
      post('/v1/stays', { kind: 'patient', person: sick, place: { patientId } }, nurse, nextPersonalNumber());
    const first = await admit('BA-1');
    expect((await stayAt(first)).status).toBe(201);
    api.clock.set('2026-11-24T03:00:00Z');
    await post(`/v1/patients/${first}/actions`, { action: 'discharge', version: 1 }, nurse).expect(200);
    expect((await stayAt(await admit('BA-2'))).status).toBe(201);
    const undone = await post(`/v1/patients/${first}/actions`, { action: 'undo-discharge', version: 2 }, nurse);
    expect([undone.status, (undone.body as Declared).code]).toEqual([409, 'time-taken']);
    const patient = await api.call('get', `/v1/patients/${first}`, nurse);
    expect(patient.body).toMatchObject({ version: 2, dischargedAt: '2026-11-24T10:00:00+07:00' });
  });

  it('discharges a list of record numbers, each on its own, and nobody twice', async () => {
    const hospital = await api.build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
    const nurse = await api.build.apiKey([hospital]);
    for (const recordNumber of ['BA-1', 'BA-2', 'BA-3']) {
      const admitted = await post('/v1/patients', { recordNumber, department: 'NOI' }, nurse);
      const place = { patientId: (admitted.body as { patientId: string }).patientId };
      const stay = { kind: 'patient', arrivedAt: '2026-11-23T21:50', person: person(), place };
      expect((await post('/v1/stays', stay, nurse, nextPersonalNumber())).status).toBe(201);
    }
    api.clock.set('2026-11-24T03:00:00Z');
    const list = (body: object, key: string) => post('/v1/patients/discharge', body, nurse, key);
    const body = {
      at: '2026-11-24T09:30',
      patients: [
        { recordNumber: 'BA-1' },
        { recordNumber: 'BA-9' },
        { recordNumber: ' BA-2 ', at: '2026-11-24T08:00' },
        { recordNumber: 'BA-3', at: '2026-11-25T08:00' },
        { recordNumber: 'BA-1' },
      ],
    };
    const sent = await list(body, 'list-1');
    const outcomes = (
      sent.body as { results: { done: boolean; answer: object; errors: { code: string; pointer: string }[] }[] }
    ).results;
    expect(
      outcomes.map(({ done, errors }) => [done, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)]),
    ).toEqual([
      [true],
      [false, '/patients/1/recordNumber patient-unknown'],
      [true],
      [false, '/patients/3/at moment-in-future'],
      [true],
    ]);
    expect(outcomes[0]?.answer).toMatchObject({ stays: 1, dischargedAt: '2026-11-24T09:30:00+07:00', version: 2 });
    expect(outcomes[4]?.answer).toEqual(outcomes[0]?.answer);
    expect(outcomes[2]?.answer).toMatchObject({ dischargedAt: '2026-11-24T08:00:00+07:00' });
    expect((await list(body, 'list-1')).body).toEqual(sent.body);
    const again = await list({ patients: [{ recordNumber: 'BA-1' }] }, 'list-2');
    expect(again.body).toMatchObject({ done: 0, refused: 1, results: [{ errors: [{ code: 'patient-discharged' }] }] });
    expect((await list({ patients: [{}, { recordNumber: 7 }] }, 'list-3')).body).toMatchObject({
      errors: [
        { pointer: '/patients/1/recordNumber', code: 'type-wrong' },
        { pointer: '/patients/0/recordNumber', code: 'field-required' },
      ],
    });
    expect((await list({ patients: [] }, 'list-4')).status).toBe(422);
    expect((await api.call('post', '/v1/patients/discharge', nurse).send({ patients: [] })).status).toBe(400);
  });

  it('declares a family in one room, all or none', async () => {
    const group = (persons: object[]) => ({
      kind: 'guest',
      expectedDepartureAt: '2026-11-25T12:00',
      reason: 1,
      place: { room: '203' },
      persons,
    });
    const child = {
      person: person({ birthDate: '2020-01-01', document: { type: 5, number: 'KS123' } }),
      place: { bed: '2' },
    };
    const bad = await post(
      '/v1/stays/group',
      group([{ person: person() }, { person: person({ sex: undefined }) }]),
      key,
      'g-1',
    );
    expect((bad.body as Declared).errors).toMatchObject([{ code: 'field-required', pointer: '/persons/1/person/sex' }]);
    const good = await post('/v1/stays/group', group([{ person: person() }, child]), key, 'g-1b');
    expect(good.status).toBe(201);
    const { groupId, stays } = good.body as Declared;
    expect((await post('/v1/stays/group', group([{ person: person() }, child]), key, 'g-1b')).status).toBe(409);
    const listed = await api.call('get', `/v1/stays?groupId=${groupId}`, key);
    expect(
      (listed.body as { stays: { stayId: string; place: object }[] }).stays.map(({ stayId }) => stayId).sort(),
    ).toEqual(stays.map(({ stayId }) => stayId).sort());
    const same = person();
    const twice = await post('/v1/stays/group', group([{ person: same }, { person: same }]), key, 'g-2');
    expect([twice.status, (twice.body as Declared).errors[0]]).toMatchObject([
      409,
      { code: 'listed-twice-in-list', pointer: '/persons/1/person' },
    ]);
    expect((await post('/v1/stays/group', group([]), key, 'g-3')).status).toBe(422);
  });

  it('suggests who was there before, and declares them without their number being typed', async () => {
    const number = nextPersonalNumber();
    const before = await api.declare(
      key,
      guest(
        { arrivedAt: '2026-11-20T14:00', expectedDepartureAt: '2026-11-21T12:00' },
        { document: { type: 1, number }, phone: '0905000111' },
      ),
    );
    const { stayId } = before.body as Declared;
    for (const text of [number, 'bin tran', 'BÌNH']) {
      const found = await post('/v1/stays/suggestions', { text });
      expect((found.body as { people: object[] }).people[0]).toMatchObject({
        stayId,
        fullName: 'Trần Thị Bình',
        birthYear: '1990',
        lastRoom: '203',
        stays: 1,
      });
      expect(found.text).not.toContain(number);
    }
    expect(((await post('/v1/stays/suggestions', { text: 'nguyen' })).body as { people: object[] }).people).toEqual([]);
    const again = await api.declare(key, { ...guest(), person: { fromStayId: stayId } });
    expect(again.status).toBe(201);
    const stay = await api.call('get', `/v1/stays/${(again.body as Declared).stayId}`, key);
    expect(stay.body).toMatchObject({ person: { documentNumber: number, phone: '0905000111' } });
    const other = await api.build.apiKey([await api.build.facility()]);
    const stolen = await api.declare(other, { ...guest(), person: { fromStayId: stayId } });
    expect((stolen.body as Declared).errors).toMatchObject([{ code: 'stay-unknown', pointer: '/person/fromStayId' }]);
  });

  it('takes guests by the hour', async () => {
    const answer = await api.declare(
      key,
      guest({ arrivedAt: '2026-11-23T20:00', expectedDepartureAt: '2026-11-23T22:00' }),
    );
    const { stayId } = answer.body as Declared;
    expect(answer.status).toBe(201);
    const out = await post(`/v1/stays/${stayId}/check-out`, { version: 1 });
    expect(out.body).toMatchObject({ state: 'departed' });
  });

  it('tells the ward police of people without papers at once, and nobody else', async () => {
    const document = { type: 9, number: undefined, description: 'Mất giấy tờ' };
    const { stayId } = (await api.declare(key, guest({}, { document }))).body as Declared;
    const officer = (await new People(api.app, api.clock).signedIn('ward-police', { kind: 'unit', id: 'w20410' }))
      .browser;
    const elsewhere = (await new People(api.app, api.clock).signedIn('ward-police', { kind: 'unit', id: 'w20413' }))
      .browser;
    const notices = await officer.send('get', '/v1/police/notices?limit=200');
    expect((notices.body as { notices: { stayId: string }[] }).notices.map((one) => one.stayId)).toContain(stayId);
    expect(notices.text).not.toContain('Bình');
    expect((await elsewhere.send('get', '/v1/police/notices')).body).toEqual({ notices: [] });
    expect((await elsewhere.send('post', `/v1/police/notices/${stayId}/seen`, {})).status).toBe(404);
    expect((await api.call('get', '/v1/police/notices', key)).status).toBe(403);
    expect((await officer.send('post', `/v1/police/notices/${stayId}/seen`, {})).status).toBe(204);
    const unseen = await officer.send('get', '/v1/police/notices?limit=200');
    expect((unseen.body as { notices: { stayId: string }[] }).notices.map((one) => one.stayId)).not.toContain(stayId);
  });
});
