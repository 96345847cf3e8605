import { createHash } from 'node:crypto';
import { appendAudit } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { STAY_ACTIONS } from '@luutru/declaration';
import { type Clock, type Database, NO_FACILITY, type Transaction, uuidV7 } from '@luutru/platform';
import type { RuleValues } from '@luutru/reference-data';
import { comparePresences, type MovementRules, type Presence } from './domain/movement';
import { manyIdentities, type PhoneRule } from './domain/phone-identities';
import { samePaper } from './domain/same-paper';
import { type FindingPart, MovementFindingsRepository, type StayKey } from './movement-findings.repository';

/** Of all workers one watches at a time. */
const WATCH_LOCK = 7_305_039;
/** Entries gone through at a time; a transaction is never split. */
const BATCH = 500;
/** What may put stays in contradiction, or out of it. */
const ACTIONS = ['stay.declare', ...STAY_ACTIONS.map((action) => `stay.${action}`)];

export interface Watched {
  /** Stays that were declared or changed. */
  readonly stays: number;
  /** Stays that became part of a finding. */
  readonly found: number;
  readonly lapsed: number;
  /** There is more to go through at once. */
  readonly more: boolean;
}

const NOTHING: Watched = { stays: 0, found: 0, lapsed: 0, more: false };

/**
 * The worker's part: goes through the audit trail, in which every declaration and every change stands with the number of
 * its transaction, up to the oldest transaction still running. Nothing can be added below that, so that each is seen
 * exactly once and none is lost, and declaring costs nothing more (ADR 0012 seals by the same border).
 */
export class MovementWatch {
  private readonly findings = new MovementFindingsRepository();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly batch = BATCH,
  ) {}

  /** Findings and place in the trail are written in one transaction. Any number of workers may run it at once. */
  async run(): Promise<Watched> {
    return this.database.transaction(NO_FACILITY, async (tx) => {
      const [turn] = await tx.query<[{ mine: boolean }]>('SELECT pg_try_advisory_xact_lock($1) AS mine', [WATCH_LOCK]);
      if (!turn.mine) return NOTHING;
      const { stays, upto, more } = await this.next(tx);
      const watched = stays.length === 0 ? NOTHING : await this.examine(tx, stays);
      await tx.query('UPDATE movement_cursor SET upto_xact = $1::xid8 WHERE upto_xact < $1::xid8', [upto]);
      return { ...watched, more };
    });
  }

  /** The stays that the next part of the trail speaks of. */
  private async next(tx: Transaction): Promise<{ stays: StayKey[]; upto: string; more: boolean }> {
    const [{ from, ended }] = await tx.query<[{ from: string; ended: string }]>(
      `SELECT upto_xact::text AS from, pg_snapshot_xmin(pg_current_snapshot())::text AS ended FROM movement_cursor`,
    );
    const entries = (where: string, limit: string) =>
      tx.query<(StayKey & { xact: string })[]>(
        `SELECT facility_id AS "facilityId", subject_id AS "stayId", xact::text FROM audit_entry
         WHERE ${where} AND action = ANY($3) AND subject_kind = 'stay' AND subject_id IS NOT NULL
         ORDER BY audit_entry.xact ${limit}`,
        [from, ended, ACTIONS],
      );
    const page = await entries('xact >= $1::xid8 AND xact < $2::xid8', `LIMIT ${this.batch + 1}`);
    const [first, beyond] = [page[0], page[this.batch]];
    if (!first || !beyond) return { stays: unique(page), upto: ended, more: false };
    if (first.xact !== beyond.xact) {
      return { stays: unique(page.filter(({ xact }) => xact !== beyond.xact)), upto: beyond.xact, more: true };
    }
    // One transaction with more than fits, such as a chunk of a file: taken whole.
    const whole = (await entries('xact >= $1::xid8 AND xact < $2::xid8', `FETCH FIRST 1 ROWS WITH TIES`)) as StayKey[];
    return { stays: unique(whole), upto: String(BigInt(first.xact) + 1n), more: true };
  }

  private async examine(tx: Transaction, stays: readonly StayKey[]): Promise<Omit<Watched, 'more'>> {
    const { pairs, phone } = await this.rules(tx);
    const known = await this.findings.ofStays(tx, stays);
    const pairParts = pairs ? this.pairs(await this.findings.presences(tx, stays), pairs) : [];
    const stillPairs = new Set(pairParts.map(({ findingId }) => findingId));
    const gone = known.filter(({ kind, findingId }) => kind !== 'many-identities' && !stillPairs.has(findingId));
    let lapsed = await this.findings.lapse(tx, [...new Set(gone.map(({ findingId }) => findingId))]);
    const phoneParts = phone ? await this.phones(tx, stays, phone) : [];
    const stillPhones = new Set(phoneParts.map(({ stayId }) => stayId));
    for (const part of known) {
      if (part.kind !== 'many-identities' || stillPhones.has(part.stayId)) continue;
      lapsed += await this.findings.lapse(tx, [part.findingId], part);
      const left = await this.findings.standing(tx, part.findingId);
      if (!phone || left < phone.identities) lapsed += await this.findings.lapse(tx, [part.findingId]);
    }
    const fresh = await this.findings.write(tx, [...pairParts, ...phoneParts]);
    await this.record(tx, fresh);
    return { stays: stays.length, found: fresh.length, lapsed };
  }

  /** The id of a pair is made of its stays, so that finding it twice, or from either side, is finding it once. */
  private pairs(near: readonly (Presence & { readonly ofStayId: string })[], rules: MovementRules): FindingPart[] {
    const parts = new Map<string, FindingPart>();
    const foundAt = this.clock.now();
    for (const own of near.filter(({ ofStayId, stayId }) => ofStayId === stayId)) {
      for (const other of near) {
        if (other.ofStayId !== own.stayId || other.stayId === own.stayId || !samePaper(own, other)) continue;
        const found = comparePresences(own, other, rules);
        if (!found) continue;
        const findingId = idOf(found.kind, own.stayId, other.stayId);
        for (const { facilityId, stayId, arrivedOn } of [own, other]) {
          parts.set(`${findingId} ${stayId}`, {
            ...found,
            findingId,
            facilityId,
            stayId,
            arrivedOn,
            foundAt,
            partCount: 2,
          });
        }
      }
    }
    return [...parts.values()];
  }

  /** A phone that was told of before goes on being the same finding while stays of it are near. */
  private async phones(tx: Transaction, stays: readonly StayKey[], rule: PhoneRule): Promise<FindingPart[]> {
    const uses = await this.findings.phoneUses(tx, stays, rule.days);
    const parts = new Map<string, FindingPart>();
    for (const { stayId } of stays) {
      const near = uses.filter(({ ofStayId }) => ofStayId === stayId);
      const many = manyIdentities(near, stayId, rule);
      if (!many || parts.has(stayId)) continue;
      const [known] = (await this.findings.ofStays(tx, many)).filter(({ kind }) => kind === 'many-identities');
      const started = [...parts.values()].find((part) => many.some((use) => use.stayId === part.stayId));
      const at = this.clock.now();
      const { findingId, foundAt } = known ?? started ?? { findingId: uuidV7(at), foundAt: at };
      const arrivals = new Map(near.map((use) => [use.stayId, use.arrivedAt]));
      for (const use of many) {
        const { facilityId, stayId: partId, arrivedOn } = use;
        parts.set(partId, {
          ...{ findingId, facilityId, stayId: partId, arrivedOn, kind: 'many-identities', foundAt },
          ...{ from: arrivals.get(partId) ?? at, until: null, minutes: null, minimumMinutes: null },
          partCount: many.length,
        });
      }
    }
    return [...parts.values()];
  }

  /** The rules in force, from the database: the worker has no other use for reference data. */
  private async rules(tx: Transaction): Promise<{ pairs: MovementRules | null; phone: PhoneRule | null }> {
    const rows = await tx.query<{ key: string; value: unknown }[]>(
      `SELECT rule_key AS key, value FROM legal_rule
       WHERE rule_key LIKE 'movement.%' AND valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1)`,
      [localDate(this.clock.now())],
    );
    const find = <K extends keyof RuleValues>(key: K): RuleValues[K] | undefined =>
      rows.find((row) => row.key === key)?.value as RuleValues[K] | undefined;
    const [twoPlaces, journey] = [find('movement.two-places'), find('movement.journey')];
    return { pairs: twoPlaces && journey ? { twoPlaces, journey } : null, phone: find('movement.phone') ?? null };
  }

  private async record(tx: Transaction, fresh: readonly StayKey[]): Promise<void> {
    const counts = new Map<string, number>();
    for (const { facilityId } of fresh) counts.set(facilityId, (counts.get(facilityId) ?? 0) + 1);
    for (const [facilityId, rowCount] of counts) {
      await appendAudit(tx, {
        at: this.clock.now(),
        facilityId,
        actor: { kind: 'system', id: 'worker' },
        action: 'finding.find',
        subjectKind: 'finding',
        subjectId: null,
        requestId: null,
        rowCount,
      });
    }
  }
}

const unique = (stays: readonly StayKey[]): StayKey[] => [
  ...new Map(stays.map(({ facilityId, stayId }) => [stayId, { facilityId, stayId }])).values(),
];

/** A name-based UUID (RFC 9562 section 5.8) over what the finding is about. */
function idOf(kind: string, ...stayIds: readonly string[]): string {
  const hash = createHash('sha256')
    .update([kind, ...[...stayIds].sort()].join('|'))
    .digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  return hash.toString('hex', 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
