import type { Actor } from '@luutru/audit';
import type { LocalDate } from '@luutru/calendar';
import { type Issue, type KeyRing, monthScope, type SafeParams } from '@luutru/platform';
import type { BatchId } from './batch-file';
import type { BatchMode, BatchPolicy, BatchState } from './domain/batch-life';

/** A batch as it is stored. */
export interface BatchRecord {
  readonly facilityId: string;
  readonly batchId: string;
  readonly mode: BatchMode;
  readonly policy: BatchPolicy;
  readonly state: BatchState;
  readonly stayKind: string | null;
  readonly tripId: string | null;
  readonly fileNameSealed: Buffer | null;
  readonly fileSize: number;
  readonly format: string | null;
  readonly form: string | null;
  readonly sheet: string | null;
  readonly fileWarnings: readonly Issue[];
  /** Null until the last row was read. */
  readonly totalRows: number | null;
  readonly doneRows: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly warned: number;
  readonly errorCode: string | null;
  readonly errorParams: SafeParams | null;
  readonly actor: Actor;
  readonly requestId: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly cancelAsked: boolean;
  /** The batch of the file whose refused rows this one sends again; null for files as they came. */
  readonly mends: string | null;
}

/** What became of a row. Holds no personal data. */
export interface BatchRowRecord {
  /** From 0, in the order of the file. */
  readonly place: number;
  /** As the user counts: the row of the sheet, the line of the file. */
  readonly row: number;
  readonly outcome: 'accepted' | 'warned' | 'rejected';
  /** Declared before under the same reference. */
  readonly repeated: boolean;
  readonly stayId: string | null;
  readonly findings: readonly RowFinding[];
}

/** A fault or doubt about a cell. */
export interface RowFinding extends Issue {
  readonly severity: 'error' | 'warning';
  /** Letter and header of the column, where the file has columns. */
  readonly column?: string;
  readonly header?: string;
}

export const SELECT_BATCH = `
  SELECT facility_id AS "facilityId", batch_id AS "batchId", mode, policy, state, stay_kind AS "stayKind",
         trip_id AS "tripId", file_name_sealed AS "fileNameSealed", file_size AS "fileSize", format, form, sheet,
         file_warnings AS "fileWarnings", total_rows AS "totalRows", done_rows AS "doneRows", accepted, rejected, warned,
         error_code AS "errorCode", error_params AS "errorParams",
         jsonb_build_object('kind', actor_kind, 'id', actor_id) AS actor, request_id AS "requestId",
         created_at AS "createdAt", finished_at AS "finishedAt", cancel_asked AS "cancelAsked", mends
  FROM batch`;

export const FILE_NAME_SEAL = { table: 'batch', column: 'file_name_sealed' } as const;

/** The name of a file as it is stored; null for one without. */
export async function sealFileName(
  keyRing: KeyRing,
  { batchId }: BatchId,
  day: LocalDate,
  name: string | null,
): Promise<Buffer | null> {
  const { table, column } = FILE_NAME_SEAL;
  return name === null ? null : keyRing.seal(monthScope(day), table, column, batchId, name);
}
