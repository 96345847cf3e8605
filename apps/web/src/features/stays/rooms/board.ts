import { localDate } from '@luutru/calendar';
import { type ListedStay, roomOf } from '../occupancy';

/** `due`: somebody leaves today. */
export type RoomState = 'free' | 'occupied' | 'due' | 'overdue';

export interface BoardRoom {
  readonly code: string;
  readonly beds: number | null;
  readonly stays: readonly ListedStay[];
  readonly state: RoomState;
}

/** All rooms of a facility, those it never listed but somebody is in as well, with who is where. */
export function board(
  rooms: readonly { readonly code: string; readonly beds: number }[],
  stays: readonly ListedStay[],
  now: Date,
): BoardRoom[] {
  const byRoom = new Map<string, ListedStay[]>();
  for (const stay of stays) byRoom.set(roomOf(stay), [...(byRoom.get(roomOf(stay)) ?? []), stay]);
  const listed = rooms.map(({ code, beds }) => boardRoom(code, beds, byRoom.get(code) ?? [], now));
  const known = new Set(rooms.map(({ code }) => code));
  const others = [...byRoom].filter(([code]) => !known.has(code));
  return [...listed, ...others.map(([code, people]) => boardRoom(code, null, people, now))];
}

function boardRoom(code: string, beds: number | null, stays: readonly ListedStay[], now: Date): BoardRoom {
  return { code, beds, stays, state: stateOf(stays, now) };
}

function stateOf(stays: readonly ListedStay[], now: Date): RoomState {
  if (stays.length === 0) return 'free';
  const ends = stays.map(({ expectedDepartureAt }) => expectedDepartureAt).filter((end) => end !== null);
  if (ends.some((end) => new Date(end) <= now)) return 'overdue';
  return ends.some((end) => localDate(new Date(end)) === localDate(now)) ? 'due' : 'occupied';
}
