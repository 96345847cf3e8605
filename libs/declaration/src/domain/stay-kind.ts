/** What brings a person to stay: a room, a flat, a hospital bed, someone in one, or a seat on an overnight bus. */
export const STAY_KINDS = ['guest', 'tenant', 'patient', 'relative', 'passenger'] as const;
export type StayKind = (typeof STAY_KINDS)[number];

export const PLACE_FIELDS = [
  'room',
  'bed',
  'unit',
  'employer',
  'industrialZoneId',
  'temporaryResidenceOn',
  'department',
  'patientId',
  'relation',
  'tripId',
  'seat',
  'boardingStop',
  'alightingStop',
] as const;
export type PlaceField = (typeof PLACE_FIELDS)[number];

/** `by-facility`: the kind of the facility decides whether it must be given. A field that is not listed is refused. */
export type PlaceNeed = 'required' | 'optional' | 'by-facility';

/** Which place fields each kind of stay has. Validation, documentation and forms read this one table. */
export const PLACE_TABLE: Readonly<Record<StayKind, Readonly<Partial<Record<PlaceField, PlaceNeed>>>>> = {
  guest: { room: 'by-facility', bed: 'optional' },
  tenant: {
    unit: 'required',
    room: 'optional',
    bed: 'optional',
    employer: 'optional',
    industrialZoneId: 'optional',
    temporaryResidenceOn: 'optional',
  },
  patient: { patientId: 'required', department: 'required', room: 'optional', bed: 'optional' },
  relative: { patientId: 'required', relation: 'required', department: 'required', room: 'optional', bed: 'optional' },
  passenger: { tripId: 'required', seat: 'required', boardingStop: 'required', alightingStop: 'required' },
};

/** Code 18 "Chữa bệnh" of the table stay-reason: what brings people to a hospital unless they say otherwise. */
const TREATMENT = 18;

/** The reason taken when none is given; null: none is needed; undefined: it must be given. */
export const DEFAULT_REASON: Readonly<Record<StayKind, number | null | undefined>> = {
  guest: undefined,
  tenant: undefined,
  patient: TREATMENT,
  relative: TREATMENT,
  passenger: null,
};

/** Code 20 "Mục đích khác": only this one takes, and needs, a text. */
export const OTHER_REASON = 20;

/** Kinds whose end may be unknown on arrival. */
export const OPEN_ENDED: ReadonlySet<StayKind> = new Set<StayKind>(['tenant', 'patient']);
