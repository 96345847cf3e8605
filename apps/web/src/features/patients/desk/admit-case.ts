import { toLocalIso } from '@luutru/calendar';
import { LuutruUnreachable } from '@luutru/client';
import { api } from '../../../api/client';
import type { GroupBody } from '../../check-in/declaration';
import { nameOf, offlineMark } from '../../check-in/declare';
import type { PersonDraft } from '../../check-in/person/person-draft';
import type { Accepted, Declared } from '../../check-in/receipt/declared';
import { keepWaiting, type WaitingAdmission } from '../../offline/waiting';
import { admissionBody, type AdmissionTerms, patientBody, type Relative, relativesBody } from './admission';
import { dryRun } from './dry-run';

export interface CaseEntry {
  readonly facilityId: string;
  /** Relatives of somebody who is in already; null: a new patient. */
  readonly patientId: string | null;
  readonly terms: AdmissionTerms;
  readonly patient: PersonDraft | null;
  readonly relatives: readonly Relative[];
  readonly key: string;
  readonly at: Date;
  readonly enteredBy: string;
  /** Where they are, for receipts. */
  readonly place: string;
}

/** The patient is in, the relatives are not: somebody else was quicker, or the line failed in between. */
export class PartlyDeclared extends Error {
  constructor(
    readonly patientId: string,
    readonly accepted: Accepted,
    override readonly cause: unknown,
  ) {
    super('The patient was declared, the relatives were not', { cause });
  }
}

interface Part {
  readonly body: GroupBody;
  readonly names: readonly string[];
  readonly key: string;
}

/**
 * Admits a patient and declares everybody who came along; without a network keeps all of it to be sent in this order. Each
 * request has a key of its own that belongs to this attempt, so that any of them can be sent again.
 */
export async function admitCase(entry: CaseEntry): Promise<Declared> {
  const { facilityId, terms, key, at: now, enteredBy, place } = entry;
  const mark = await offlineMark(now, enteredBy);
  const parts = partsOf(entry, mark);
  const admission: WaitingAdmission | undefined =
    entry.patientId === null ? { body: admissionBody(facilityId, terms, now), key: `${key}-admit` } : undefined;
  if (mark === null) {
    try {
      await dryRun(
        key,
        parts.map(({ body }) => body),
      );
      return await send(entry, parts, admission);
    } catch (error) {
      if (!(error instanceof LuutruUnreachable)) throw error;
    }
  }
  const enteredAt = toLocalIso(now);
  for (const { body, names, key: own } of parts) {
    await keepWaiting({ body, names, room: place, key: own, enteredAt, enteredBy, ...(admission && { admission }) });
  }
  return { kind: 'kept', names: parts.flatMap(({ names }) => names), enteredAt };
}

function partsOf(entry: CaseEntry, mark: string | null): Part[] {
  const { facilityId, patientId, terms, at: now, patient, relatives, key } = entry;
  const shared = { facilityId, patientId, terms, now, mark };
  const parts: Part[] = [];
  if (patient) parts.push({ body: patientBody(shared, patient), names: [nameOf(patient)], key: `${key}-patient` });
  if (relatives.length > 0) {
    const names = relatives.map(({ person }) => nameOf(person));
    parts.push({ body: relativesBody(shared, relatives), names, key: `${key}-relatives` });
  }
  return parts;
}

async function send(entry: CaseEntry, parts: readonly Part[], admission?: WaitingAdmission): Promise<Accepted> {
  const patientId =
    entry.patientId ??
    (admission && (await api.admitPatient({ body: admission.body }, { idempotencyKey: admission.key })).patientId) ??
    '';
  let accepted: Accepted = { kind: 'accepted', stays: [], room: '', place: entry.place };
  for (const { body, names, key } of parts) {
    try {
      const { stays } = await api.declareGroup(
        { body: { ...body, place: { ...body.place, patientId } } },
        { idempotencyKey: key },
      );
      const receipts = stays.map((stay, at) => ({ stay, name: names[at] ?? '' }));
      accepted = { ...accepted, stays: [...accepted.stays, ...receipts] };
    } catch (error) {
      if (accepted.stays.length === 0 || error instanceof LuutruUnreachable) throw error;
      throw new PartlyDeclared(patientId, accepted, error);
    }
  }
  return accepted;
}
