import { isCalendarDate } from '@luutru/calendar';
import type { Choices, ChoiceTable, FormColumn } from '../forms/form';
import { fold } from './fold';

/** A text that would mend a cell. */
export type Proposal = string | null;

/** An entry of a table as cells show it, and its names as they are compared. */
interface Entry {
  readonly shown: string;
  readonly names: readonly string[];
}

const DAY = /^\D*(\d{1,4})\D{1,3}(\d{1,2})\D{1,3}(\d{1,4})(?:\D+(\d{1,2}:\d{2}(?::\d{2})?))?\D*$/;
const RUN_TOGETHER = /^(\d{2})(\d{2})(\d{4})$/;
/** Two digits of a year from this on are of the last century. */
const LAST_CENTURY = 30;
/** How many letters a label may be away from what was written. */
const TYPING_ERRORS = 2;

/**
 * Says what probably was meant by a cell that could not be taken. Only what a person would see at a glance: it is offered and
 * never put in by itself.
 */
export class ProposalReader {
  private readonly folded = new Map<ChoiceTable, readonly Entry[]>();

  constructor(private readonly choices: Choices) {}

  propose(column: FormColumn, text: string, code: string): Proposal {
    const proposed = this.meant(column, text.trim(), code);
    return proposed === null || proposed === text.trim() ? null : proposed;
  }

  private meant(column: FormColumn, text: string, code: string): Proposal {
    if (text === '') return null;
    if (column.type === 'code') return code === 'cell-code-unknown' ? this.nearest(column, text) : null;
    if (column.type === 'date' || column.type === 'moment') return code.startsWith('date-') ? dayMeant(text) : null;
    if (column.type === 'number-text') return numberMeant(column.key, text);
    if (code === 'name-has-digits') return text.replace(/\s*\d+\s*/g, ' ').trim() || null;
    return null;
  }

  /** The one entry whose label is nearest, as cells show it. */
  private nearest({ choices }: FormColumn, text: string): Proposal {
    if (choices === undefined) return null;
    const written = fold(text.replace(/^\S+\s*[-–—]\s*/, ''));
    if (written.length < 3) return null;
    const near = this.entries(choices).flatMap(({ shown, names }) => {
      const distance = Math.min(...names.map((name) => distanceOf(written, name)));
      const isNear = distance <= TYPING_ERRORS && distance * 3 <= written.length;
      return isNear ? [{ distance, shown }] : [];
    });
    const least = Math.min(...near.map(({ distance }) => distance));
    const [best, ...others] = near.filter(({ distance }) => distance === least);
    return best && others.length === 0 ? best.shown : null;
  }

  private entries(table: ChoiceTable): readonly Entry[] {
    const known = this.folded.get(table);
    if (known) return known;
    const entries = this.choices.list(table).map(({ code, label }) => ({
      shown: `${code} - ${label.vi}`,
      names: [fold(label.vi), fold(label.en)],
    }));
    this.folded.set(table, entries);
    return entries;
  }
}

function dayMeant(text: string): Proposal {
  const [, a = '', b = '', c = '', time] = DAY.exec(text) ?? RUN_TOGETHER.exec(text) ?? [];
  const [first, last] = a.length === 4 ? [c, a] : [a, c];
  const year = last.length === 2 ? (Number(last) < LAST_CENTURY ? 2000 : 1900) + Number(last) : Number(last);
  for (const [day, month] of [
    [first, b],
    [b, first],
  ]) {
    const [dd = '', mm = ''] = [day, month].map((part) => (part ?? '').padStart(2, '0'));
    if (year < 1900 || !isCalendarDate(`${year}-${mm}-${dd}`)) continue;
    return `${dd}/${mm}/${year}${time === undefined ? '' : ` ${time.padStart(5, '0')}`}`;
  }
  return null;
}

/** Digits with anything between them that a person writes for the eye, or an O for a zero. */
function numberMeant(key: string, text: string): Proposal {
  const bare = text.replace(/[\s.\-_()]/g, '');
  if (key === 'phone') return /^\+?[\dOo]{8,15}$/.test(bare) ? bare.replace(/o/gi, '0') : null;
  const digits = bare.replace(/o/gi, '0').replace(/[lI]/g, '1');
  return /^\d+$/.test(digits) && [9, 12].includes(digits.length) ? digits : null;
}

/** Letters to change, add or drop (Levenshtein), counted no further than makes a difference. */
function distanceOf(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > TYPING_ERRORS) return TYPING_ERRORS + 1;
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (before[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      row.push(Math.min(changed, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
