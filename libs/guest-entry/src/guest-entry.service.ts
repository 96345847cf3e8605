import { randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { appendAudit } from '@luutru/audit';
import { localDate, toLocalIso } from '@luutru/calendar';
import { PersonCheck, type PersonInput } from '@luutru/declaration';
import type { FacilityProfile } from '@luutru/facility';
import {
  AppError,
  CLOCK,
  type Clock,
  Database,
  Idempotency,
  type Issue,
  KeyRing,
  monthScope,
  type RequestPrint,
  type Transaction,
  uuidV7,
} from '@luutru/platform';
import { CONSENT } from './consent';
import { DeskLinkService, type FoundLink } from './desk-link.service';
import { freeCallCode } from './domain/call-code';
import { ENTRY_LIFE_MS, stateAt } from './domain/entry-life';
import { ENTRY_SEAL, type EntryContent, type OwnEntry } from './entry.record';
import { EntryRepository } from './entry.repository';
import { type EntryName, EntrySecret } from './entry-secret';

/** So many may wait at one desk at once. */
export const MAX_WAITING = 100;
/** So many come by one link within an hour; more is nobody's desk. */
export const MAX_PER_HOUR = 300;
const HOUR_MS = 3_600_000;

/** What a guest sends. Pointers of faults are those of the request. */
export interface EnterCommand {
  readonly token: string | undefined;
  readonly persons: readonly { readonly input: PersonInput | undefined; readonly shapeIssues: readonly Issue[] }[];
  readonly expectedDepartureAt: string | undefined;
  readonly consent: { readonly version?: string; readonly given?: boolean };
  /** Faults of shape that are with no person. */
  readonly shapeIssues: readonly Issue[];
  readonly body: unknown;
  readonly key: string | undefined;
  readonly requestId: string;
}

/** What is kept of an answer; the secret is worked out anew. */
interface EnteredAnswer {
  readonly entryId: string;
  readonly callCode: string;
  readonly enteredAt: string;
  readonly expiresAt: string;
}

export interface Entered extends EnteredAnswer {
  /** Opens the own entry again. */
  readonly secret: string;
  readonly replayed: boolean;
}

/** The guest's side: entering, asking how it goes, taking it back. Nothing here tells anything about anybody else. */
@Injectable()
export class GuestEntryService {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly idempotency: Idempotency,
    private readonly links: DeskLinkService,
    private readonly entries: EntryRepository,
    private readonly secrets: EntrySecret,
    private readonly people: PersonCheck,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Keeps what a guest entered for the desk. When it returns, that is committed.
   * @throws `desk-link-unknown`, `validation-failed` with every fault, `guest-entries-full`, `rate-limited`, `idempotency-key-reused`
   */
  async enter(command: EnterCommand): Promise<Entered> {
    const print = this.idempotency.print('guest-entry.enter', { header: command.key }, command.body);
    const link = await this.links.findByToken(command.token);
    // A repeat gets its answer also when the link was renewed meanwhile: the entry is at the desk.
    const before = await this.idempotency.find<EnteredAnswer>(link.facilityId, print);
    if (before) return this.entered(link.facilityId, before, true);
    const facility = await this.links.facilityOf(link);
    const now = this.clock.now();
    const content = await this.checked(command, facility, now);
    const entryId = uuidV7(now);
    const { table, column } = ENTRY_SEAL;
    const text = JSON.stringify(content);
    const sealed = await this.keyRing.seal(monthScope(localDate(now)), table, column, entryId, text);
    const row = { entryId, sealed, people: content.persons.length };
    return this.database.transaction({ facilityIds: [link.facilityId] }, async (tx) => {
      await this.links.hold(tx, link);
      const meanwhile = await this.idempotency.findIn<EnteredAnswer>(tx, link.facilityId, print);
      if (meanwhile) return this.entered(link.facilityId, meanwhile, true);
      return this.store(tx, { link, row, print, now, requestId: command.requestId });
    });
  }

  /** How the own entry stands. Throws `guest-entry-unknown`. */
  async own(secret: string | undefined): Promise<OwnEntry> {
    const { facilityId, entryId } = this.nameOf(secret);
    const now = this.clock.now();
    const entry = await this.database.transaction({ facilityIds: [facilityId] }, (tx) =>
      this.entries.find(tx, facilityId, entryId),
    );
    if (!entry) throw unknown();
    const { callCode, people, enteredAt, expiresAt, refusedBecause } = entry;
    return { state: stateAt(entry, now), callCode, people, enteredAt, expiresAt, refusedBecause };
  }

  /** Takes it back: what was entered is destroyed. Twice is once. Throws `guest-entry-unknown`, `guest-entry-ended`. */
  async withdraw(secret: string | undefined, requestId: string): Promise<void> {
    const { facilityId, entryId } = this.nameOf(secret);
    const now = this.clock.now();
    await this.database.transaction({ facilityIds: [facilityId] }, async (tx) => {
      const entry = await this.entries.lock(tx, facilityId, entryId);
      if (entry.state === 'withdrawn') return;
      await this.entries.end(tx, facilityId, entry, { action: 'withdraw', by: 'guest', at: now });
      await this.audit(tx, { facilityId, entryId, action: 'guest-entry.withdraw', requestId, at: now });
    });
  }

  private async checked(command: EnterCommand, facility: FacilityProfile, now: Date): Promise<EntryContent> {
    const { consent, shapeIssues, persons, expectedDepartureAt } = command;
    const issues: Issue[] = [...shapeIssues];
    const faulty = (pointer: string): boolean => shapeIssues.some((issue) => issue.pointer.startsWith(pointer));
    if (persons.length === 0 && !faulty('/persons')) issues.push({ code: 'field-required', pointer: '/persons' });
    if (consent.given !== true && !faulty('/consent'))
      issues.push({ code: 'consent-missing', pointer: '/consent/given' });
    else if (consent.version !== CONSENT.version && !faulty('/consent'))
      issues.push({ code: 'consent-outdated', pointer: '/consent/version' });
    issues.push(...(await this.people.check(facility, { persons, expectedDepartureAt }, now)));
    if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
    return { persons: persons.map(({ input = {} }) => input), expectedDepartureAt: expectedDepartureAt ?? null };
  }

  private async store(
    tx: Transaction,
    entry: {
      readonly link: FoundLink;
      readonly row: { readonly entryId: string; readonly sealed: Buffer; readonly people: number };
      readonly print: RequestPrint;
      readonly now: Date;
      readonly requestId: string;
    },
  ): Promise<Entered> {
    const { link, row, print, now, requestId } = entry;
    const { facilityId, linkId } = link;
    await this.entries.expire(tx, facilityId, now);
    const callCode = await this.callCode(tx, link, now);
    const expiresAt = new Date(now.getTime() + ENTRY_LIFE_MS);
    await tx.query(
      `INSERT INTO guest_entry (facility_id, entry_id, link_id, state, call_code, people, content_sealed, consent_version,
                                consented_at, entered_on, entered_at, expires_at)
       VALUES ($1, $2, $3, 'waiting', $4, $5, $6, $7, $8, $9, $8, $10)`,
      [
        facilityId,
        row.entryId,
        linkId,
        callCode,
        row.people,
        row.sealed,
        CONSENT.version,
        now,
        localDate(now),
        expiresAt,
      ],
    );
    const { entryId } = row;
    const answer = { entryId, callCode, enteredAt: toLocalIso(now), expiresAt: toLocalIso(expiresAt) };
    await this.idempotency.remember(tx, facilityId, print, answer, now);
    await this.audit(tx, { facilityId, entryId, action: 'guest-entry.enter', requestId, at: now });
    return this.entered(facilityId, answer, false);
  }

  /** Throws `guest-entries-full`, `rate-limited`. The lock of the link makes counting and choosing sound. */
  private async callCode(tx: Transaction, { facilityId, linkId }: FoundLink, now: Date): Promise<string> {
    const taken = await this.entries.callCodes(tx, facilityId, now);
    if (taken.size >= MAX_WAITING) throw new AppError('guest-entries-full', 'conflict', { max: MAX_WAITING });
    const [{ count } = { count: 0 }] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM guest_entry WHERE facility_id = $1 AND link_id = $2 AND entered_at > $3`,
      [facilityId, linkId, new Date(now.getTime() - HOUR_MS)],
    );
    if (count >= MAX_PER_HOUR) throw new AppError('rate-limited', 'limited', { seconds: 600 });
    const code = freeCallCode(taken, (below) => randomInt(below));
    if (code === null) throw new AppError('guest-entries-full', 'conflict', { max: MAX_WAITING });
    return code;
  }

  private entered(facilityId: string, answer: EnteredAnswer, replayed: boolean): Entered {
    return { ...answer, secret: this.secrets.of({ facilityId, entryId: answer.entryId }), replayed };
  }

  private nameOf(secret: string | undefined): EntryName {
    const name = this.secrets.read(secret);
    if (!name) throw unknown();
    return name;
  }

  private async audit(
    tx: Transaction,
    entry: { facilityId: string; entryId: string; action: string; requestId: string; at: Date },
  ): Promise<void> {
    const { entryId, ...rest } = entry;
    const actor = { kind: 'system', id: 'desk-link' } as const;
    await appendAudit(tx, { ...rest, actor, subjectKind: 'guest-entry', subjectId: entryId });
  }
}

const unknown = (): AppError => new AppError('guest-entry-unknown', 'not-found');
