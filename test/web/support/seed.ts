import { toLocalIso } from '@luutru/calendar';
import { guest } from '../../support/builders';
import type { TestSystem } from '../../support/test-system';

/** A moment so many hours ago (or ahead, when negative), as declarations give it. */
export const hoursAgo = (hours: number): string => toLocalIso(new Date(Date.now() - hours * 3_600_000)).slice(0, 16);

/** Declares a guest who has just arrived, and returns the stay's id. */
export async function declareGuest(system: TestSystem, key: string, number: string, room?: string): Promise<string> {
  const body = guest(
    {
      arrivedAt: hoursAgo(1),
      expectedDepartureAt: hoursAgo(-40),
      ...(room === undefined ? { place: {} } : { place: { room } }),
    },
    { document: { type: 1, number }, phone: '0905123456' },
  );
  const answer = await system.post('/v1/stays', key, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return String(answer.body.stayId);
}
