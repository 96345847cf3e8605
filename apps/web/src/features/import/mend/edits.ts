import type { Output } from '@luutru/client';

export type FaultyRow = Output<'listFaultyRows'>['rows'][number];
export type CellFinding = FaultyRow['findings'][number];
export type FormColumn = Output<'getFormColumns'>['columns'][number];

/** What was typed into a row, by field, and whether the row is to stay behind. */
export interface RowEdit {
  readonly values: Readonly<Record<string, string>>;
  readonly left: boolean;
}

/** By the number of the row. */
export type Edits = Readonly<Record<number, RowEdit>>;

export const NO_EDIT: RowEdit = { values: {}, left: false };

/** What a cell says now. */
export const textAt = (row: FaultyRow, edit: RowEdit, field: string): string =>
  edit.values[field] ?? row.values[field] ?? '';

export const isEdited = (row: FaultyRow, edit: RowEdit, field: string): boolean =>
  edit.values[field] !== undefined && edit.values[field] !== (row.values[field] ?? '');

/** The rows to send: those in which something was mended and that are not left out. */
export const toSend = (rows: readonly FaultyRow[], edits: Edits): { row: number; values: Record<string, string> }[] =>
  rows.flatMap((row) => {
    const edit = edits[row.row];
    if (!edit || edit.left) return [];
    const changed = Object.entries(edit.values).filter(([field]) => isEdited(row, edit, field));
    return changed.length > 0 ? [{ row: row.row, values: Object.fromEntries(changed) }] : [];
  });

export function withText(edits: Edits, row: number, field: string, text: string): Edits {
  const { values, left } = edits[row] ?? NO_EDIT;
  return { ...edits, [row]: { values: { ...values, [field]: text }, left } };
}

export function withLeft(edits: Edits, row: number, left: boolean): Edits {
  return { ...edits, [row]: { ...(edits[row] ?? NO_EDIT), left } };
}

export function without(edits: Edits, rows: readonly number[]): Edits {
  const gone = new Set(rows.map(String));
  return Object.fromEntries(Object.entries(edits).filter(([row]) => !gone.has(row)));
}

/** The code that a cell of a column with choices means, as far as a glance tells; the API has the last word. */
export function choiceOf(column: FormColumn, text: string): string | null {
  if (!column.choices) return null;
  let codes = CODES.get(column);
  if (!codes) {
    const names = column.choices.flatMap(({ code, label }) =>
      [code, label.vi, label.en].map((name) => [name, code] as const),
    );
    codes = new Map(names.map(([name, code]) => [lower(name ?? ''), code]));
    CODES.set(column, codes);
  }
  const written = text.trim();
  const [before = ''] = written.split(/\s+[-–—]\s+/);
  return codes.get(lower(written)) ?? codes.get(lower(before)) ?? null;
}

/** What cells may say of the choices of a column: asked for with every letter that is typed. */
const CODES = new WeakMap<FormColumn, ReadonlyMap<string, string>>();
const lower = (text: string): string => text.normalize('NFC').toLowerCase();
