import { generateKeyPairSync, randomUUID } from 'node:crypto';
import type { PopulationPerson, StayEvent } from '@luutru/population';

/** A synthetic citizen. */
export const AN: PopulationPerson = {
  documentType: 1,
  documentNumber: '049090001234',
  nationality: 'VNM',
  fullName: 'Nguyễn Văn An',
  birthDate: '1990-08-15',
  sex: 'M',
};

/** Ed25519, PEM. */
export function keyPair(): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
}

/** An arrival of a stay of its own. */
export function stayEvent(): StayEvent {
  const facilityId = '0193f0a0-0000-7000-8000-000000000001';
  const stayId = randomUUID();
  return {
    eventId: `${facilityId}:${stayId}:1`,
    type: 'arrival',
    facilityId,
    stayId,
    sequence: 1,
    occurredAt: '2026-11-23T14:55:00.000Z',
    declaredAt: '2026-11-23T15:00:00.000Z',
    dueAt: '2026-11-23T16:00:00.000Z',
    late: false,
    facility: { name: 'Khách sạn Sông Hoài', kind: 'KS', wardCode: '501920410' },
    person: { ...AN, phone: '0905000111' },
    stay: { kind: 'guest', arrivedAt: '2026-11-23T14:55:00.000Z', reason: null, place: { room: '203', bed: 'A' } },
  };
}
