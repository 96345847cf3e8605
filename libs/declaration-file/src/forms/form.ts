import type { LocalizedText } from '@luutru/platform';

/** The forms people fill in: the portal's two, and our own for what the portal has no form for. */
export const FORM_IDS = ['portal', 'foreigners', 'tenants', 'hospital', 'manifest'] as const;
export type FormId = (typeof FORM_IDS)[number];

/** How a cell of the column is to be read and written. `code` cells hold "code - label". */
export type ColumnType = 'text' | 'number-text' | 'date' | 'moment' | 'code';

/** The tables that drop-downs offer and codes are looked up in. */
export type ChoiceTable =
  | 'sex'
  | 'document-type'
  | 'stay-reason'
  | 'residence-kind'
  | 'nationality'
  | 'province'
  | 'ward'
  | 'relation-to-patient'
  | 'birth-date-precision'
  | 'hospital-role'
  | 'department'
  | 'stop'
  | 'industrial-zone';

export interface FormColumn {
  /** Unique within the form. */
  readonly key: string;
  /** Where the value goes: an RFC 6901 pointer into the declaration, or `/links/...` for what a batch resolves (see RowLinks). Null: not read (STT). */
  readonly pointer: string | null;
  /** As printed in the header row, without the asterisk. */
  readonly header: LocalizedText;
  /** Other spellings seen in the wild; compared folded (no diacritics, case or punctuation). */
  readonly aliases?: readonly string[];
  readonly required: boolean;
  readonly type: ColumnType;
  readonly choices?: ChoiceTable;
}

/** A form: one sheet with a header row and a row per person. Reading, templates and exports all follow this one table. */
export interface Form {
  readonly id: FormId;
  readonly name: LocalizedText;
  readonly sheet: string;
  readonly columns: readonly FormColumn[];
}

/** What a row says beside the declaration itself; whoever declares the rows resolves it. */
export interface RowLinks {
  /** The hospital's own number of the admission that a patient or relative belongs to. */
  readonly recordNumber?: string;
  /** When the admission began, and when it ended. ISO 8601 local time. */
  readonly admittedAt?: string;
  /** The person left already: declare, then check out. ISO 8601 local time. */
  readonly departedAt?: string;
  /** D: the whole date of birth is known; Y: the year only. */
  readonly birthDatePrecision?: string;
}

/** An entry of a table, as cells show it: "code - label". */
export interface Choice {
  readonly code: string;
  readonly label: LocalizedText;
}

/** The tables behind the columns, as in force today. Asked for once per file. */
export interface Choices {
  list(table: ChoiceTable): readonly Choice[];
}
