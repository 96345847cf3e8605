import type { Form, FormColumn } from '../forms/form';
import { FORMS } from '../forms/forms';
import type { Cell } from '../xlsx/sheet-rows';
import { fold } from './fold';

/** How a header row was understood. */
export interface Header {
  readonly form: Form;
  /** The columns of the form by their place in the file. */
  readonly columns: ReadonlyMap<number, FormColumn>;
  /** Headers nobody knows. */
  readonly unknown: readonly string[];
  /** Required columns that the file lacks. */
  readonly missing: readonly FormColumn[];
  /** How many columns the row of the header has. */
  readonly width: number;
}

/** A header row names at least so many columns of one form. */
const MIN_COLUMNS = 4;

/** Characters of a header with all its hints. */
const LONGEST_HEADER = 500;

const LAST_PART = /([A-Za-z]+)$/;
/** All that a column may be called; the names of the fields of our API count too. */
function namesOf(column: FormColumn): string[] {
  const field = LAST_PART.exec(column.pointer ?? '')?.[1];
  const names = [column.header.vi, column.header.en, column.key, ...(column.aliases ?? []), ...(field ? [field] : [])];
  return names.map((name) => fold(split(name)));
}

const NAMES: ReadonlyMap<Form, readonly (readonly [FormColumn, ReadonlySet<string>])[]> = new Map(
  Object.values(FORMS).map((form) => [form, form.columns.map((column) => [column, new Set(namesOf(column))] as const)]),
);

/** Names of fields are words joined by capitals. */
function split(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2');
}

/**
 * What a header may be called: its first line, where hints stand below it, or all of it, where the name itself is broken.
 * Stars and notes in brackets do not belong to the name.
 */
function spellingsOf(text: string): string[] {
  const [first = ''] = text.trimStart().split(/\r?\n/);
  return [text, first].map((part) => fold(split(part.replace(/\([^()]*\)/g, '').replace(/\*/g, '')))).filter(Boolean);
}

/** Takes a row for the header of the form that most of its cells name; null for any other row. */
export function readHeader(cells: ReadonlyMap<number, Cell>): Header | null {
  let best: Header | null = null;
  let bestScore = 0;
  for (const form of NAMES.keys()) {
    const header = matchForm(form, cells);
    const found = header.columns.size;
    const known = [...header.columns.values()];
    const own = known.filter(({ key }) => !FORMS.portal.columns.some((column) => column.key === key)).length;
    const score = found + own - header.missing.length * 2;
    if (found >= MIN_COLUMNS && score > bestScore) [best, bestScore] = [header, score];
  }
  return best;
}

function matchForm(form: Form, cells: ReadonlyMap<number, Cell>): Header {
  const columns = new Map<number, FormColumn>();
  const unknown: string[] = [];
  const taken = new Set<FormColumn>();
  for (const [place, cell] of cells) {
    if (cell.kind !== 'text') continue;
    const spellings = spellingsOf(cell.text.slice(0, LONGEST_HEADER));
    if (spellings.length === 0) continue;
    const named = (names: ReadonlySet<string>): boolean => spellings.some((name) => names.has(name));
    const [column] = NAMES.get(form)?.find(([candidate, names]) => named(names) && !taken.has(candidate)) ?? [];
    if (column) {
      taken.add(column);
      columns.set(place, column);
    } else unknown.push(cell.text.trim().slice(0, 60));
  }
  const missing = form.columns.filter((column) => column.required && !taken.has(column));
  return { form, columns, unknown, missing, width: Math.max(-1, ...cells.keys()) + 1 };
}

/** Rows between header and data: numbers of columns, hints of format, an example. Only what can be nothing else is skipped. */
export function isBesideData(cells: ReadonlyMap<number, Cell>): boolean {
  const texts = [...cells.values()].map((cell) => ('text' in cell ? cell.text.trim() : ''));
  const first = fold(texts[0] ?? '');
  if (/^(vi du|example|mau)\b/.test(first)) return true;
  const numbering =
    texts.length >= MIN_COLUMNS && texts.every((text, at) => new RegExp(`^\\(?${at + 1}\\)?$`).test(text));
  const hints = texts.every((text) => /^\(.*\)$/s.test(text) || /^d{1,2}\/m{1,2}\/y{4}/i.test(text) || text === '');
  return numbering || hints;
}
