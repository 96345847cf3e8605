import type { Transaction } from '@luutru/platform';
import { type Counted, idOf } from './domain/assemble';
import { type Base, BASES } from './domain/bases';
import type { Dimension } from './domain/dimensions';
import type { FigureFilter } from './domain/figure-query';
import { type Change, presenceOf } from './domain/nights';
import { coverByDay, coverOf } from './domain/cover';
import { cut, type Grain, type Period } from './domain/periods';
import type { Level } from './domain/query-level';
import { asksPresence, type CellQuestion, cellsStatement, hasDekads, type Kept } from './figures.statements';

export interface CellRequest {
  readonly bases: readonly Base[];
  readonly by: readonly Dimension[];
  readonly period: Period;
  readonly grain: Grain | null;
  readonly filter: FigureFilter;
  readonly level: Level;
  readonly kept: Kept;
  /** The day after the last night that is over. */
  readonly nightsUntil: string;
}

type Row = Readonly<Record<string, string | number | null>>;

/**
 * Reads cells within the caller's transaction, adding up months where they are whole and days where they are not. Where nothing tells
 * groups apart there is one, also when nothing happened.
 */
export async function readCells(tx: Transaction, request: CellRequest): Promise<readonly Counted[]> {
  const { bases, by, period, grain, level, kept } = request;
  const parts = cut(period, grain);
  const indexOf = new Map(parts.map(({ from }, index) => [from, index]));
  const until = request.nightsUntil < period.until ? request.nightsUntil : period.until;
  const columns = by.map((_, index) => `k${index + 1}`);
  const blanks = parts.map((part) => blank(bases, part, until));
  const found = new Map<string, Group>();
  const groupOf = (row: Row): Group => {
    const keys = columns.map((column) => (row[column] as string | null | undefined) ?? null);
    const id = idOf(keys);
    const known = found.get(id);
    if (known) return known;
    const group = { id, keys, parts: blanks.map((one) => ({ ...one })) };
    found.set(id, group);
    return group;
  };
  if (by.length === 0) groupOf({});
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
      const question = { cells, by, grain, level, kept, bases: one.bases };
      const isThere = asksPresence(one.bases);
      const happened = one.bases.filter((base) => BASES[base].kind === 'sum');
      for (const row of await ask(tx, request, question, { from: period.from, until: one.until })) {
        const group = groupOf(row);
        const counts = group.parts[grain === null ? 0 : (indexOf.get(row.part as string) ?? -1)];
        if (counts) for (const base of happened) counts[base] = Number(row[base]);
        if (isThere) (group.presence ??= []).push(row);
      }
    }
    for (const group of found.values()) settle(group, there, parts, until);
  }
  return [...found.values()];
}

interface Group extends Counted {
  readonly parts: Partial<Record<Base, number | null>>[];
  /** Rows about who is there, until they are settled. */
  presence?: Row[] | undefined;
}

/** Where nothing is found nothing happened; what the nights do not reach yet is not known. */
const blank = (bases: readonly Base[], part: Period, until: string): Partial<Record<Base, number | null>> =>
  Object.fromEntries(bases.map((base) => [base, BASES[base].kind === 'sum' || part.from < until ? 0 : null]));

function settle(group: Group, bases: readonly Base[], parts: readonly Period[], until: string): void {
  const { presence } = group;
  if (!presence) return;
  const opening = presence.find(({ part }) => part === null);
  const changing = presence.filter(({ part }) => part !== null);
  for (const base of bases) {
    const changes = new Map<string, Change>(
      changing.map((row) => [
        String(row.part ?? parts[0]?.from),
        { present: Number(row[`${base}_present`]), nights: Number(row[`${base}_nights`]) },
      ]),
    );
    const presences = presenceOf(Number(opening?.[`${base}_present`] ?? 0), parts, changes, until);
    presences.forEach((presence, index) => {
      const counts = group.parts[index];
      if (counts && presence) counts[base] = presence[BASES[base].kind === 'level' ? 'level' : 'nights'];
    });
  }
  group.presence = undefined;
}

function ask(
  tx: Transaction,
  { filter, level }: CellRequest,
  question: CellQuestion,
  period: Period,
): Promise<readonly Row[]> {
  const { wards, formerWard, zone, kinds, stars, stayKinds } = filter;
  const values = [level, wards, formerWard, zone, kinds, stars, question.cells === 'stay' ? stayKinds : undefined];
  const isFine = question.grain === 'day' || question.grain === 'week';
  const cover = isFine ? coverByDay(period) : coverOf(period, asksPresence(question.bases), hasDekads(question));
  const { sql, days } = cellsStatement(question, period, cover);
  return tx.query<Row[]>(sql, [...values.map((value) => value ?? null), ...days]);
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
