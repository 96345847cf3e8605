import { Inject, Injectable } from '@nestjs/common';
import { type Caller } from '@luutru/access';
import { appendAudit } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  KeyRing,
  STANDING_SCOPE,
  type Transaction,
  uuidV7,
  violates,
} from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { areasOf } from './compliance.read-model';
import {
  ComplianceNoteReadModel,
  NOTE_SEAL,
  type NoteRow,
  type NoteView,
  SELECT_NOTE,
} from './compliance-note.read-model';
import { checkNote, mayAct, type Note, type NoteAction, type NoteInput } from './domain/note';

/** What is done to a note: the version the officer looked at, and for a revision the note anew. */
export interface NoteOrder {
  readonly action: NoteAction;
  readonly version: number;
  readonly note?: NoteInput;
}

/** Notes of officers on visits to facilities. A version is never changed: every action makes the next one. */
@Injectable()
export class ComplianceNoteService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly reference: ReferenceDataService,
    private readonly notes: ComplianceNoteReadModel,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `validation-failed`, `not-found` also for a facility outside the area. */
  async write(caller: Caller, facilityId: string, input: NoteInput, share: boolean): Promise<NoteView> {
    const note = this.checked(input);
    const at = this.clock.now();
    const noteId = uuidV7(at);
    const state = { facilityId, noteId, version: 1, action: 'write', shared: share, withdrawn: false } as const;
    const sealed = await this.seal(noteId, note.text);
    return this.database.transaction(areasOf(caller, 'compliance.note'), async (tx) => {
      const [facility] = await tx.query<object[]>(
        `SELECT FROM facility WHERE facility_id = $1 AND facility_id IN (SELECT facilities_in_areas())`,
        [facilityId],
      );
      if (!facility) throw new AppError('not-found', 'not-found');
      await this.append(tx, caller, state, note, sealed, at);
      return this.notes.current(tx, noteId);
    });
  }

  /** Throws `not-found`, `note-conflict` when another version is the newest or the note no longer takes the action. */
  async act(caller: Caller, noteId: string, order: NoteOrder): Promise<NoteView> {
    const at = this.clock.now();
    const { action, version } = order;
    const revised = action === 'revise' ? this.checked(order.note ?? {}) : null;
    const sealed = revised && (await this.seal(noteId, revised.text));
    try {
      return await this.database.transaction(areasOf(caller, 'compliance.note'), async (tx) => {
        const [row] = await tx.query<NoteRow[]>(SELECT_NOTE, [noteId]);
        if (!row) throw new AppError('not-found', 'not-found');
        if (row.version !== version || !mayAct(row, action)) throw conflict(row);
        const state = {
          facilityId: row.facilityId,
          noteId,
          version: version + 1,
          action,
          shared: row.shared || action === 'share',
          withdrawn: action === 'withdraw',
        };
        await this.append(tx, caller, state, revised ?? row, sealed ?? row.textSealed, at);
        return this.notes.current(tx, noteId);
      });
    } catch (error) {
      // Somebody made the same version a moment ago.
      if (violates(error, 'compliance_note_pkey'))
        throw new AppError('note-conflict', 'conflict', { version: version + 1 });
      throw error;
    }
  }

  /**
   * The facility answers the version it was shown, once. Throws `not-found` for a note that is not shared with it,
   * `note-conflict` for another version than the newest, `note-answered`.
   */
  async answer(caller: Caller, facilityId: string, noteId: string, version: number, text: string): Promise<NoteView> {
    const at = this.clock.now();
    const sealed = await this.keyRing.seal(STANDING_SCOPE, NOTE_SEAL.answer, NOTE_SEAL.column, noteId, text);
    try {
      return await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
        const [row] = await tx.query<NoteRow[]>(SELECT_NOTE, [noteId]);
        if (!row) throw new AppError('not-found', 'not-found');
        if (row.version !== version || row.withdrawn) throw conflict(row);
        await tx.query(
          `INSERT INTO compliance_answer (facility_id, visit_id, version, text_sealed, answered_by, answered_at)
           VALUES ($1, $2, $3, $4, $5, $6)`,
          [facilityId, noteId, version, sealed, caller.principal.id, at],
        );
        await this.audit(tx, caller, facilityId, noteId, 'compliance.answer-note', version, at);
        return this.notes.current(tx, noteId);
      });
    } catch (error) {
      if (violates(error, 'compliance_answer_pkey')) throw new AppError('note-answered', 'conflict');
      throw error;
    }
  }

  private checked(input: NoteInput): Note {
    const today = localDate(this.clock.now());
    const knows = (code: string): boolean => this.reference.codeTables.has('inspection-finding', code, today);
    const result = checkNote(input, { today, knows });
    if ('issues' in result) throw new AppError('validation-failed', 'invalid', {}, result.issues);
    return result.note;
  }

  private seal(noteId: string, text: string): Promise<Buffer> {
    return this.keyRing.seal(STANDING_SCOPE, NOTE_SEAL.note, NOTE_SEAL.column, noteId, text);
  }

  private async append(
    tx: Transaction,
    caller: Caller,
    state: Pick<NoteRow, 'facilityId' | 'noteId' | 'version' | 'action' | 'shared' | 'withdrawn'>,
    note: Pick<Note, 'visitedOn' | 'findings' | 'notDeclared'>,
    sealed: Buffer,
    at: Date,
  ): Promise<void> {
    const { facilityId, noteId, version, action } = state;
    await tx.query(
      `INSERT INTO compliance_note (facility_id, visit_id, version, action, visited_on, findings, not_declared, shared,
                                    withdrawn, text_sealed, written_by, written_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        facilityId,
        noteId,
        version,
        action,
        note.visitedOn,
        note.findings,
        note.notDeclared,
        state.shared,
        state.withdrawn,
        sealed,
        caller.principal.id,
        at,
      ],
    );
    await this.audit(tx, caller, facilityId, noteId, `compliance.${action}-note`, version, at);
  }

  private audit(
    tx: Transaction,
    caller: Caller,
    facilityId: string,
    noteId: string,
    action: string,
    version: number,
    at: Date,
  ): Promise<void> {
    return appendAudit(tx, {
      at,
      facilityId,
      actor: { kind: caller.principal.kind, id: caller.principal.id },
      action,
      subjectKind: 'compliance-note',
      subjectId: noteId,
      requestId: caller.requestId,
      detail: { version },
    });
  }
}

const conflict = ({ version }: Pick<NoteRow, 'version'>): AppError =>
  new AppError('note-conflict', 'conflict', { version });
