import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { localDate, parseMoment } from '@luutru/calendar';
import {
  type BulkCheck,
  BulkDeclarationService,
  type BulkRow,
  type DeclarationInput,
  type StayDraft,
} from '@luutru/declaration';
import type { RowLinks } from '@luutru/declaration-file';
import { PatientReadModel, PatientService } from '@luutru/patient';
import { AppError, CLOCK, type Clock, type Issue } from '@luutru/platform';
import type { SourceRow } from './row-source';

/** What a batch says for all of its rows. */
export interface RowDefaults {
  readonly facilityId: string;
  readonly stayKind: string | null;
  readonly tripId: string | null;
  /** The portal's forms have one column for where a person lives: a room, or what tenants rent. */
  readonly roomIsUnit: boolean;
}

/** A row that the rules let pass. */
export interface PassedRow {
  readonly source: SourceRow;
  readonly draft: StayDraft;
  readonly warnings: readonly Issue[];
  readonly departedAt: Date | null;
}

export interface FailedRow {
  readonly source: SourceRow;
  readonly faults: readonly Issue[];
  readonly warnings: readonly Issue[];
}

/** Stands for a patient who is admitted only when the file is committed. */
export const NOT_ADMITTED = '00000000-0000-0000-0000-000000000000';

/**
 * Holds rows against the rules: those that hold for a single declaration, and what only a list has: patients by their
 * record number, and people who have left already.
 */
@Injectable()
export class RowChecks {
  constructor(
    private readonly bulk: BulkDeclarationService,
    private readonly patients: PatientReadModel,
    private readonly admissions: PatientService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param known record numbers of the file so far, with the patient's id once there is one */
  async check(
    defaults: RowDefaults,
    rows: readonly SourceRow[],
    known: Map<string, string>,
    admitAs?: Caller,
  ): Promise<(PassedRow | FailedRow)[]> {
    const prepared: { source: SourceRow; row: BulkRow }[] = [];
    for (const source of rows) prepared.push({ source, row: await this.prepare(defaults, source, known, admitAs) });
    const checks = await this.bulk.check(
      defaults.facilityId,
      prepared.map(({ row }) => row),
    );
    const shown = checks.map((check) => (defaults.roomIsUnit ? shownAtRoom(check) : check));
    return shown.map((check, at) => this.judge(prepared[at] as (typeof prepared)[number], check));
  }

  private judge({ source, row }: { source: SourceRow; row: BulkRow }, check: BulkCheck): PassedRow | FailedRow {
    const warnings = [...source.warnings, ...check.warnings];
    if (!check.ok) return { source, faults: check.faults, warnings };
    const departure = readDeparture(source.links, check.draft, this.clock.now());
    if ('code' in departure) return { source, faults: [...row.issues, departure], warnings };
    return { source, draft: check.draft, warnings, departedAt: departure.at };
  }

  private async prepare(
    { facilityId, stayKind, tripId, roomIsUnit }: RowDefaults,
    source: SourceRow,
    known: Map<string, string>,
    admitAs: Caller | undefined,
  ): Promise<BulkRow> {
    const kind = source.input.kind ?? (stayKind as DeclarationInput['kind'] | null) ?? undefined;
    const input: DeclarationInput = { ...source.input, kind };
    if (kind === 'tenant' && roomIsUnit) {
      const { room, ...place } = input.place ?? {};
      return { input: { ...input, place: { ...place, unit: room } }, issues: source.issues };
    }
    if (kind === 'passenger' && tripId !== null && input.place?.tripId === undefined) {
      return { input: { ...input, place: { ...input.place, tripId } }, issues: source.issues };
    }
    const { recordNumber } = source.links;
    if (recordNumber === undefined || (kind !== 'patient' && kind !== 'relative')) {
      return { input, issues: source.issues };
    }
    const found = known.get(recordNumber) ?? (await this.patients.findByRecordNumber(facilityId, recordNumber));
    const { id, issues } =
      found !== null && found !== NOT_ADMITTED
        ? { id: found, issues: [] }
        : await this.admit(facilityId, source, kind, found, admitAs);
    if (id !== undefined) known.set(recordNumber, id);
    const { department, room, bed } = input.place ?? {};
    return {
      input: { ...input, place: { ...input.place, ...(id !== undefined && { patientId: id }) } },
      issues: [...source.issues, ...issues],
      ...(id === NOT_ADMITTED && {
        patient: { department: department ?? '', room: room ?? null, bed: bed ?? null, discharged: false },
      }),
    };
  }

  /** In a dry run nobody is admitted; the patient's row stands for the admission that would be made. */
  private async admit(
    facilityId: string,
    source: SourceRow,
    kind: 'patient' | 'relative',
    found: string | null,
    admitAs: Caller | undefined,
  ): Promise<{ id?: string; issues: readonly Issue[] }> {
    if (kind === 'relative') {
      const issues = found ? [] : [{ code: 'patient-unknown', pointer: '/place/patientId' }];
      return { ...(found && { id: found }), issues };
    }
    const { recordNumber = '', admittedAt } = source.links;
    const { department, room, bed } = source.input.place ?? {};
    const input = { recordNumber, department, room, bed, admittedAt: admittedAt ?? source.input.arrivedAt };
    if (!admitAs) {
      const issues = admissionFaults(await this.admissions.faultsOf(facilityId, input));
      return { ...(issues.length === 0 && { id: NOT_ADMITTED }), issues };
    }
    try {
      const key = { reference: `admission:${recordNumber}` };
      const command = { caller: admitAs, facilityId, input, shapeIssues: [], body: input, key };
      return { id: (await this.admissions.admit(command)).answer.patientId, issues: [] };
    } catch (error) {
      if (!(error instanceof AppError) || error.kind === 'unavailable') throw error;
      if (error.code === 'patient-already-admitted') return { id: String(error.params.patientId), issues: [] };
      return { issues: admissionFaults(error.issues) };
    }
  }
}

const POINTER_OF: Readonly<Record<string, string>> = {
  '/recordNumber': '/links/recordNumber',
  '/department': '/place/department',
  '/room': '/place/room',
  '/bed': '/place/bed',
  '/admittedAt': '/links/admittedAt',
};

/** What is said of a unit belongs to the column of rooms, where it was written. */
function shownAtRoom(check: BulkCheck): BulkCheck {
  const moved = (issue: Issue): Issue =>
    issue.pointer === '/place/unit' ? { ...issue, pointer: '/place/room' } : issue;
  const warnings = check.warnings.map(moved);
  return check.ok ? { ...check, warnings } : { ...check, faults: check.faults.map(moved), warnings };
}

const admissionFaults = (issues: readonly Issue[]): Issue[] =>
  issues.map((issue) => ({ ...issue, pointer: POINTER_OF[issue.pointer] ?? '/place' }));

function readDeparture({ departedAt }: RowLinks, draft: StayDraft, now: Date): { at: Date | null } | Issue {
  if (departedAt === undefined) return { at: null };
  const pointer = '/links/departedAt';
  const read = parseMoment(departedAt);
  if (!read.ok) return { code: `moment-${read.reason}`, pointer };
  if (read.at < draft.arrivedAt) return { code: 'departure-before-arrival', pointer };
  // A day without a time means some hour of it, so that today is not the future.
  if (read.at > now && localDate(read.at) === localDate(now)) return { at: now };
  return read.at > now ? { code: 'departure-in-future', pointer } : { at: read.at };
}
