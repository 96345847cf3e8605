import { addDays, daysBetween } from '@luutru/calendar';

/** The dated rule `compliance.silence`. */
export interface SilenceRule {
  /** How many days before the last declaration are the history. */
  readonly historyDays: number;
  /** A history shorter or thinner than this says nothing. */
  readonly minimumHistoryDays: number;
  readonly minimumDeclarations: number;
  readonly minimumActiveDays: number;
  /** The end of the history, which tells whether things were getting quieter. */
  readonly recentDays: number;
  readonly minimumSilentDays: number;
  /** Silent when chance alone would make a silence this long no more often than this. */
  readonly chance: number;
  /** How long a facility may take to begin. */
  readonly newDays: number;
  /** Share of the beds taken from which nobody new is expected. */
  readonly fullShare: number;
  /** An outage this long excuses the day. */
  readonly outageHours: number;
  /** By kind: declarations a day that one room must be good for, far below the usual; kinds left out are not judged by rooms. */
  readonly roomsPerDay: Readonly<Record<string, number>>;
}

export interface SilenceFacts {
  readonly today: string;
  readonly status: 'active' | 'suspended' | 'closed';
  readonly kind: string;
  readonly registeredOn: string;
  /** When it was last allowed to work again. */
  readonly resumedOn: string | null;
  readonly rooms: number;
  readonly beds: number;
  /** People there now, by what was declared. */
  readonly inHouse: number;
  /** Declarations by the day they were made, cancelled ones included; other days had none. */
  readonly declarations: ReadonlyMap<string, number>;
  /** Days on which nobody could declare. */
  readonly excused: ReadonlySet<string>;
}

/**
 * `silent` is the only one that calls for anybody. `rare`: it has guests too seldom for its silence to say anything;
 * `seasonal`: it was as quiet at this time of last year.
 */
export const SILENCE_STATES = [
  'declaring',
  'silent',
  'rare',
  'new',
  'full',
  'seasonal',
  'suspended',
  'closed',
] as const;
export type SilenceState = (typeof SILENCE_STATES)[number];

/** How a facility's silence was judged, with all that the judgement rests on. */
export interface Silence {
  readonly state: SilenceState;
  /** The first day without a declaration; null when it declared today or yesterday. */
  readonly since: string | null;
  /** Whole days of silence, excused ones left out. */
  readonly days: number;
  /** How many declarations these days would usually have brought. */
  readonly expected: number;
  /** How often chance alone makes such a silence; 1 when nothing is expected. */
  readonly chance: number;
  readonly basis: 'history' | 'rooms' | 'none';
  /** Usual declarations from Monday to Sunday, before `trend`. */
  readonly usual: readonly number[];
  /** Below 1: it was getting quieter before. */
  readonly trend: number;
  /** Above 1: guests come in groups, so that quiet days mean less. */
  readonly spread: number;
}

const NOTHING = { expected: 0, chance: 1, basis: 'none', usual: [], trend: 1, spread: 1 } as const;
const YEAR_DAYS = 364;

/**
 * Whether nothing declared for some days is more than chance. The days of silence are held against what the same
 * weekdays brought in the eight weeks before: with K expected declarations that come in groups of about `spread`, a silence
 * happens by chance with exp(-K / spread) (Poisson with dispersion). Today counts only once it is over.
 */
export function judgeSilence(facts: SilenceFacts, rule: SilenceRule): Silence {
  const { today, status, declarations } = facts;
  const declared = [...declarations.keys()].filter((day) => day <= today && (declarations.get(day) ?? 0) > 0).sort();
  const last = declared.at(-1);
  const before = latest([last ?? addDays(facts.registeredOn, -1), facts.resumedOn && addDays(facts.resumedOn, -1)]);
  const since = addDays(before, 1);
  const days = spanOf(since, addDays(today, -1)).filter((day) => !facts.excused.has(day));
  const quiet = { since: before >= today ? null : since, days: days.length };
  if (status !== 'active') return { state: status, ...quiet, ...NOTHING };
  if (days.length === 0) return { state: 'declaring', ...quiet, since: null, ...NOTHING };

  const outlook = last === undefined ? null : fromHistory(facts, rule, declared[0] ?? last, last, days);
  const expectation = outlook ?? fromRooms(facts, rule, days.length);
  if (!expectation) {
    const young = daysBetween(facts.registeredOn, today) < rule.newDays;
    return { state: last === undefined && young ? 'new' : 'rare', ...quiet, ...NOTHING };
  }
  const minimum = expectation.basis === 'history' ? rule.minimumSilentDays : rule.newDays;
  if (days.length < minimum) {
    return { state: last === undefined ? 'new' : 'declaring', ...quiet, ...expectation };
  }
  if (expectation.chance > rule.chance) return { state: 'declaring', ...quiet, ...expectation };
  if (facts.beds > 0 && facts.inHouse >= facts.beds * rule.fullShare)
    return { state: 'full', ...quiet, ...expectation };
  const seasonal = wasQuietLastYear(declarations, since, today, rule.historyDays);
  return { state: seasonal ? 'seasonal' : 'silent', ...quiet, ...expectation };
}

type Expectation = Pick<Silence, 'expected' | 'chance' | 'basis' | 'usual' | 'trend' | 'spread'>;

/** Null when the history is too short or too thin. */
function fromHistory(
  { declarations, excused }: SilenceFacts,
  rule: SilenceRule,
  first: string,
  last: string,
  silentDays: readonly string[],
): Expectation | null {
  const from = latest([first, addDays(last, 1 - rule.historyDays)]);
  const history = spanOf(from, last)
    .filter((day) => !excused.has(day) || declarations.has(day))
    .map((day) => ({ day, count: declarations.get(day) ?? 0 }));
  const total = sum(history.map(({ count }) => count));
  const active = history.filter(({ count }) => count > 0).length;
  if (history.length < rule.minimumHistoryDays || total < rule.minimumDeclarations || active < rule.minimumActiveDays) {
    return null;
  }
  const usual = Array.from({ length: 7 }, (_, weekday) => {
    const same = history.filter(({ day }) => weekdayOf(day) === weekday);
    return same.length === 0 ? total / history.length : sum(same.map(({ count }) => count)) / same.length;
  });
  const mean = (day: string): number => usual[weekdayOf(day)] ?? 0;
  const recent = history.filter(({ day }) => day > addDays(last, -rule.recentDays));
  const trend = Math.min(1, sum(recent.map(({ count }) => count)) / sum(recent.map(({ day }) => mean(day))));
  const deviation = sum(
    history.filter(({ day }) => mean(day) > 0).map(({ day, count }) => (count - mean(day)) ** 2 / mean(day)),
  );
  const spread = Math.max(1, deviation / Math.max(1, history.length - 7));
  const expected = trend * sum(silentDays.map(mean));
  return { expected, chance: Math.exp(-expected / spread), basis: 'history', usual, trend, spread };
}

/** What its rooms alone would lead to expect; null for kinds that may well have nobody for long. */
function fromRooms({ kind, rooms }: SilenceFacts, { roomsPerDay }: SilenceRule, days: number): Expectation | null {
  const daily = rooms * (roomsPerDay[kind] ?? 0);
  if (daily === 0) return null;
  const expected = daily * days;
  return { ...NOTHING, expected, chance: Math.exp(-expected), basis: 'rooms' };
}

/** Busy in the weeks before this time of last year, and then as silent as now. */
function wasQuietLastYear(
  declarations: ReadonlyMap<string, number>,
  since: string,
  today: string,
  historyDays: number,
): boolean {
  const [from, until] = [addDays(since, -YEAR_DAYS), addDays(today, -YEAR_DAYS - 1)];
  const count = (span: readonly string[]): number => sum(span.map((day) => declarations.get(day) ?? 0));
  return count(spanOf(addDays(from, -historyDays), addDays(from, -1))) > 0 && count(spanOf(from, until)) === 0;
}

/** 0 is Monday. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;

function spanOf(from: string, to: string): string[] {
  const length = Math.max(0, daysBetween(from, to) + 1);
  return Array.from({ length }, (_, at) => addDays(from, at));
}

const latest = (days: readonly (string | null)[]): string =>
  days.reduce<string>((last, day) => (day !== null && day > last ? day : last), '');

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
