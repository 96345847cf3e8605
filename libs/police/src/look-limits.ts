import { Inject, Injectable } from '@nestjs/common';
import { type Caller, unitsOf } from '@luutru/access';
import { AppError, type Transaction, uuidV7 } from '@luutru/platform';
import { limitReached, type LimitReached, type SearchLimits } from './domain/search-limits';
import { walkingOf } from './domain/walking';
import type { AdmittedLook } from './person-look';
import { SearchLogRepository } from './search-log.repository';

export const LOOK_LIMITS = Symbol('LOOK_LIMITS');

/** A look at a person as the log of searches keeps it. */
export interface CountedLook {
  readonly criterion: 'documentNumber' | 'stay';
  /** The number that was asked for, if one was. */
  readonly number: string | null;
  readonly persons: number;
  readonly rowsShown: number;
  readonly cut: boolean;
}

/** Views of persons count as searches do, each page as one because its cursor could be made up: whoever is held up there gets no further here, and supervisors see both. */
@Injectable()
export class LookLimits {
  constructor(
    private readonly log: SearchLogRepository,
    @Inject(LOOK_LIMITS) private readonly limits: SearchLimits,
  ) {}

  /** What keeps the officer from another look, or null; supervisors are told of it in this transaction. */
  async reached(tx: Transaction, caller: Caller, at: Date): Promise<LimitReached | null> {
    const officer = officerOf(caller);
    const [, counts] = await Promise.all([this.log.begin(tx, officer), this.log.counts(tx, officer, at)]);
    const refused = limitReached(this.limits, counts, at, false);
    if (refused) await this.log.notify(tx, officer, { ...refused, at });
    return refused;
  }

  /** Keeps a look that was made; after {@link reached}, in the same transaction. */
  async count(tx: Transaction, caller: Caller, { at, stated }: AdmittedLook, look: CountedLook): Promise<void> {
    const officer = officerOf(caller);
    const { number, criterion, persons, rowsShown, cut } = look;
    await this.log.append(tx, officer, {
      ...{ searchId: uuidV7(at), page: 1, at, persons, rowsShown, cut, criteria: [criterion] },
      purpose: stated.purpose,
      caseNumber: stated.caseNumber ?? '',
      trace: number === null ? null : this.log.trace(number),
    });
    if (number === null) return;
    const searches = await this.log.numberSearches(tx, officer, number, at);
    for (const walking of walkingOf(searches)) await this.log.notify(tx, officer, { ...walking, at });
  }
}

/** What a refusal says, once it is kept. */
export const limitError = ({ kind, seconds }: LimitReached): AppError =>
  new AppError('search-limit-reached', 'limited', { limit: kind, seconds });

const officerOf = ({ principal }: Caller) => ({ id: principal.id, unitIds: unitsOf(principal, 'person.search') });
