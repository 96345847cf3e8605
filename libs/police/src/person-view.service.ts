import { Injectable } from '@nestjs/common';
import { type Caller, lookReachOf, type LookReach } from '@luutru/access';
import { PLATFORM_FACILITY } from '@luutru/audit';
import type { PersonalData } from '@luutru/declaration';
import { normaliseDocumentNumber } from '@luutru/identity-document';
import { AppError, BlindIndex, Database, KeyRing } from '@luutru/platform';
import { lookerOf, type StatedPurpose } from '@luutru/transparency';
import { type CompanionReason, rankCompanions, type RankedCompanion } from './domain/companion';
import { marksOf } from './domain/same-paper';
import { LookLimits, limitError } from './look-limits';
import { PersonLook } from './person-look';
import { openPersonStay, openPersonStays } from './person-stay';
import { type PaperFilter, type PersonStay, type PersonStayRow, PersonViewReadModel } from './person-view.read-model';
import { readTimeCursor, writeTimeCursor } from './time-cursor';

/** Whose stays are wanted: those of the person of a stay, or of a document number. */
export type PersonQuestion =
  | { readonly facilityId: string; readonly stayId: string }
  | { readonly documentNumber: string; readonly nationality?: string };

export interface PersonCompanion {
  readonly stay: PersonStay;
  readonly reasons: readonly CompanionReason[];
  /** The stays of the person that they were at. */
  readonly ofStayIds: readonly string[];
}

export interface PersonView {
  /** Newest arrival first. */
  readonly stays: readonly PersonStay[];
  /** Of these stays, the likeliest first. */
  readonly companions: readonly PersonCompanion[];
  /** Null on the last page. */
  readonly next: string | null;
}

type StartRow = PersonStayRow & { readonly personal: PersonalData };

/** Companions shown with a page; each of them is a person looked at. */
export const COMPANIONS = 30;

/** All that was declared of one person, as far as the caller reaches. */
@Injectable()
export class PersonViewService {
  private readonly readModel = new PersonViewReadModel();

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly index: BlindIndex,
    private readonly look: PersonLook,
    private readonly limits: LookLimits,
  ) {}

  /**
   * Everybody shown is told of the look. Throws `validation-failed` for a look without a good purpose, `not-found` for a
   * stay that does not exist or lies out of reach, `cursor-invalid`, `search-limit-reached`, of which supervisors are
   * told, and `audit-seal-stale` while looks cannot be vouched for.
   */
  async view(
    caller: Caller,
    question: PersonQuestion,
    stated: StatedPurpose,
    page: { readonly cursor?: string; readonly limit: number },
    reach: LookReach = lookReachOf(caller.principal, 'person.search'),
  ): Promise<PersonView> {
    const look = await this.look.admit(stated, reach.breakGlassId);
    const after = page.cursor === undefined ? null : readTimeCursor(page.cursor);
    const scope = { facilityIds: [PLATFORM_FACILITY], areas: reach.areas };
    const start = 'stayId' in question ? await this.start(scope, question) : null;
    const paper = start ? this.paperOfStay(start) : this.paperOfNumber(question);
    const found = await this.database.transaction(scope, async (tx) => {
      const refused = await this.limits.reached(tx, caller, look.at);
      if (refused) return { refused };
      const rows = paper ? await this.readModel.page(tx, paper, { after, limit: page.limit }) : start ? [start] : [];
      const stays = rows.slice(0, page.limit);
      const links = await this.readModel.links(tx, stays, paper ?? { values: [] });
      const companions = rankCompanions(links, COMPANIONS);
      const newest = await this.readModel.several(
        tx,
        companions.map((companion) => companion.newest),
      );
      await this.look.record(tx, caller, look, {
        action: 'person.view',
        subject: { kind: 'stay', id: start?.stayId ?? null },
        looker: lookerOf(caller, 'person.search'),
        stays: [...stays, ...newest],
        detail: { query: start ? 'person of a stay' : 'document number', companions: newest.length },
      });
      await this.limits.count(tx, caller, look, {
        criterion: start ? 'stay' : 'documentNumber',
        number: 'stayId' in question ? null : normaliseDocumentNumber(question.documentNumber),
        persons: Math.min(stays.length, 1) + newest.length,
        rowsShown: stays.length + newest.length,
        cut: rows.length > page.limit,
      });
      return { refused: null, stays, companions, newest, more: rows.length > page.limit };
    });
    // The refusal is kept before it is told.
    if (found.refused) throw limitError(found.refused);
    const last = found.stays.at(-1);
    return {
      stays: await openPersonStays(this.keyRing, found.stays),
      companions: this.companions(found.companions, await openPersonStays(this.keyRing, found.newest)),
      next: found.more && last ? writeTimeCursor(last.arrivedAt, last.stayId) : null,
    };
  }

  private async start(
    scope: { facilityIds: string[]; areas: LookReach['areas'] },
    { facilityId, stayId }: { facilityId: string; stayId: string },
  ): Promise<StartRow> {
    const row = await this.database.transaction(scope, (tx) => this.readModel.find(tx, facilityId, stayId));
    if (!row) throw new AppError('not-found', 'not-found');
    return { ...row, personal: (await openPersonStay(this.keyRing, row)).personal };
  }

  /** Null for a person without papers, of whom there is this one stay. */
  private paperOfStay(start: StartRow): PaperFilter | null {
    const { documentNumber: number } = start.personal;
    return number === null ? null : { values: this.values(number), ...marksOf({ ...start, number }) };
  }

  private paperOfNumber(question: PersonQuestion): PaperFilter | null {
    if ('stayId' in question) return null;
    const number = normaliseDocumentNumber(question.documentNumber);
    return { values: this.values(number), documentType: null, nationality: question.nationality ?? null };
  }

  private values = (number: string): Buffer[] => this.index.candidates('document', number).map(({ value }) => value);

  private companions(ranked: readonly RankedCompanion[], stays: readonly PersonStay[]): PersonCompanion[] {
    const byId = new Map(stays.map((stay) => [stay.stayId, stay]));
    return ranked.flatMap(({ newest, reasons, ofStayIds }) => {
      const stay = byId.get(newest.stayId);
      return stay ? [{ stay, reasons, ofStayIds }] : [];
    });
  }
}
