import { addDays, localDate } from '@luutru/calendar';
import { guest, NORTHBOUND } from '../../support/builders';
import { type ConsoleSystem, createConsoleSystem } from './console-system';
import { countAgain, counted } from './figure-stage';
import { createSectors, type SectorFacilities } from './sector-people';
import { hoursAgo } from './seed';

/** People who were declared today by the clerks of each sector: no page of an authority may ever name them. */
export const SECTOR_NAMES = ['Lê Thị Bệnh Nhân', 'Lê Văn Thân Nhân', 'Lê Thị Hành Khách', 'Lê Văn Thợ May'];

/** The last month that is closed for figures without small numbers, as its first day. */
export const lastClosed = (): string => monthsBefore(addDays(localDate(new Date()), -10), 1);

/** The first day of the month so many months before that of a day. */
export function monthsBefore(day: string, months: number): string {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
}

/** The console with a hospital, a bus operator, zone housing and hotels of three closed months, a year before, and today. */
export async function createSectorStage(
  options: Parameters<typeof createConsoleSystem>[0] = {},
): Promise<ConsoleSystem & { readonly sectors: SectorFacilities }> {
  const console = await createConsoleSystem(options);
  const { build } = console.system;
  const sectors = await createSectors(build, lastClosed());
  await countAgain(console, monthsBefore(lastClosed(), 12));
  await declareToday(console, sectors);
  await counted(console);
  return { ...console, sectors };
}

/** One of each by the API, as their clerks do: a patient with a relative, a passenger, a worker. */
async function declareToday({ system }: ConsoleSystem, sectors: SectorFacilities): Promise<void> {
  const { hospital, operator, housing } = sectors;
  const key = await system.build.apiKey([hospital, operator, housing]);
  const send = async (path: string, body: object): Promise<Record<string, unknown>> => {
    const { status, body: answer } = await system.post(path, key, body);
    if (status !== 201) throw new Error(`${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  const [arrivedAt, departsAt] = [hoursAgo(1), hoursAgo(-40)];
  const [patient, relative, passenger, worker] = SECTOR_NAMES;
  const stay = (facilityId: string, kind: string, fullName: string | undefined, place: object): Promise<unknown> =>
    send('/v1/stays', {
      ...guest({ arrivedAt, expectedDepartureAt: departsAt, place }, { fullName, phone: '0905123456' }),
      ...{ facilityId, kind, reason: kind === 'tenant' ? 19 : kind === 'guest' ? 1 : undefined },
    });
  const admission = { facilityId: hospital.code, recordNumber: 'BA-KIN-9', department: 'NOI', admittedAt: arrivedAt };
  const { patientId } = await send('/v1/patients', admission);
  await stay(hospital.code, 'patient', patient, { patientId });
  await stay(hospital.code, 'relative', relative, { patientId, relation: 'con' });
  const trip = { facilityId: operator.code, plate: '43B-012.34', routeCode: NORTHBOUND.code, departsAt: arrivedAt };
  const { tripId } = await send('/v1/trips', { ...trip, externalRef: 'CHUYEN-KIN-9' });
  await stay(operator.code, 'passenger', passenger, { tripId, seat: 'A1', boardingStop: 'DN', alightingStop: 'HN' });
  await stay(housing.code, 'tenant', worker, { unit: 'A101', employer: 'Công ty May Sông Hàn' });
}
