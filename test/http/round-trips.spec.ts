import { guest, NORTHBOUND } from '../support/builders';
import { type CountingProxy, startCountingProxy } from '../support/counting-proxy';
import { createTestDatabase } from '../support/database';
import { createTestApi, type TestApi } from '../support/test-api';

describe('what a declaration costs at PostgreSQL', () => {
  let api: TestApi;
  let proxy: CountingProxy;

  beforeAll(async () => {
    const database = await createTestDatabase();
    proxy = await startCountingProxy(database.urlFor('luutru_app'));
    api = await createTestApi({ database, databaseUrl: proxy.url });
  });
  afterAll(async () => {
    await api.close();
    await proxy.close();
  });

  it('is one round trip for a guest, two for whoever refers to a trip or a patient', async () => {
    const hotel = await api.build.facility();
    const operator = await api.build.facility({ kind: 'nha-xe', vehicles: ['43B-012.34'], routes: [NORTHBOUND] });
    const hospital = await api.build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
    const key = await api.build.apiKey([hotel, operator, hospital]);
    const trip = await api.call('post', '/v1/trips', key).send({
      facilityId: operator.code,
      externalRef: 'T',
      plate: '43B-012.34',
      routeCode: 'DN-HN',
      departsAt: '2026-11-23T19:00',
    });
    const patient = await api
      .call('post', '/v1/patients', key)
      .send({ facilityId: hospital.code, recordNumber: 'BA', department: 'NOI' });
    const { tripId } = trip.body as { tripId: string };
    const { patientId } = patient.body as { patientId: string };
    const costs: Record<string, number[]> = {};
    // The first of each kind also learns key, facility and data key; from then on they are known.
    for (const round of ['first', 'then']) {
      const bodies: [string, object][] = [
        ['guest', { ...guest(), facilityId: hotel.code }],
        [
          'passenger',
          {
            ...guest({ kind: 'passenger', arrivedAt: undefined, expectedDepartureAt: undefined, reason: undefined }),
            facilityId: operator.code,
            place: { tripId, seat: 'A1', boardingStop: 'DN', alightingStop: 'HN' },
          },
        ],
        [
          'relative',
          {
            ...guest({ kind: 'relative' }),
            reason: undefined,
            facilityId: hospital.code,
            place: { patientId, relation: 'con' },
          },
        ],
      ];
      for (const [kind, body] of bodies) {
        proxy.take();
        const answer = await api.declare(key, body);
        expect([round, answer.status]).toEqual([round, 201]);
        costs[kind] = [...(costs[kind] ?? []), proxy.take()];
      }
    }
    expect(costs.guest?.[1]).toBe(1);
    expect(costs.passenger?.[1]).toBe(2);
    expect(costs.relative?.[1]).toBe(2);
    expect(Math.max(...Object.values(costs).map(([first = 0]) => first))).toBeLessThanOrEqual(8);
  });

  it('is one round trip for a repeat that is refused its second recording, plus one for the answer', async () => {
    const key = await api.build.apiKey([await api.build.facility()]);
    const body = guest();
    await api.declare(key, body, 'again');
    proxy.take();
    expect((await api.declare(key, body, 'again')).headers['idempotent-replayed']).toBe('true');
    expect(proxy.take()).toBe(2);
  });
});
