import { Inject, Injectable } from '@nestjs/common';
import { type Caller, type Reach } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { AppError, CLOCK, type Clock, Database, KeyRing, type Transaction } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { areasOf } from './compliance.read-model';
import { fineBand } from './domain/fine-band';

/** What the law gave for a number of guests on a day. Shown beside the number, never decided. */
export interface ShownFine {
  readonly fromGuests: number;
  readonly toGuests: number | null;
  readonly minVnd: number;
  readonly maxVnd: number;
  readonly sourceVi: string;
  readonly validFrom: string;
}

/** The newest version of a note, in the clear. */
export interface NoteView {
  readonly noteId: string;
  readonly facilityId: string;
  readonly facilityName: string;
  readonly version: number;
  readonly action: string;
  readonly visitedOn: string;
  readonly findings: readonly string[];
  readonly notDeclared: number | null;
  readonly text: string;
  readonly shared: boolean;
  readonly withdrawn: boolean;
  readonly writtenBy: string;
  readonly writtenAt: Date;
  /** Null: nobody was found undeclared, or no rule is known for that day. */
  readonly fine: ShownFine | null;
  readonly answers: readonly { readonly version: number; readonly text: string; readonly answeredAt: Date }[];
}

export interface NoteRow extends Omit<NoteView, 'text' | 'fine' | 'answers'> {
  readonly textSealed: Buffer;
  readonly answers: readonly { readonly version: number; readonly sealed: string; readonly answeredAt: string }[];
}

export interface NoteFilter {
  readonly facilityId?: string;
  readonly limit: number;
}

/** Seals and opens under these names; changing them would make stored notes unreadable. */
export const NOTE_SEAL = { note: 'compliance_note', answer: 'compliance_answer', column: 'text_sealed' } as const;

const COLUMNS = `
  n.visit_id AS "noteId", n.facility_id AS "facilityId", f.name AS "facilityName", n.version, n.action,
  n.visited_on::text AS "visitedOn", n.findings, n.not_declared AS "notDeclared", n.shared, n.withdrawn,
  n.text_sealed AS "textSealed", n.written_by AS "writtenBy", n.written_at AS "writtenAt",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('version', a.version, 'sealed', encode(a.text_sealed, 'base64'),
                                                'answeredAt', a.answered_at) ORDER BY a.version), '[]')
   FROM compliance_answer a WHERE a.facility_id = n.facility_id AND a.visit_id = n.visit_id) AS answers`;

export const SELECT_NOTE = `
  SELECT ${COLUMNS} FROM compliance_note n JOIN facility f USING (facility_id)
  WHERE n.visit_id = $1 ORDER BY n.version DESC LIMIT 1`;

/** The newest version of each note that row-level security shows; to a facility those are the shared ones. */
const LIST_SQL = `
  SELECT ${COLUMNS} FROM (
    SELECT DISTINCT ON (facility_id, visit_id) * FROM compliance_note WHERE $1::uuid IS NULL OR facility_id = $1
    ORDER BY facility_id, visit_id, version DESC
  ) n JOIN facility f USING (facility_id) ORDER BY n.visited_on DESC, n.visit_id DESC LIMIT $2`;

/** Reads notes; every reading of them is in the audit trail, because what officers write may name people. */
@Injectable()
export class ComplianceNoteReadModel {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The newest notes of the caller's area, withdrawn ones too. */
  list(caller: Caller, filter: NoteFilter): Promise<readonly NoteView[]> {
    return this.read(caller, areasOf(caller, 'compliance.note'), filter);
  }

  /** What is shared with one's own facility, which the caller has been found to reach. A withdrawn note keeps its text back. */
  async shared(caller: Caller, facilityId: string, limit: number): Promise<readonly NoteView[]> {
    const notes = await this.read(caller, { facilityIds: [facilityId], areas: [] }, { facilityId, limit });
    return notes.map((note) =>
      note.withdrawn ? { ...note, text: '', findings: [], notDeclared: null, fine: null } : note,
    );
  }

  /** Every version of a note, newest first. Throws `not-found`. */
  async versions(caller: Caller, noteId: string): Promise<readonly NoteView[]> {
    const rows = await this.database.transaction(areasOf(caller, 'compliance.note'), async (tx) => {
      const found = await tx.query<NoteRow[]>(
        `SELECT ${COLUMNS} FROM compliance_note n JOIN facility f USING (facility_id) WHERE n.visit_id = $1 ORDER BY n.version DESC`,
        [noteId],
      );
      const [newest] = found;
      if (!newest) throw new AppError('not-found', 'not-found');
      await this.record(tx, caller, newest.facilityId, noteId, found.length);
      return found;
    });
    return Promise.all(rows.map((row) => this.view(row)));
  }

  /** The newest version, within the transaction that made it. */
  async current(tx: Transaction, noteId: string): Promise<NoteView> {
    const [row] = await tx.query<NoteRow[]>(SELECT_NOTE, [noteId]);
    if (!row) throw new AppError('not-found', 'not-found');
    return this.view(row);
  }

  private async read(caller: Caller, reach: Reach, { facilityId, limit }: NoteFilter): Promise<readonly NoteView[]> {
    const rows = await this.database.transaction(reach, async (tx) => {
      const found = await tx.query<NoteRow[]>(LIST_SQL, [facilityId ?? null, limit]);
      const counts = new Map<string, number>();
      for (const row of found) counts.set(row.facilityId, (counts.get(row.facilityId) ?? 0) + 1);
      for (const [of, count] of counts) await this.record(tx, caller, of, null, count);
      return found;
    });
    return Promise.all(rows.map((row) => this.view(row)));
  }

  private record(
    tx: Transaction,
    caller: Caller,
    facilityId: string,
    noteId: string | null,
    rowCount: number,
  ): Promise<void> {
    return appendAudit(tx, {
      at: this.clock.now(),
      facilityId,
      actor: { kind: caller.principal.kind, id: caller.principal.id },
      action: 'compliance.read-notes',
      subjectKind: 'compliance-note',
      subjectId: noteId,
      requestId: caller.requestId,
      rowCount,
    });
  }

  private async view({ textSealed, answers, ...row }: NoteRow): Promise<NoteView> {
    const { noteId } = row;
    return {
      ...row,
      text: await this.keyRing.open(NOTE_SEAL.note, NOTE_SEAL.column, noteId, textSealed),
      fine: this.fineOf(row.notDeclared, row.visitedOn),
      answers: await Promise.all(
        answers.map(async ({ version, sealed, answeredAt }) => ({
          version,
          text: await this.keyRing.open(NOTE_SEAL.answer, NOTE_SEAL.column, noteId, Buffer.from(sealed, 'base64')),
          answeredAt: new Date(answeredAt),
        })),
      ),
    };
  }

  /** The rule of the day of the visit, or nothing: a day before any rule is not guessed at. */
  private fineOf(guests: number | null, visitedOn: string): ShownFine | null {
    const rule = this.reference.ruleBook.findRule('fine.not-declaring', visitedOn);
    const band = rule && guests !== null ? fineBand(rule.value.bands, guests) : null;
    return rule && band ? { ...band, sourceVi: rule.sourceVi, validFrom: rule.validFrom } : null;
  }
}
