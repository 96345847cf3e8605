import type { Transaction } from '@luutru/platform';
import { groupId } from './domain/assemble';
import { type Base, BASES, type Counts } from './domain/bases';
import type { Dimension } from './domain/dimensions';
import type { FigureFilter } from './domain/figure-query';
import { type Change, presenceOf } from './domain/nights';
import { cut, type Grain, monthOf, type Period, wholeMonths } from './domain/periods';
import type { Level } from './domain/query-level';
import { type CellQuestion, cellsSql } from './figures.statements';

/** Counts by the values of the dimensions and the part of the period. */
export interface Counted {
  readonly keys: readonly (string | null)[];
  readonly parts: readonly Counts[];
}

export interface CellRequest {
  readonly bases: readonly Base[];
  readonly by: readonly Dimension[];
  readonly period: Period;
  readonly grain: Grain | null;
  readonly filter: FigureFilter;
  readonly level: Level;
  /** Whether what years and quarters came to is kept of all places already. */
  readonly longer: boolean;
  /** The day after the last night that is over. */
  readonly nightsUntil: string;
}

type Row = Readonly<Record<string, string | number | null>>;

/** Reads cells within the caller's transaction, adding up months where they are whole and days where they are not. */
export async function readCells(tx: Transaction, request: CellRequest): Promise<readonly Counted[]> {
  const { bases, by, period, grain, level, longer } = request;
  const parts = cut(period, grain);
  const indexOf = new Map(parts.map(({ from }, index) => [from, index]));
  const until = request.nightsUntil < period.until ? request.nightsUntil : period.until;
  const found = new Map<string, Group>();
  const groupOf = (row: Row): Group => {
    const keys = by.map((_, index) => (row[`k${index + 1}`] as string | null | undefined) ?? null);
    const id = groupId({ keys });
    const group = found.get(id) ?? { keys, parts: parts.map((part) => blank(bases, part, until)), presence: [] };
    found.set(id, group);
    return group;
  };
  for (const { cells, sums, presences } of bySort(bases)) {
    const there = until > period.from ? presences : [];
    // What happened and who was there are read at once, unless the nights of the period are not all over.
    const asked =
      sums.length > 0 && there.length > 0 && until < period.until
        ? [
            { bases: sums, until: period.until },
            { bases: there, until },
          ]
        : [{ bases: [...sums, ...there], until: there.length > 0 ? until : period.until }];
    for (const one of asked.filter((each) => each.bases.length > 0)) {
      const question = { cells, by, grain, level, longer, bases: one.bases };
      const isThere = one.bases.some((base) => BASES[base].kind !== 'sum');
      for (const row of await ask(tx, request, question, { from: period.from, until: one.until })) {
        const group = groupOf(row);
        const counts = group.parts[indexOf.get(String(row.part)) ?? -1];
        for (const base of one.bases) if (counts && BASES[base].kind === 'sum') counts[base] = Number(row[base]);
        if (isThere) group.presence.push(row);
      }
    }
    for (const group of found.values()) settle(group, there, parts, until);
  }
  return [...found.values()].map(({ keys, parts: counted }) => ({ keys, parts: counted }));
}

interface Group {
  readonly keys: (string | null)[];
  readonly parts: Partial<Record<Base, number | null>>[];
  /** Rows about who is there, until they are settled. */
  presence: Row[];
}

/** Where nothing is found nothing happened; what the nights do not reach yet is not known. */
const blank = (bases: readonly Base[], part: Period, until: string): Partial<Record<Base, number | null>> =>
  Object.fromEntries(bases.map((base) => [base, BASES[base].kind === 'sum' || part.from < until ? 0 : null]));

function settle(group: Group, bases: readonly Base[], parts: readonly Period[], until: string): void {
  const opening = group.presence.find(({ part }) => part === null);
  const changing = group.presence.filter(({ part }) => part !== null);
  for (const base of bases) {
    const changes = new Map<string, Change>(
      changing.map((row) => [
        String(row.part),
        { present: Number(row[`${base}_present`]), nights: Number(row[`${base}_nights`]) },
      ]),
    );
    const presences = presenceOf(Number(opening?.[`${base}_present`] ?? 0), parts, changes, until);
    presences.forEach((presence, index) => {
      const counts = group.parts[index];
      if (counts && presence) counts[base] = presence[BASES[base].kind === 'level' ? 'level' : 'nights'];
    });
  }
  group.presence = [];
}

function ask(
  tx: Transaction,
  { filter, level }: CellRequest,
  question: CellQuestion,
  period: Period,
): Promise<readonly Row[]> {
  const fine = question.grain === 'day' || question.grain === 'week';
  const whole = fine ? { from: period.until, until: period.until } : wholeMonths(period);
  const { wards, formerWard, zone, kinds, stars, stayKinds } = filter;
  const values = [level, wards, formerWard, zone, kinds, stars, question.cells === 'stay' ? stayKinds : undefined];
  const days = [period.from, period.until, whole.from, whole.until];
  const months = question.bases.some((base) => BASES[base].kind !== 'sum') ? [monthOf(period.from)] : [];
  return tx.query<Row[]>(cellsSql(question), [...values.map((value) => value ?? null), ...days, ...months]);
}

/** The bases of each sort of cells: those added up, and those made of who is there. */
function bySort(bases: readonly Base[]): { cells: CellQuestion['cells']; sums: Base[]; presences: Base[] }[] {
  const sorts = [...new Set(bases.map((base) => BASES[base].cells))];
  return sorts.map((cells) => {
    const own = bases.filter((base) => BASES[base].cells === cells);
    return {
      cells,
      sums: own.filter((base) => BASES[base].kind === 'sum'),
      presences: own.filter((base) => BASES[base].kind !== 'sum'),
    };
  });
}
