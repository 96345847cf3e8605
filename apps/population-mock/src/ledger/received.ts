import { invalid } from '../http/failure';
import { instant } from '../shape/dates';
import { integer, list, object, text } from '../shape/shape';
import { sha256Hex } from '../signature/signature';
import type { HeldEvent } from './ledger.repository';

/** As many as surely fit into an answer of 64 KiB. */
export const MAX_ENTRIES = 200;
const CURSOR = /^(\d{1,15})\.(\d{1,18})$/;

/** What of an event its sender is told to compare by. */
export interface ReceivedEntry {
  readonly eventId: string;
  readonly recordedAt: string;
  readonly digest: string;
}

const question = object({ from: instant, to: instant }, { after: text(1, 40), limit: text(1, 4, /^\d+$/) });
export const readLookUp = object({ eventIds: list(text(1, 200), MAX_ENTRIES) });

export interface ReceivedPeriod {
  readonly from: Date;
  readonly to: Date;
  readonly after: { readonly recordedAt: Date; readonly position: string } | null;
  readonly limit: number;
}

export function readPeriod(query: unknown): ReceivedPeriod {
  const { from, to, after, limit } = question(query, '');
  const [, time, position = ''] = CURSOR.exec(after ?? '') ?? [];
  if (after !== undefined && time === undefined) throw invalid('after', 'must be the next of a page');
  if (Date.parse(from) >= Date.parse(to)) throw invalid('to', 'must be after from');
  return {
    from: new Date(from),
    to: new Date(to),
    after: time === undefined ? null : { recordedAt: new Date(Number(time)), position },
    limit: integer(1, MAX_ENTRIES)(Number(limit ?? MAX_ENTRIES), 'limit'),
  };
}

export const entryOf = ({ eventId, recordedAt, content }: HeldEvent): ReceivedEntry => ({
  eventId,
  recordedAt: recordedAt.toISOString(),
  digest: digestOf(content),
});

export const cursorOf = ({ recordedAt, position }: HeldEvent): string => `${recordedAt.getTime()}.${position}`;

/** What the sender may state otherwise on another day stays out of the comparison. */
function digestOf(content: string): string {
  const { facility: _facility, dueAt: _dueAt, late: _late, ...event } = JSON.parse(content) as Record<string, unknown>;
  return sha256Hex(canonical(event));
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
