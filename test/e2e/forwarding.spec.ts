import { addDays, localDate } from '@luutru/calendar';
import { KbttAccountService } from '@luutru/kbtt-forwarding';
import { type BuiltFacility, guest } from '../support/builders';
import { NEW_PASSWORD, People } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';
import { createTestSystem, type TestSystem } from '../support/test-system';

describe('two receivers of one stay', () => {
  let portal: TestApi;
  let there: BuiltFacility;
  let username: string;
  let system: TestSystem;

  beforeAll(async () => {
    portal = await createTestApi();
    there = await portal.build.facility({ rooms: ['203'] });
    const scope = { kind: 'facility', id: there.facilityId } as const;
    ({ username } = await new People(portal.app, portal.clock).signedIn('facility-clerk', scope));
    // The token is asked for, and read, by real clocks.
    portal.clock.set(new Date().toISOString());
    const [, clientId = '', clientSecret = ''] = /^lt_([^_]+)_(.+)$/.exec(await portal.build.apiKey([there])) ?? [];
    system = await createTestSystem({
      portal: { baseUrl: await portal.url(), clientId, clientSecret, timeoutMs: 5_000 },
    });
  });
  afterAll(async () => {
    await system.close();
    await portal.close();
  });

  it('is carried to both, and neither waits for the other', async () => {
    const hotel = await system.build.facility({ rooms: ['203'] });
    const key = await system.build.apiKey([hotel]);
    const owner = { principal: { kind: 'person', id: 'owner' }, requestId: 'test' } as never;
    await system.api.get(KbttAccountService).set(owner, hotel.facilityId, { username, password: NEW_PASSWORD });
    await system.standIn.behave({ down: true });
    const until = `${addDays(localDate(new Date()), 1)}T12:00`;
    const body = { ...guest(), arrivedAt: undefined, expectedDepartureAt: until };
    const { stayId } = (await system.post('/v1/stays', key, body)).body as { stayId: string };
    for (const end = Date.now() + 20_000; ;) {
      const [row] = await portal.build.rows<{ n: number }>('SELECT count(*)::int AS n FROM stay');
      if (row?.n === 1) break;
      if (Date.now() > end) throw new Error('nothing arrived at the portal');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await system.get(`/v1/stays/${stayId}`, key)).status).toBe('pending');
    await system.standIn.behave({ down: false });
    expect(await system.settled(stayId, key, ['not_found'])).toBeDefined();
  });
});
