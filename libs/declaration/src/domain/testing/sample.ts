import type { DeclarationContext, FacilityFacts } from '../declaration-context';
import type { DeclarationInput } from '../declaration-input';
import type { StayKind } from '../stay-kind';

/** A context in which every kind of stay can be declared; override what a test is about. */
export function context(
  overrides: Partial<DeclarationContext> = {},
  facility: Partial<FacilityFacts> = {},
): DeclarationContext {
  return {
    now: new Date('2026-11-23T14:56:00Z'),
    facility: {
      active: true,
      stayKinds: new Set<StayKind>(['guest', 'tenant', 'patient', 'relative', 'passenger']),
      roomRequired: true,
      remoteArea: false,
      industrialZoneId: null,
      zoneRequired: false,
      rooms: new Set(['203', '5']),
      departments: new Set(['NOI']),
      ...facility,
    },
    trip: {
      departsAt: new Date('2026-11-23T12:00:00Z'),
      expectedArrivalAt: new Date('2026-11-24T02:00:00Z'),
      stops: ['DN', 'VINH', 'HN'],
      open: true,
    },
    patient: { department: 'NOI', room: '5', bed: '2', discharged: false },
    rules: {
      deadline: () => ({ cutoff: '23:00', nextDayDue: '08:00' }),
      foreignerDeadline: () => ({ hours: 12, remoteHours: 24 }),
      arrivalWindow: () => ({ onTimeDays: 1, maxLateDays: 60 }),
      maxDaysPerNotice: () => 30,
      temporaryResidenceAfterDays: () => 30,
    },
    codes: {
      has: (table, code) =>
        table === 'nationality'
          ? ['VNM', 'D', 'FRA'].includes(code)
          : table === 'relation-to-patient'
            ? code === 'con'
            : Number(code) >= 1 && Number(code) <= 20,
    },
    addresses: {
      resolve: (address, { wardCode, provinceCode }) => {
        if (wardCode === '501920410' || address.includes('Minh An'))
          return { certainty: 'ward', wardId: 'w20410', provinceId: 'p48' };
        if (provinceCode === '501') return { certainty: 'province', wardId: null, provinceId: 'p48' };
        return { certainty: 'none', wardId: null, provinceId: null };
      },
    },
    ...overrides,
  };
}

export const person: NonNullable<DeclarationInput['person']> = {
  fullName: 'Trần Thị Bình',
  birthDate: '1990-08-15',
  sex: 'F',
  document: { type: 1, number: '049190001234' },
};

const LEAVES = '2026-11-25T12:00';

/** A declaration of each kind that is right in every respect. */
export const VALID: Readonly<Record<StayKind, DeclarationInput>> = {
  guest: { kind: 'guest', person, expectedDepartureAt: LEAVES, reason: 1, place: { room: '203' } },
  tenant: { kind: 'tenant', person, reason: 19, place: { unit: 'P12' } },
  patient: { kind: 'patient', person, place: { patientId: 'a' } },
  relative: { kind: 'relative', person, expectedDepartureAt: LEAVES, place: { patientId: 'a', relation: 'con' } },
  passenger: { kind: 'passenger', person, place: { tripId: 't', seat: 'A1', boardingStop: 'DN', alightingStop: 'HN' } },
};
