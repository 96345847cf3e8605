import type { DeclarationContext, SeatLeg } from './declaration-context';
import type { DeclarationInput } from './declaration-input';
import { doubt, fault, type Finding } from './finding';
import { PLACE_FIELDS, PLACE_TABLE, type PlaceField, type StayKind } from './stay-kind';

type Place = Partial<Record<PlaceField, string>>;

const at = (field: PlaceField): string => `/place/${field}`;

/** Reads where in the facility the person stays, fills in what the patient's bed or the facility's zone imply, and checks it. */
export function readPlace(
  input: DeclarationInput,
  kind: StayKind,
  context: DeclarationContext,
): { place: Place; findings: Finding[] } {
  const place = withImplied({ ...input.place }, kind, context);
  const findings = [...checkNeeds(place, kind, context)];
  if (place.relation !== undefined && !context.codes.has('relation-to-patient', place.relation)) {
    findings.push(fault('code-unknown', at('relation'), { table: 'relation-to-patient' }));
  }
  findings.push(...checkReferences(place, kind, context), ...checkStops(place, context), ...doubtCodes(place, context));
  if (kind === 'passenger' && isTaken(legOf(place), context.trip)) findings.push(doubt('seat-taken', at('seat')));
  return { place, findings };
}

function withImplied(place: Place, kind: StayKind, { patient, facility }: DeclarationContext): Place {
  if ((kind === 'patient' || kind === 'relative') && patient) {
    place.department ??= patient.department;
    if (kind === 'patient') {
      place.room ??= patient.room ?? undefined;
      place.bed ??= patient.bed ?? undefined;
    }
  }
  if (kind === 'tenant' && facility.industrialZoneId) place.industrialZoneId ??= facility.industrialZoneId;
  const trimmed = Object.entries(place).map(([field, value]) => [field, value?.trim()] as const);
  return Object.fromEntries(trimmed.filter(([, value]) => value));
}

function* checkNeeds(place: Place, kind: StayKind, { facility }: DeclarationContext): Generator<Finding> {
  for (const field of PLACE_FIELDS) {
    const need = PLACE_TABLE[kind][field];
    const given = place[field] !== undefined;
    const required = need === 'required' || (need === 'by-facility' && facility.roomRequired);
    if (need === undefined && given) yield fault('field-not-for-kind', at(field), { kind });
    if (required && !given) yield fault('field-required', at(field));
  }
  if (kind === 'tenant' && facility.zoneRequired && place.industrialZoneId === undefined) {
    yield fault('field-required', at('industrialZoneId'));
  }
}

function checkReferences(place: Place, kind: StayKind, { trip, patient }: DeclarationContext): Finding[] {
  const findings: Finding[] = [];
  if (kind === 'passenger' && place.tripId !== undefined) {
    if (!trip) findings.push(fault('trip-unknown', at('tripId')));
    else if (!trip.open) findings.push(fault('trip-closed', at('tripId')));
  }
  if ((kind === 'patient' || kind === 'relative') && place.patientId !== undefined) {
    if (!patient) findings.push(fault('patient-unknown', at('patientId')));
    else if (patient.discharged) findings.push(fault('patient-discharged', at('patientId')));
  }
  return findings;
}

function checkStops(place: Place, { trip }: DeclarationContext): Finding[] {
  if (!trip) return [];
  const position = (stop: string | undefined): number => (stop === undefined ? -1 : trip.stops.indexOf(stop));
  const findings = (['boardingStop', 'alightingStop'] as const)
    .filter((field) => place[field] !== undefined && position(place[field]) < 0)
    .map((field) => fault('stop-not-on-route', at(field)));
  const both = place.boardingStop !== undefined && place.alightingStop !== undefined;
  if (findings.length === 0 && both && position(place.alightingStop) <= position(place.boardingStop)) {
    findings.push(fault('alighting-before-boarding', at('alightingStop')));
  }
  return findings;
}

/** The part of the way that a place on a bus is taken for; null unless all of it is known. */
export const legOf = ({ seat, boardingStop: from, alightingStop: to }: Place): SeatLeg | null =>
  seat !== undefined && from !== undefined && to !== undefined ? { seat, from, to } : null;

/** Whether someone else has the seat on a part of the way: a slip of the clerk, or a seat sold twice. */
function isTaken(leg: SeatLeg | null, trip: DeclarationContext['trip']): boolean {
  if (!leg || !trip?.seats) return false;
  const position = (stop: string): number => trip.stops.indexOf(stop);
  return trip.seats.some(
    (other) =>
      other.seat.toUpperCase() === leg.seat.toUpperCase() &&
      position(other.from) < position(leg.to) &&
      position(leg.from) < position(other.to),
  );
}

/** A room or department the facility never named may be new or mistyped: the guest is not kept waiting for it. */
function doubtCodes(place: Place, { facility }: DeclarationContext): Finding[] {
  const findings: Finding[] = [];
  const { room, department } = place;
  if (room !== undefined && facility.rooms.size > 0 && !facility.rooms.has(room))
    findings.push(doubt('room-not-listed', at('room')));
  if (department !== undefined && facility.departments.size > 0 && !facility.departments.has(department)) {
    findings.push(doubt('department-not-listed', at('department')));
  }
  return findings;
}
