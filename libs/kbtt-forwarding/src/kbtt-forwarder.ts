import { auditStatement } from '@luutru/audit';
import { KBTT_TOPIC } from '@luutru/declaration';
import {
  afterFailure,
  type CircuitBreaker,
  type Deliverable,
  type DeliverableRepository,
  type DeliveryOptions,
  type DeliverStayEvent,
  type OutboxRepository,
} from '@luutru/delivery';
import { codeOfPortalText } from '@luutru/kbtt';
import { type Clock, type Database, type KeyRing, type Logger, NO_FACILITY } from '@luutru/platform';
import { ACCOUNT_SEAL } from './kbtt-account.service';
import { type PortalCall, portalCall, type PortalFacts } from './domain/portal-call';
import { type PortalAnswer, type PortalClient, PortalUnavailable } from './portal-client';

const AT_ONCE = 16;
/** How long the events of a facility wait whose user the portal does not take. */
const LOGIN_PAUSE_MS = 10 * 60_000;
/** The person is declared there already, by an earlier attempt of ours or by hand. */
const THERE_ALREADY = 'already-in-house';

interface Around {
  readonly username: string | null;
  readonly password: Buffer | null;
  readonly since: Date | null;
  readonly provinceCode: string | null;
  readonly wardCode: string | null;
  readonly before: { readonly expectedDepartureAt: string | null; readonly departedAt: string | null } | null;
}

export interface ForwarderParts {
  readonly database: Database;
  readonly keyRing: KeyRing;
  readonly outbox: OutboxRepository;
  readonly deliverables: DeliverableRepository;
  readonly portal: PortalClient;
  readonly breaker: CircuitBreaker;
  readonly options: DeliveryOptions;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Carries stays of facilities that asked for it to an endpoint that speaks the national portal's protocol: the second consumer
 * of the outbox, with leases, order and breaker of its own, so that neither receiver holds up the other.
 */
export class KbttForwarder {
  constructor(private readonly parts: ForwarderParts) {}

  /** Forwards what is due. Returns how many events were taken up; any number of workers may run it at once. */
  async run(): Promise<number> {
    const now = this.parts.clock.now();
    const room = this.parts.breaker.allowance(now, AT_ONCE);
    if (room === 0) return 0;
    const jobs = await this.parts.outbox.claim(KBTT_TOPIC, now, this.parts.options.leaseMs, room);
    await Promise.all(jobs.map((job) => this.forward(job)));
    return jobs.length;
  }

  private async forward(job: DeliverStayEvent): Promise<void> {
    const now = this.parts.clock.now();
    const deliverable = await this.parts.deliverables.lease(job, new Date(now.getTime() + this.parts.options.leaseMs));
    if (!deliverable) return;
    const around = await this.around(deliverable);
    const { username, password, since } = around;
    if (username === null || password === null || since === null) return this.finish(deliverable, 'kbtt-no-account');
    // What was declared before the facility asked for it is not known there.
    if (deliverable.row.declaredAt < since) return this.finish(deliverable, 'kbtt-declared-before');
    const call = portalCall(factsOf(deliverable, around));
    if (call.say === 'nothing') return this.finish(deliverable, call.because);
    const { facilityId } = job;
    const account = {
      facilityId,
      username,
      password: await this.parts.keyRing.open(ACCOUNT_SEAL.table, ACCOUNT_SEAL.column, facilityId, password),
    };
    await this.tell(deliverable, account, call);
  }

  private async tell(
    deliverable: Deliverable,
    account: Parameters<PortalClient['tell']>[0],
    call: Exclude<PortalCall, { say: 'nothing' }>,
  ): Promise<void> {
    const { job, row } = deliverable;
    const started = this.parts.clock.now();
    const breakerWasClosed = this.parts.breaker.state(started) === 'closed';
    if (!this.parts.breaker.tryStart(started))
      return this.parts.outbox.release([job], this.parts.breaker.retryAt(started));
    let answer: PortalAnswer;
    try {
      answer = await this.parts.portal.tell(account, call);
    } catch (error) {
      this.parts.breaker.failed(
        this.parts.clock.now(),
        error instanceof PortalUnavailable ? error.retryAfterMs : undefined,
      );
      if (!(error instanceof PortalUnavailable)) throw error;
      return this.postpone(deliverable, error, breakerWasClosed);
    }
    this.parts.breaker.succeeded();
    if (answer.kind === 'taken') return this.finish(deliverable, null, account.username);
    if (answer.kind === 'login-refused') return this.suspend(deliverable);
    const code = codeOfPortalText(answer.text) ?? 'kbtt-refused';
    if (call.say === 'declare' && code === THERE_ALREADY) return this.finish(deliverable, 'kbtt-there-already');
    // A change that is refused after an attempt without an answer was probably made by that attempt.
    const repeated = row.outcomeUnknown || job.claimNumber > 1;
    if (call.say === 'change' && repeated) return this.finish(deliverable, 'kbtt-perhaps-done');
    this.parts.logger.warn({ outboxId: job.outboxId, code }, 'the portal refused a stay');
    await this.finish(deliverable, code, undefined, 'dead');
  }

  private async postpone(
    deliverable: Deliverable,
    failure: PortalUnavailable,
    breakerWasClosed: boolean,
  ): Promise<void> {
    const { job, row } = deliverable;
    const { reason, outcomeUnknown, retryAfterMs } = failure;
    const now = this.parts.clock.now();
    const facts = {
      permanent: false,
      code: `kbtt-${reason}`,
      outcomeUnknown,
      countsAgainstEvent: reason === 'unreadable',
    };
    const state = { failedAttempts: row.failedAttempts, now, random: this.parts.options.random(), breakerWasClosed };
    const then = afterFailure({ ...facts, pauseMs: retryAfterMs }, state, this.parts.options.retry);
    if (then.kind === 'dead') return this.finish(deliverable, then.code, undefined, 'dead');
    await this.parts.outbox.retryLater(job, { ...then, outcomeUnknown });
  }

  /** The facility's owner must look after user and password; until then its events wait. */
  private async suspend({ job }: Deliverable): Promise<void> {
    const now = this.parts.clock.now();
    await this.parts.database.run(NO_FACILITY, {
      name: 'kbtt_account_refused',
      text: `UPDATE kbtt_account SET state = 'refused', refused_at = $2 WHERE facility_id = $1 AND state = 'active'`,
      values: [job.facilityId, now],
    });
    const at = new Date(now.getTime() + LOGIN_PAUSE_MS);
    await this.parts.outbox.retryLater(job, { at, counts: false, outcomeUnknown: false, code: 'kbtt-login-refused' });
  }

  private async finish(
    { job, row }: Deliverable,
    code: string | null,
    username?: string,
    state: 'done' | 'dead' = 'done',
  ): Promise<void> {
    const at = this.parts.clock.now();
    await this.parts.database.run(
      NO_FACILITY,
      this.parts.outbox.finishStatement(job, { state, at, error: code }),
      ...(username === undefined
        ? []
        : [
            {
              name: 'kbtt_account_taken',
              text: `UPDATE kbtt_account SET state = 'active', refused_at = NULL
                     WHERE facility_id = $1 AND username = $2 AND state = 'refused'`,
              values: [job.facilityId, username],
            },
          ]),
      auditStatement({
        at,
        facilityId: row.facilityId,
        actor: { kind: 'system', id: 'worker' },
        action: username === undefined ? 'stay.not-forwarded' : 'stay.forward',
        subjectKind: 'stay',
        subjectId: row.stayId,
        requestId: null,
        detail: { sequence: row.sequence, ...(code && { code }) },
      }),
    );
  }

  /** What the event itself does not say: the facility's user, the codes of the residence, the version before. */
  private async around({ row, personal }: Deliverable): Promise<Around> {
    const [result] = await this.parts.database.run<Around & { facilityId: string }>(NO_FACILITY, {
      name: 'kbtt_around',
      text: `SELECT a.username, a.password_sealed AS password, a.created_at AS since,
                    w.kbtt_code AS "wardCode", p.kbtt_code AS "provinceCode",
                    (SELECT jsonb_build_object('expectedDepartureAt', h.content->>'expected_departure_at',
                                               'departedAt', h.content->>'departed_at')
                     FROM stay_history h WHERE h.facility_id = $1 AND h.stay_id = $2 AND h.version = $3 - 1) AS before
             FROM (SELECT 1) one
             LEFT JOIN kbtt_account a ON a.facility_id = $1
             LEFT JOIN admin_unit w ON w.unit_id = $4
             LEFT JOIN admin_unit p ON p.unit_id = w.parent_id`,
      values: [row.facilityId, row.stayId, row.sequence, personal.residenceWardId],
    });
    const found = result?.rows[0];
    if (!found) throw new Error('a query of one row answered none');
    return found;
  }
}

function factsOf({ row, personal }: Deliverable, around: Around): PortalFacts {
  const { before, provinceCode, wardCode } = around;
  const { place } = row;
  const date = (text: string | null): Date | null => (text === null ? null : new Date(text));
  return {
    event: row.eventType,
    kind: row.kind,
    arrivedAt: row.arrivedAt,
    expectedDepartureAt: row.expectedDepartureAt,
    departedAt: row.departedAt,
    reason: row.reason,
    reasonText: personal.reasonText,
    note: personal.note,
    room: place.room ?? place.unit ?? place.department ?? null,
    person: {
      fullName: personal.fullName,
      birthDate: personal.birthDate,
      sex: row.sex,
      nationality: row.nationality,
      phone: personal.phone,
      documentType: row.documentType,
      documentNumber: personal.documentNumber,
      documentDescription: personal.documentDescription,
      permitUntil: personal.permitUntil ?? null,
      residenceKind: personal.residenceKind,
      provinceCode,
      wardCode,
      address: personal.address,
    },
    before: before && {
      expectedDepartureAt: date(before.expectedDepartureAt),
      departedAt: date(before.departedAt),
    },
  };
}
