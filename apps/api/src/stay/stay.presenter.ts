import { Injectable } from '@nestjs/common';
import { toLocalIso } from '@luutru/calendar';
import type { ActAnswer, DeclarationAnswer, DryRun, StayPage, StayVersion, StayView } from '@luutru/declaration';
import { ProblemCatalogue } from '../http/problem';
import type { ActionResponse, StayHistoryResponse } from './stay-action.dto';
import type { DeclaredResponse, StayListResponse, StayResponse, ValidationResponse } from './stay.response';

const local = (at: Date | null): string | null => at && toLocalIso(at);

/** Enough to recognise a number by, not enough to use it. */
export const maskNumber = (number: string): string =>
  number.length <= 4 ? '****' : `${number.slice(0, 3)}${'*'.repeat(number.length - 5)}${number.slice(-2)}`;

const linksOf = (stayId: string) => ({ self: `/v1/stays/${stayId}`, receipt: `/v1/stays/${stayId}/receipt.pdf` });

@Injectable()
export class StayPresenter {
  constructor(private readonly catalogue: ProblemCatalogue) {}

  declared(answer: DeclarationAnswer): DeclaredResponse {
    return {
      ...answer,
      warnings: answer.warnings.map((warning) => ({ ...this.catalogue.issue(warning) })),
      links: linksOf(answer.stayId),
    };
  }

  acted(answer: ActAnswer): ActionResponse {
    return {
      ...answer,
      changed: [...answer.changed],
      warnings: answer.warnings.map((warning) => ({ ...this.catalogue.issue(warning) })),
    };
  }

  history(versions: readonly StayVersion[]): StayHistoryResponse {
    return {
      versions: versions.map(({ at, actor, changed, stay, ...version }) => ({
        ...version,
        at: toLocalIso(at),
        actor: { ...actor },
        changed: [...changed],
        stay: this.stay(stay),
      })),
    };
  }

  dryRun(result: DryRun): ValidationResponse {
    return {
      valid: result.valid,
      errors: result.issues.map((issue) => ({ ...this.catalogue.issue(issue) })),
      warnings: result.warnings.map((issue) => ({ ...this.catalogue.issue(issue) })),
      dueAt: result.dueAt,
      late: result.late,
    };
  }

  stay(view: StayView): StayResponse {
    const { personal } = view;
    return {
      stayId: view.stayId,
      facilityId: view.facilityId,
      version: view.version,
      kind: view.kind,
      state: view.state,
      status: view.status,
      externalRef: personal.externalRef,
      arrivedAt: toLocalIso(view.arrivedAt),
      expectedDepartureAt: local(view.expectedDepartureAt),
      departedAt: local(view.departedAt),
      declaredAt: toLocalIso(view.declaredAt),
      dueAt: toLocalIso(view.dueAt),
      late: view.late,
      deadlineExtension: view.deadlineExtension && {
        ...view.deadlineExtension,
        from: toLocalIso(new Date(view.deadlineExtension.from)),
        until: toLocalIso(new Date(view.deadlineExtension.until)),
        reason: { ...view.deadlineExtension.reason },
      },
      reason: view.reason,
      reasonText: personal.reasonText,
      note: personal.note,
      person: {
        fullName: personal.fullName,
        birthDate: personal.birthDate,
        sex: view.sex,
        nationality: view.nationality,
        documentType: view.documentType,
        documentNumber: personal.documentNumber,
        phone: personal.phone,
        address: personal.address,
      },
      place: { ...view.place },
      delivery: {
        status: view.status,
        deliveredAt: local(view.deliveredAt),
        verifiedAt: local(view.verifiedAt),
        mismatchFields: [...(view.mismatchFields ?? [])],
        failureCode: view.failureCode,
      },
      warnings: [...view.warnings],
      links: linksOf(view.stayId),
    };
  }

  /** A list shows who is held, not what could be copied from it. */
  page({ stays, next }: StayPage): StayListResponse {
    const rows = stays.map((view) => {
      const stay = this.stay(view);
      const { documentNumber } = stay.person;
      const masked = documentNumber === null ? null : maskNumber(documentNumber);
      return { ...stay, person: { ...stay.person, documentNumber: masked, phone: null, address: null } };
    });
    return { stays: rows, next };
  }
}
