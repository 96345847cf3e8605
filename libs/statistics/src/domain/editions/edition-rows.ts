import type { Base, Counts } from '../bases';
import type { HiddenCode } from '../disclosure/shown-rows';
import type { Period } from '../periods';
import type { Hidden, TableRow } from '../table';
import type { EditionPlan } from './edition-plan';
import type { Offer, PeopleCount } from './month-counts';

/** A cell of one source as it is read, added up over a part of the period; what is not asked for is left out. */
export interface ReadCell extends Readonly<Partial<Record<PeopleCount | Offer, number>>> {
  readonly area: string;
  readonly kind: string;
  readonly value: string;
  /** The first day of the part. */
  readonly part: string;
  readonly hidden: boolean;
}

/** A period as it is told: its parts, and why nothing is told of people in some of them. */
export interface ReadPeriod {
  readonly parts: readonly Period[];
  /** By the first day of the part. */
  readonly closed: ReadonlyMap<string, HiddenCode>;
  /** Parts with a month whose edition is of the first shape, by their first day. */
  readonly ofFirstShape: ReadonlySet<string>;
  /** By the number of the source. */
  readonly sources: readonly (readonly ReadCell[])[];
}

interface Shown {
  readonly counts: Counts;
  readonly hidden: Hidden;
  /** Facilities at work at the end of the part. */
  readonly facilities?: number;
}

/** Lines of one period by their keys, and what it says of a key that it has nothing of. */
export interface EditionGroups {
  readonly lines: ReadonlyMap<string, { readonly keys: readonly (string | null)[]; readonly parts: readonly Shown[] }>;
  readonly blank: readonly Shown[];
}

/** What there is to tell of a period; a line for each key that any of it has, and one where nothing is told apart. */
export function groupsOf(plan: EditionPlan, { parts, closed, ofFirstShape, sources }: ReadPeriod): EditionGroups {
  const keys = new Map<string, readonly (string | null)[]>();
  if (plan.keys.length === 0) keys.set('[]', []);
  const indexed = sources.map((cells) => {
    const byId = new Map<string, ReadCell>();
    for (const cell of cells) {
      const own = keysOf(plan, cell);
      const id = JSON.stringify(own);
      keys.set(id, own);
      byId.set(`${id} ${cell.part}`, cell);
    }
    return byId;
  });
  const shown = (id: string, part: Period): Shown => {
    const counts: Partial<Record<Base, number | null>> = {};
    const hidden: Partial<Record<Base, HiddenCode>> = {};
    const reason = closed.get(part.from);
    for (const [base, { source, column }] of plan.columns) {
      const cell = indexed[source]?.get(`${id} ${part.from}`);
      const isPeople = 'people' in column;
      const isUntold = plan.sources[source]?.first === null && ofFirstShape.has(part.from);
      const whyOfPeople = isUntold ? 'not-offered' : cell?.hidden ? 'too-few-persons' : undefined;
      const why = reason === 'period-open' ? reason : isPeople ? (reason ?? whyOfPeople) : undefined;
      if (why) hidden[base] = why;
      counts[base] = why ? null : (cell?.[isPeople ? column.people : column.offer] ?? 0);
    }
    return { counts, hidden, facilities: indexed[0]?.get(`${id} ${part.from}`)?.facilities ?? 0 };
  };
  return {
    lines: new Map([...keys].map(([id, own]) => [id, { keys: own, parts: parts.map((part) => shown(id, part)) }])),
    blank: parts.map((part) => shown('', part)),
  };
}

/** No stars are no value. */
const keysOf = ({ keys, kind }: EditionPlan, cell: ReadCell): (string | null)[] =>
  keys.map((key) => (key === 'kind' && kind.prefix === 'stars:' && cell.kind === '0' ? null : cell[key]));

/** Lines in the order of the period and then of the keys. */
export function editionRows(
  periods: readonly Period[],
  main: EditionGroups,
  compared: EditionGroups | null,
  smoothed: ReadonlyMap<string, readonly Shown[]> | null,
): TableRow[] {
  const keys = new Map(
    [main, ...(compared ? [compared] : [])].flatMap(({ lines }) => [...lines].map(([id, line]) => [id, line.keys])),
  );
  const ids = [...keys.keys()].sort();
  return periods.flatMap((period, at) =>
    ids.map((id) => {
      const own = main.lines.get(id)?.parts[at] ?? main.blank[at];
      const before = compared && (compared.lines.get(id)?.parts[at] ?? compared.blank[at]);
      const mean = smoothed?.get(id)?.[at];
      return {
        keys: keys.get(id) ?? [],
        period,
        counts: own?.counts ?? {},
        hidden: own?.hidden ?? {},
        ...(before && { compared: before.counts, comparedHidden: before.hidden }),
        ...(mean && { smoothed: mean.counts, smoothedHidden: mean.hidden }),
      };
    }),
  );
}

/**
 * Lines of whose key something is told in some part or other of the period, or of what it is compared with. Employers may be called after
 * a person: a line that tells nothing would still name one.
 */
export function toldOf(rows: readonly TableRow[], key: number): TableRow[] {
  const told = new Set(
    rows
      .filter(({ counts, compared = {}, smoothed = {} }) =>
        [counts, compared, smoothed].some((one) => Object.values(one).some((count) => (count ?? 0) > 0)),
      )
      .map(({ keys }) => keys[key]),
  );
  return rows.filter(({ keys }) => told.has(keys[key]));
}

/** The means of as many parts as end with each of the last ones; hidden with any of them. */
export function editionMeans(groups: EditionGroups, bases: readonly Base[], length: number): Map<string, Shown[]> {
  return new Map(
    [...groups.lines].map(([id, { parts }]) => [
      id,
      parts.slice(length - 1).map((_, index) => meanOf(parts.slice(index, index + length), bases)),
    ]),
  );
}

function meanOf(window: readonly Shown[], bases: readonly Base[]): Shown {
  const reasonOf = (base: Base): HiddenCode | undefined =>
    window.map(({ hidden }) => hidden[base]).find((one) => one !== undefined);
  const mean = (base: Base): number => window.reduce((sum, { counts }) => sum + (counts[base] ?? 0), 0) / window.length;
  const entries = bases.map((base) => [base, reasonOf(base)] as const);
  return {
    counts: Object.fromEntries(entries.map(([base, reason]) => [base, reason ? null : mean(base)])),
    hidden: Object.fromEntries(entries.filter(([, reason]) => reason !== undefined)),
  };
}
