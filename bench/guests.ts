import { randomBytes } from 'node:crypto';

/** Several processes that declare at one facility begin with different people. */
let persons = Number(process.env.BENCH_PERSONS ?? 0);
const PROVINCES = ['049', '048', '046', '001', '079'];

/** A person never seen before: nobody may be in house twice. */
function nextNumber(): string {
  persons += 1;
  return `${PROVINCES[persons % PROVINCES.length]}190${String(Math.floor(persons / PROVINCES.length)).padStart(6, '0')}`;
}

/** The body of a declaration of somebody never declared before. */
export const guest = (facilityId: string): string =>
  JSON.stringify({
    facilityId,
    kind: 'guest',
    person: {
      fullName: 'Trần Thị Bình',
      birthDate: '1990-08-15',
      sex: 'F',
      document: { type: 1, number: nextNumber() },
      phone: '0905000111',
    },
    arrivedAt: new Date().toISOString(),
    expectedDepartureAt: new Date(Date.now() + 86_400_000).toISOString(),
    reason: 1,
    place: { room: '203' },
  });

/** The headers of a declaration. */
export const declaring = (key: string): Record<string, string> => ({
  authorization: `Bearer ${key}`,
  'idempotency-key': randomBytes(9).toString('base64url'),
});

/** One facility after the other. */
export function inTurn(facilityIds: readonly string[]): () => string {
  let turn = 0;
  return () => facilityIds[(turn += 1) % facilityIds.length] ?? '';
}
