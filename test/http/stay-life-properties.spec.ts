import fc from 'fast-check';
import { STAY_ACTIONS, STAY_LIFE, type StayAction, type StayState } from '@luutru/declaration';
import { guest, nextPersonalNumber } from '../support/builders';
import { createTestApi, type TestApi } from '../support/test-api';

/** What one of several clients does: to one of a few people's stays, seeing some version or none. */
interface Step {
  readonly person: number;
  readonly action: StayAction | 'declare';
  readonly minute: number;
  readonly behind: number;
}

const PEOPLE = 3;
const CLIENTS = 4;

const step = fc.record({
  person: fc.nat(PEOPLE - 1),
  action: fc.constantFrom('declare' as const, ...STAY_ACTIONS),
  minute: fc.nat(600),
  behind: fc.nat(2),
});

interface Version {
  readonly version: number;
  readonly action: string;
  readonly stay: { readonly state: StayState; readonly late: boolean; readonly declaredAt: string };
}

describe('whatever several clients do to stays at once', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi();
  });
  afterAll(() => api.close());

  it('versions follow one another, events have no gaps, nobody is in house twice, and states obey the table', async () => {
    let acted = 0;
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 4, maxLength: 12 }), { minLength: CLIENTS, maxLength: CLIENTS }),
        async (clients) => {
          api.clock.set('2026-11-23T14:00:00Z');
          const hotel = await api.build.facility();
          const key = await api.build.apiKey([hotel]);
          const numbers = Array.from({ length: PEOPLE }, nextPersonalNumber);
          const stays: string[][] = numbers.map(() => []);
          const longest = Math.max(...clients.map((steps) => steps.length));
          for (let at = 0; at < longest; at += 1) {
            api.clock.set(new Date(Date.parse('2026-11-23T14:00:00Z') + at * 3_600_000).toISOString());
            const answers = await Promise.all(
              clients.flatMap((steps) => steps.slice(at, at + 1).map((next) => take(key, numbers, stays, next))),
            );
            for (const status of answers) {
              expect([200, 201, 409, 422]).toContain(status);
              if (status === 200) acted += 1;
              if (status === 409) conflicts += 1;
            }
          }
          await holds(key, hotel.facilityId);
        },
      ),
      { numRuns: 12, seed: 20261123 },
    );
    expect(acted).toBeGreaterThan(60);
    expect(conflicts).toBeGreaterThan(30);
  }, 120_000);

  async function take(key: string, numbers: readonly string[], stays: string[][], step: Step): Promise<number> {
    const own = stays[step.person] ?? [];
    const arrival = new Date(api.clock.now().getTime() - step.minute * 60_000 + 7 * 3_600_000)
      .toISOString()
      .slice(0, 16);
    if (step.action === 'declare' || own.length === 0) {
      const document = { type: 1, number: numbers[step.person] };
      const answer = await api.declare(
        key,
        guest({ arrivedAt: arrival, expectedDepartureAt: '2026-11-26T12:00' }, { document }),
      );
      if (answer.status === 201) own.push((answer.body as { stayId: string }).stayId);
      return answer.status;
    }
    const stayId = own[step.minute % own.length] ?? '';
    const seen = (await api.call('get', `/v1/stays/${stayId}`, key)).body as { version: number };
    const sent = {
      version: Math.max(1, seen.version - (step.behind === 2 ? 1 : 0)),
      ...(step.action === 'extend' && { expectedDepartureAt: `2026-12-0${1 + (step.minute % 9)}T12:00` }),
      ...(step.action === 'correct' && { changes: { note: `Sửa ${step.minute}`, arrivedAt: arrival } }),
      ...(step.action === 'cancel' && { reason: 'khai-trung' }),
    };
    const answer = await api.call('post', `/v1/stays/${stayId}/${step.action}`, key).send(sent);
    return answer.status;
  }

  async function holds(key: string, facilityId: string): Promise<void> {
    const stays = await api.build.rows<{ id: string; version: number; late: boolean; sequences: number[] }>(
      `SELECT s.stay_id AS id, s.version, s.late,
              ARRAY(SELECT sequence FROM outbox o WHERE o.stay_id = s.stay_id AND topic = 'population' ORDER BY sequence) AS sequences
       FROM stay s WHERE s.facility_id = $1`,
      [facilityId],
    );
    for (const { id, version, sequences } of stays) {
      const numbers = Array.from({ length: version }, (_, at) => at + 1);
      expect(sequences).toEqual(numbers);
      const history = await api.call('get', `/v1/stays/${id}/history`, key);
      const { versions } = history.body as { versions: Version[] };
      expect(versions.map((one) => one.version)).toEqual(numbers);
      versions.slice(1).forEach(({ action, stay }, at) => {
        const before = versions[at]?.stay.state ?? 'cancelled';
        expect(STAY_LIFE[before][action as StayAction]).toContain(stay.state);
      });
      expect(new Set(versions.map(({ stay }) => `${stay.late} ${stay.declaredAt}`)).size).toBe(1);
    }
    const twice = await api.build.rows(
      `SELECT FROM occupancy a JOIN occupancy b ON a.facility_id = b.facility_id AND a.occupant_index = b.occupant_index
         AND a.stay_id < b.stay_id AND a.during && b.during WHERE a.facility_id = $1`,
      [facilityId],
    );
    const astray = await api.build.rows(
      `SELECT FROM stay s LEFT JOIN occupancy o ON o.facility_id = s.facility_id AND o.stay_id = s.stay_id
       WHERE s.facility_id = $1 AND ((s.state = 'cancelled') <> (o.stay_id IS NULL) OR lower(o.during) <> s.arrived_at
         OR upper(o.during) <> greatest(coalesce(s.departed_at, s.expected_departure_at), s.arrived_at + interval '1 minute'))`,
      [facilityId],
    );
    expect([twice, astray]).toEqual([[], []]);
  }
});
