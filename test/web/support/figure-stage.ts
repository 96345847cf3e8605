import { guest } from '../../support/builders';
import { GUEST_MONTHS, seedGuests } from '../../support/guests';
import type { TestApi } from '../../support/test-api';
import { type ConsoleSystem, createConsoleSystem } from './console-system';
import { hoursAgo } from './seed';

export const AREA = { kind: 'unit', id: 'p48' } as const;
/** A guest who is in house: no page of figures may ever show it. */
export const GUEST_NAME = 'Lê Thị Hoa Mai';

/** The console with four months of guests in three wards, counted, and somebody in house. */
export async function createFigureStage(
  options: Parameters<typeof createConsoleSystem>[0] = {},
): Promise<ConsoleSystem> {
  const console = await createConsoleSystem(options);
  const { build } = console.system;
  await seedGuests({ build } as TestApi);
  const hotel = await build.facility({ name: 'Khách sạn Sông Hoài', rooms: ['101', '102', '103', '104'] });
  const key = await build.apiKey([hotel]);
  for (let at = 0; at < 7; at += 1) {
    const stay = { arrivedAt: hoursAgo(2), expectedDepartureAt: hoursAgo(-40), place: { room: `10${1 + (at % 4)}` } };
    const body = { ...guest(stay, { fullName: GUEST_NAME }), facilityId: hotel.code };
    const { status, body: answer } = await console.system.post('/v1/stays', key, body);
    if (status >= 300) throw new Error(JSON.stringify(answer));
  }
  await countAgain(console, GUEST_MONTHS[0] ?? '');
  await counted(console);
  return console;
}

/** Has everything counted, as after a restart: what was written behind the audit trail's back is not known to have changed. */
export async function countAgain({ system: { build } }: ConsoleSystem, from: string): Promise<void> {
  await build.rows(
    `INSERT INTO statistic_due (kind, facility_id, subject_id)
     SELECT 'facility', facility_id, facility_id FROM facility UNION ALL SELECT 'trip', facility_id, trip_id FROM trip
     ON CONFLICT DO NOTHING`,
  );
  await build.rows(
    `INSERT INTO statistic_due_days (from_day, until_day) VALUES ($1, current_date + 2) ON CONFLICT DO NOTHING`,
    [from],
  );
}

/** Waits until the worker has counted all that was written until now. */
export async function counted({ system: { build } }: ConsoleSystem): Promise<void> {
  const [now] = await build.rows<{ now: string }>('SELECT now()::text AS now');
  for (const end = Date.now() + 30_000; ;) {
    const [row] = await build.rows<{ done: boolean }>(
      `SELECT counted_at > $1 AND NOT EXISTS (SELECT FROM statistic_due) AS done FROM statistic_progress`,
      [now?.now],
    );
    if (row?.done === true) return;
    if (Date.now() > end) throw new Error('The figures are not counted');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
