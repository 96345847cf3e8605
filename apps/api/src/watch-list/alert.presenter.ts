import { Injectable } from '@nestjs/common';
import { AccountNames } from '@luutru/access';
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
  constructor(
    private readonly stays: StayPresenter,
    private readonly names: AccountNames,
  ) {}

  async headers(alerts: readonly AlertHeader[]): Promise<AlertHeaderResponse[]> {
    const names = await this.names.of(alerts.map(({ acknowledgedBy }) => acknowledgedBy));
    return alerts.map((alert) => header(alert, names));
  }

  async detail({
    alert,
    legalBasis,
    stay,
    entry,
    reasons,
    history,
    decisionId,
  }: AlertDetail): Promise<AlertDetailResponse> {
    const names = await this.names.of([alert.acknowledgedBy, ...history.map(({ actorId }) => actorId)]);
    return {
      ...header(alert, names),
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
        byName: names.get(actorId) ?? null,
      })),
      decisionId,
    };
  }

  /** One event of a duty desk, as server-sent events carry it. */
  async event({ position, action, at, ...alert }: AlertEvent): Promise<string> {
    const [shown] = await this.headers([alert]);
    const data = { action, at: toLocalIso(at), ...shown };
    return `id: ${position}\nevent: alert\ndata: ${JSON.stringify(data)}\n\n`;
  }
}

function header(alert: AlertHeader, names: ReadonlyMap<string, string>): AlertHeaderResponse {
  const { score, listNameVi, listNameEn, desk, acknowledgedBy, ...same } = alert;
  return {
    ...same,
    acknowledgedBy,
    acknowledgedByName: acknowledgedBy === null ? null : (names.get(acknowledgedBy) ?? null),
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
