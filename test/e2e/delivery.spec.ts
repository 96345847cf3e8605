import { addDays, localDate } from '@luutru/calendar';
import { guest, nextPersonalNumber, NORTHBOUND } from '../support/builders';
import { createBlankDatabase, type TestDatabase } from '../support/database';
import { createTestSystem, type TestSystem } from '../support/test-system';

describe.each(['redis', 'postgres'] as const)('from declaration to verification, queue on %s', (kind) => {
  let system: TestSystem;
  let queueDatabase: TestDatabase | undefined;
  let key: string;
  const tomorrow = `${addDays(localDate(new Date()), 1)}T12:00`;

  beforeAll(async () => {
    queueDatabase = kind === 'postgres' ? await createBlankDatabase() : undefined;
    system = await createTestSystem(
      queueDatabase && { queue: { kind: 'postgres', url: queueDatabase.urlFor('postgres') } },
    );
    const facilities = [await system.build.facility({ rooms: ['203'] })];
    key = await system.build.apiKey(facilities);
  });
  afterAll(async () => {
    await system.close();
    await queueDatabase?.drop();
  });

  const declare = async (body: object) => {
    const { status, body: answer } = await system.post('/v1/stays', key, {
      ...guest(),
      arrivedAt: undefined,
      expectedDepartureAt: tomorrow,
      ...body,
    });
    expect([status, answer]).toEqual([201, expect.objectContaining({ status: 'pending' })]);
    return String(answer.stayId);
  };
  const person = (number: string, fullName = 'Trần Thị Bình') => ({
    fullName,
    birthDate: '1990-08-15',
    sex: 'F',
    document: { type: 1, number },
  });
  const known = (number: string) => ({
    personalNumber: number,
    nationality: 'VNM',
    fullName: 'Trần Thị Bình',
    birthDate: '1990-08-15',
    sex: 'F',
  });

  it('verifies a known citizen and records the event once', async () => {
    const number = nextPersonalNumber();
    await system.standIn.knows([known(number)]);
    const stayId = await declare({ person: person(number) });
    expect(await system.settled(stayId, key, ['verified'])).toMatchObject({
      delivery: { status: 'verified', mismatchFields: [] },
    });
    const entries = (await system.standIn.ledger(true)).filter((entry) => entry.stayId === stayId);
    expect(entries).toMatchObject([
      { sequence: 1, type: 'arrival', receivedCount: 1, content: { person: { documentNumber: number } } },
    ]);
  });

  it('names the fields that do not match', async () => {
    const number = nextPersonalNumber();
    await system.standIn.knows([known(number)]);
    const stayId = await declare({ person: person(number, 'Trần Thị Bính') });
    expect(await system.settled(stayId, key, ['mismatch'])).toMatchObject({
      delivery: { mismatchFields: ['fullName'] },
    });
  });

  it('says when nobody has that number, or there is none', async () => {
    const unknown = await declare({ person: person(nextPersonalNumber()) });
    const nameless = await declare({ person: { ...person(''), document: { type: 9, description: 'Mất giấy tờ' } } });
    await system.settled(unknown, key, ['not_found']);
    await system.settled(nameless, key, ['not_found']);
  });

  it('carries patients, relatives, tenants and passengers', async () => {
    const hospital = await system.build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
    const operator = await system.build.facility({ kind: 'nha-xe', vehicles: ['43B-012.34'], routes: [NORTHBOUND] });
    const house = await system.build.facility({ kind: 'nha-tro' });
    const [hospitalKey, operatorKey, houseKey] = await Promise.all(
      [hospital, operator, house].map((f) => system.build.apiKey([f])),
    );
    const numbers = Array.from({ length: 4 }, nextPersonalNumber);
    await system.standIn.knows(numbers.map(known));
    const [n1 = '', n2 = '', n3 = '', n4 = ''] = numbers;

    const admitted = await system.post('/v1/patients', hospitalKey ?? '', {
      recordNumber: 'BA-1',
      department: 'NOI',
      room: '5',
      bed: '2',
    });
    expect(admitted.status).toBe(201);
    const { patientId } = admitted.body;
    const trip = await system.post('/v1/trips', operatorKey ?? '', {
      plate: '43B-012.34',
      routeCode: 'DN-HN',
      departsAt: `${localDate(new Date())}T00:30`,
    });
    expect(trip.status).toBe(201);
    const { tripId } = trip.body;

    const stays = [
      [hospitalKey, { kind: 'patient', person: person(n1), place: { patientId } }],
      [
        hospitalKey,
        { kind: 'relative', person: person(n2), expectedDepartureAt: tomorrow, place: { patientId, relation: 'con' } },
      ],
      [
        operatorKey,
        {
          kind: 'passenger',
          person: person(n3),
          place: { tripId, seat: 'A1', boardingStop: 'DN', alightingStop: 'HN' },
        },
      ],
      [houseKey, { kind: 'tenant', person: person(n4), reason: 19, place: { unit: 'P3' } }],
    ] as const;
    for (const [apiKey = '', body] of stays) {
      const declared = await system.post('/v1/stays', apiKey, body);
      expect([declared.status, declared.body.errors]).toEqual([201, undefined]);
      await system.settled(String(declared.body.stayId), apiKey, ['verified']);
    }
    const places = (await system.standIn.ledger(true))
      .slice(-4)
      .map((entry) => (entry.content?.stay as { place: object }).place);
    expect(places).toEqual([
      expect.objectContaining({ department: 'NOI', room: '5', bed: '2' }),
      expect.objectContaining({ department: 'NOI', relation: 'con' }),
      expect.objectContaining({ plate: '43B01234', route: 'DN-HN', seat: 'A1' }),
      expect.objectContaining({ unit: 'P3' }),
    ]);
  });
});
