import { parseMoment, toLocalIso } from '@luutru/calendar';
import { legOf } from './place';
import { departedState, type LivingStay, presentState, type StayChange } from './act';
import type { DeclarationContext, SeatLeg } from './declaration-context';
import type { DeclarationInput, PersonInput } from './declaration-input';
import { fault, type Finding } from './finding';
import { PLACE_FIELDS } from './stay-kind';
import type { DeclaredPerson, StayDraft } from './stay-draft';
import { validateDeclaration } from './validate-declaration';

/** A stay as it was declared, with what became of it since. */
export type RecordedStay = LivingStay & Omit<StayDraft, 'warnings'> & { readonly declaredAt: Date };

/** What is to be different. A field that is not given stays as it is. */
export interface CorrectionInput {
  readonly changes: Omit<DeclarationInput, 'externalRef'> & { readonly departedAt?: string };
  /** Names of optional fields to empty, such as `note` or `place.bed`. */
  readonly clear: readonly string[];
}

export type Correction =
  | {
      readonly ok: true;
      readonly draft: StayDraft;
      readonly change: StayChange;
      /** Pointers of what differs from the version before. */
      readonly changed: readonly string[];
    }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const CLEARABLE: ReadonlySet<string> = new Set([
  'expectedDepartureAt',
  'reason',
  'reasonText',
  'note',
  'person.phone',
  'person.permitUntil',
  'person.residence',
  'person.document.number',
  'person.document.description',
  ...PLACE_FIELDS.map((field) => `place.${field}`),
]);

/**
 * Corrects a stay. The whole is held against the rules of the moment it was declared at, so that a correction can neither
 * smuggle in what a declaration may not say nor fail because time has passed; deadline and punctuality stay as they were.
 */
export function correct(stay: RecordedStay, correction: CorrectionInput, context: DeclarationContext): Correction {
  const { changes, clear } = correction;
  const unclearable = clear.findIndex((name) => !CLEARABLE.has(name));
  if (unclearable >= 0) return refused(fault('field-not-clearable', `/clear/${unclearable}`));
  const validation = validateDeclaration(merge(stay, changes, clear), asDeclared(stay, context));
  if (!validation.ok) {
    return refused(...validation.findings.map((finding) => ({ ...finding, pointer: `/changes${finding.pointer}` })));
  }
  const departure = readDeparture(stay, changes.departedAt, validation.draft.arrivedAt, context.now);
  if ('code' in departure) return refused(departure);
  const draft = keepResidence(stay, changes, clear, {
    ...validation.draft,
    dueAt: stay.dueAt,
    dueExtendedBy: stay.dueExtendedBy,
    late: stay.late,
    warnings: validation.draft.warnings.filter(({ code }) => code !== 'declared-late'),
  });
  const { departedAt } = departure;
  const changed = differences(stay, draft, departedAt);
  if (changed.length === 0) return refused(fault('nothing-to-correct', '/changes'));
  const { expectedDepartureAt } = draft;
  const state = departedAt
    ? departedState(expectedDepartureAt, departedAt)
    : presentState(expectedDepartureAt, context.now);
  return { ok: true, draft, change: { state, expectedDepartureAt, departedAt }, changed };
}

function asDeclared(stay: RecordedStay, context: DeclarationContext): DeclarationContext {
  return {
    ...context,
    now: stay.declaredAt,
    saidAt: context.now,
    facility: { ...context.facility, active: true },
    trip: context.trip && { ...context.trip, open: true, seats: othersThan(stay, context.trip.seats) },
    patient: context.patient && { ...context.patient, discharged: false },
  };
}

/** The seats without the one that the stay itself has. */
function othersThan({ place }: RecordedStay, seats: readonly SeatLeg[] = []): readonly SeatLeg[] {
  const own = legOf(place);
  const at = seats.findIndex(({ seat, from, to }) => seat === own?.seat && from === own.from && to === own.to);
  return at < 0 ? seats : seats.toSpliced(at, 1);
}

function merge(
  stay: RecordedStay,
  { departedAt: _departed, ...changes }: CorrectionInput['changes'],
  clear: readonly string[],
): DeclarationInput {
  const before = inputOf(stay);
  const scanned = changes.person?.qr !== undefined || changes.person?.mrz !== undefined;
  const { phone, residence, permitUntil, ...identity } = before.person ?? {};
  const person = { phone, residence, permitUntil, ...(!scanned && identity) };
  const samePlace = changes.kind === undefined || changes.kind === stay.kind;
  const merged = {
    ...before,
    ...changes,
    person: {
      ...person,
      ...changes.person,
      document: { ...person.document, ...changes.person?.document },
      residence: changes.person?.residence ?? (scanned ? { kind: residence?.kind } : residence),
    },
    place: { ...(samePlace && before.place), ...changes.place },
  };
  for (const name of clear) remove(merged, name.split('.'));
  return merged;
}

function remove(target: object, [name = '', ...rest]: readonly string[]): void {
  const members = target as Record<string, unknown>;
  if (rest.length === 0) members[name] = undefined;
  else if (typeof members[name] === 'object' && members[name] !== null) remove(members[name], rest);
}

/** The declaration that would have led to the stay as it stands. */
function inputOf({ person, ...stay }: RecordedStay): DeclarationInput {
  const given = <T>(value: T | null): T | undefined => value ?? undefined;
  return {
    kind: stay.kind,
    externalRef: given(stay.externalRef),
    arrivedAt: toLocalIso(stay.arrivedAt),
    expectedDepartureAt: given(stay.expectedDepartureAt && toLocalIso(stay.expectedDepartureAt)),
    reason: given(stay.reason),
    reasonText: given(stay.reasonText),
    note: given(stay.note),
    place: stay.place,
    person: {
      fullName: person.fullName,
      birthDate: person.birthDate,
      sex: person.sex,
      nationality: person.nationality,
      document: {
        type: person.documentType,
        number: given(person.documentNumber),
        description: given(person.documentDescription),
      },
      phone: given(person.phone),
      permitUntil: given(person.permitUntil),
      residence: { kind: given(person.residenceKind), address: given(person.address) },
    } satisfies PersonInput,
  };
}

/** Ward and province may have been given by code, which the stay does not keep: an untouched residence stays what it was. */
function keepResidence(
  { person }: RecordedStay,
  { person: changed }: CorrectionInput['changes'],
  clear: readonly string[],
  draft: StayDraft,
): StayDraft {
  const touched = changed?.residence ?? changed?.qr ?? changed?.mrz;
  if (touched !== undefined || clear.includes('person.residence')) return draft;
  const { residenceKind, address, residenceWardId, originProvinceId } = person;
  return { ...draft, person: { ...draft.person, residenceKind, address, residenceWardId, originProvinceId } };
}

function readDeparture(
  stay: RecordedStay,
  text: string | undefined,
  arrivedAt: Date,
  now: Date,
): { departedAt: Date | null } | Finding {
  const pointer = '/changes/departedAt';
  const gone = stay.departedAt !== null;
  if (text !== undefined && !gone) return fault('departure-not-known', pointer);
  const read = text === undefined ? undefined : parseMoment(text);
  if (read && !read.ok) return fault(`moment-${read.reason}`, pointer);
  const departedAt = read?.at ?? stay.departedAt;
  if (departedAt && departedAt < arrivedAt) return fault('departure-before-arrival', pointer);
  if (departedAt && departedAt > now) return fault('departure-in-future', pointer);
  return { departedAt };
}

const PERSON_POINTERS: Readonly<Record<keyof DeclaredPerson, string>> = {
  fullName: '/person/fullName',
  birthDate: '/person/birthDate',
  sex: '/person/sex',
  nationality: '/person/nationality',
  documentType: '/person/document/type',
  documentNumber: '/person/document/number',
  documentDescription: '/person/document/description',
  phone: '/person/phone',
  permitUntil: '/person/permitUntil',
  residenceKind: '/person/residence/kind',
  address: '/person/residence/address',
  residenceWardId: '/person/residence/wardCode',
  originProvinceId: '/person/residence/provinceCode',
};

function differences(before: RecordedStay, after: StayDraft, departedAt: Date | null): string[] {
  const same = (a: unknown, b: unknown): boolean =>
    a instanceof Date && b instanceof Date ? a.getTime() === b.getTime() : (a ?? null) === (b ?? null);
  const plain = ['kind', 'arrivedAt', 'expectedDepartureAt', 'reason', 'reasonText', 'note'] as const;
  return [
    ...plain.filter((field) => !same(before[field], after[field])).map((field) => `/${field}`),
    ...(same(before.departedAt, departedAt) ? [] : ['/departedAt']),
    ...(Object.keys(PERSON_POINTERS) as (keyof DeclaredPerson)[])
      .filter((field) => !same(before.person[field], after.person[field]))
      .map((field) => PERSON_POINTERS[field]),
    ...PLACE_FIELDS.filter((field) => !same(before.place[field], after.place[field])).map((field) => `/place/${field}`),
  ];
}

const refused = (...findings: readonly Finding[]): Correction => ({ ok: false, findings });
