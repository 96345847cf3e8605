import { Inject, Injectable } from '@nestjs/common';
import { type Caller } from '@luutru/access';
import { appendAudit, PLATFORM_FACILITY, SealWatch } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { CLOCK, type Clock, type Transaction } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { checkPurpose, noteLooks, type StatedPurpose } from '@luutru/transparency';

export interface PersonLookOptions {
  /** How long people are not told of a look under a confidential purpose. */
  readonly confidentialDays: number;
}

export const PERSON_LOOK_OPTIONS = Symbol('PERSON_LOOK_OPTIONS');
const DAY_MS = 86_400_000;

/** A look that may be made: for what it is stated to be, at a moment. */
export interface AdmittedLook {
  readonly at: Date;
  readonly stated: StatedPurpose;
  readonly confidential: boolean;
  readonly breakGlassId: string | null;
}

/** What was shown, for the audit trail and for those who were looked at. */
export interface ShownStays {
  readonly action: string;
  /** The stay, finding or the like that was asked for, if it was asked for by id. */
  readonly subject: { readonly kind: string; readonly id: string | null };
  readonly looker: string;
  readonly stays: readonly { readonly facilityId: string; readonly stayId: string }[];
  readonly detail: Readonly<Record<string, string | number | boolean>>;
}

/** Admits looks at people and records them: first the purpose, then the seal, and the record before the answer. */
@Injectable()
export class PersonLook {
  constructor(
    private readonly reference: ReferenceDataService,
    private readonly seals: SealWatch,
    @Inject(PERSON_LOOK_OPTIONS) private readonly options: PersonLookOptions,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws `validation-failed` for a purpose that is unknown or lacks its case, `audit-seal-stale`. */
  async admit(stated: StatedPurpose, breakGlassId: string | null = null): Promise<AdmittedLook> {
    const at = this.clock.now();
    const { confidential } = checkPurpose(this.reference.codeTables, stated, localDate(at));
    await this.seals.assertFresh();
    return { at, stated, confidential, breakGlassId };
  }

  /** Records a look in the transaction that reads what it shows; the scope must hold {@link PLATFORM_FACILITY}. */
  async record(tx: Transaction, caller: Caller, look: AdmittedLook, shown: ShownStays): Promise<void> {
    const { at, stated, confidential, breakGlassId } = look;
    await appendAudit(tx, {
      at,
      facilityId: PLATFORM_FACILITY,
      actor: { kind: caller.principal.kind, id: caller.principal.id },
      action: shown.action,
      subjectKind: shown.subject.kind,
      subjectId: shown.subject.id,
      requestId: caller.requestId,
      purpose: stated.purpose,
      rowCount: shown.stays.length,
      detail: {
        ...shown.detail,
        ...(stated.caseNumber !== undefined && { caseNumber: stated.caseNumber }),
        ...(breakGlassId !== null && { breakGlassId }),
      },
    });
    await noteLooks(tx, shown.stays, {
      at,
      looker: shown.looker,
      purpose: stated.purpose,
      visibleFrom: confidential ? new Date(at.getTime() + this.options.confidentialDays * DAY_MS) : at,
    });
  }
}
