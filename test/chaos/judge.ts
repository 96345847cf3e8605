/** What a client was told of a stay: for each version the mark it gave it, in order. */
export interface Acknowledged {
  readonly stayId: string;
  /** What the client called it. */
  readonly key: string;
  readonly marks: readonly string[];
}

/** A stay as our tables hold it. */
export interface StoredStay {
  readonly stayId: string;
  /** What the client called it; a declaration has one of its own. */
  readonly name: string;
  readonly version: number;
}

/** An event as our outbox holds it. */
export interface StoredEvent {
  readonly stayId: string;
  readonly sequence: number;
  readonly state: 'pending' | 'done' | 'dead';
  readonly claims: number;
}

/** An event as the receiver holds it, in the order it was applied. */
export interface ReceivedEvent {
  readonly stayId: string;
  readonly sequence: number;
  /** What it says of the version. */
  readonly mark: string;
  readonly receivedCount: number;
}

export interface Evidence {
  readonly acknowledged: readonly Acknowledged[];
  readonly stays: readonly StoredStay[];
  readonly events: readonly StoredEvent[];
  readonly ledger: readonly ReceivedEvent[];
}

export interface Verdict {
  /** Acknowledged, but not in our tables. */
  readonly absent: readonly string[];
  /** In our tables, but the receiver does not have it. */
  readonly missing: readonly string[];
  /** One declaration that became two stays, or one event applied twice. */
  readonly doubled: readonly string[];
  /** Applied before an earlier event of the same stay. */
  readonly disordered: readonly string[];
  /** The receiver was told something else than the client was acknowledged. */
  readonly wrong: readonly string[];
  /** Events neither delivered nor on their way. */
  readonly stuck: readonly string[];
  /** At the receiver, but in no table of ours. */
  readonly invented: readonly string[];
  /** Events that were sent again or looked up. */
  readonly redelivered: number;
}

/** Holds what clients were told, what we stored and what the receiver has against each other. */
export function judge({ acknowledged, stays, events, ledger }: Evidence): Verdict {
  const stored = new Map(stays.map((stay) => [stay.stayId, stay]));
  const applied = new Map<string, ReceivedEvent[]>();
  for (const entry of ledger) applied.set(entry.stayId, [...(applied.get(entry.stayId) ?? []), entry]);
  const label = (stayId: string, sequence: number): string => `${stayId}:${sequence}`;

  const absent = acknowledged
    .filter(({ stayId, marks }) => (stored.get(stayId)?.version ?? 0) < marks.length)
    .map(({ stayId }) => stayId);
  const missing = stays.flatMap(({ stayId, version }) => {
    const there = new Set((applied.get(stayId) ?? []).map(({ sequence }) => sequence));
    return range(version)
      .filter((sequence) => !there.has(sequence))
      .map((sequence) => label(stayId, sequence));
  });
  const disordered = [...applied.values()].flatMap((entries) =>
    entries.filter((entry, at) => entries.slice(0, at).some((before) => before.sequence > entry.sequence)),
  );
  const wrong = acknowledged.flatMap(({ stayId, marks }) =>
    (applied.get(stayId) ?? []).filter(
      ({ sequence, mark }) => marks[sequence - 1] !== undefined && marks[sequence - 1] !== mark,
    ),
  );
  return {
    absent,
    missing,
    doubled: [
      ...twice(stays.map(({ name }) => name)),
      ...twice(ledger.map(({ stayId, sequence }) => label(stayId, sequence))),
      ...acknowledgedTwice(acknowledged),
    ],
    disordered: disordered.map(({ stayId, sequence }) => label(stayId, sequence)),
    wrong: wrong.map(({ stayId, sequence }) => label(stayId, sequence)),
    stuck: events.filter(({ state }) => state !== 'done').map(({ stayId, sequence }) => label(stayId, sequence)),
    invented: ledger
      .filter(({ stayId, sequence }) => sequence > (stored.get(stayId)?.version ?? 0))
      .map(({ stayId, sequence }) => label(stayId, sequence)),
    redelivered:
      events.filter(({ claims }) => claims > 1).length + ledger.filter(({ receivedCount }) => receivedCount > 1).length,
  };
}

/** Faults of a verdict; empty for a clean one. */
export function faultsOf(verdict: Verdict): Record<string, number> {
  const { redelivered: _, ...lists } = verdict;
  const counted = Object.entries(lists).map(([fault, found]): [string, number] => [fault, found.length]);
  return Object.fromEntries(counted.filter(([, count]) => count > 0));
}

const range = (last: number): number[] => Array.from({ length: last }, (_, at) => at + 1);

function twice(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size);
}

/** One key, two stays: the client was told of both. */
function acknowledgedTwice(acknowledged: readonly Acknowledged[]): string[] {
  const stayOf = new Map<string, string>();
  return acknowledged
    .filter(({ key, stayId }) => {
      const before = stayOf.get(key);
      stayOf.set(key, stayId);
      return before !== undefined && before !== stayId;
    })
    .map(({ key }) => key);
}
