import { Injectable } from '@nestjs/common';
import { toLocalIso } from '@luutru/calendar';
import { explain } from '@luutru/screening';
import {
  alertActionsIn,
  type AlertDetail,
  type AlertEvent,
  type AlertHeader,
  deskAt,
  scoreClass,
} from '@luutru/watch-list';
import { StayPresenter } from '../stay/stay.presenter';
import type { AlertDetailResponse, AlertHeaderResponse } from './alert.dto';
import { contentOf } from './watch-list.presenter';

const local = (at: Date | null): string | null => at && toLocalIso(at);

/** Alerts as desks see them; only the detail says anything of a person. */
@Injectable()
export class AlertPresenter {
  constructor(private readonly stays: StayPresenter) {}

  header({ score, listNameVi, listNameEn, desk, ...alert }: AlertHeader): AlertHeaderResponse {
    return {
      ...alert,
      listName: { vi: listNameVi, en: listNameEn },
      scoreClass: scoreClass(score),
      desk: deskAt(desk),
      raisedAt: toLocalIso(alert.raisedAt),
      dueAt: local(alert.dueAt),
      escalatedAt: local(alert.escalatedAt),
      closedAt: local(alert.closedAt),
      actions: [...alertActionsIn(alert.state)],
    };
  }

  detail({ alert, legalBasis, stay, entry, reasons, history, decisionId }: AlertDetail): AlertDetailResponse {
    return {
      ...this.header(alert),
      legalBasis,
      scorePercent: Math.round(alert.score * 100),
      stay: this.stays.stay(stay),
      listed: { ...entry, entry: contentOf(entry.content) },
      reasons: reasons.map((reason) => ({
        code: reason.code,
        weight: reason.weight,
        text: { vi: explain(reason, 'vi'), en: explain(reason, 'en') },
      })),
      history: history.map(({ at, desk, actorKind, actorId, ...step }) => ({
        ...step,
        desk: deskAt(desk),
        at: toLocalIso(at),
        by: `${actorKind}:${actorId}`,
      })),
      decisionId,
    };
  }

  /** One event of a duty desk, as server-sent events carry it. */
  event({ position, action, at, ...alert }: AlertEvent): string {
    const {
      actions: _actions,
      version: _version,
      acknowledgedBy: _by,
      closedAt: _closed,
      ...header
    } = this.header({
      ...alert,
      version: 0,
      acknowledgedBy: null,
      closedAt: null,
    });
    const data = { action, at: toLocalIso(at), ...header };
    return `id: ${position}\nevent: alert\ndata: ${JSON.stringify(data)}\n\n`;
  }
}
