import type { FigureQuery, ReportFormat, StatisticsQuestion } from '@luutru/statistics';
import { addDays, localDate } from '@luutru/calendar';
import { periodBefore, type ReportPeriod } from './domain/asked-report';
import type { Cadence } from './domain/schedule';

/** What is asked again and again: a question of which the days follow from when it is due. */
export type AskedReport =
  | {
      readonly report: 'figures';
      readonly query: Omit<FigureQuery, 'period'>;
      readonly period: ReportPeriod;
      readonly policy?: string;
    }
  | { readonly report: 'form-015n'; readonly policy?: string };

export type SentFormat = Exclude<ReportFormat, 'json'>;
export type Channel = 'mail' | 'webhook';

/** Why nothing is made. */
export const PAUSE_REASONS = [
  'person',
  'unsubscribed',
  'no-permission',
  'account-disabled',
  'target-not-allowed',
  'undeliverable',
  'question-invalid',
] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** A subscription as it is kept. */
export interface StoredSubscription {
  readonly subscriptionId: string;
  readonly accountId: string;
  readonly asked: AskedReport;
  readonly format: SentFormat;
  readonly language: 'vi' | 'en';
  readonly cadence: Cadence;
  readonly hour: number;
  readonly onDay: number;
  readonly channel: Channel;
  readonly target: Buffer;
  readonly secret: Buffer;
  readonly state: 'unconfirmed' | 'active' | 'paused';
  readonly pausedBecause: PauseReason | null;
  readonly confirm: Buffer | null;
  readonly confirmUntil: Date | null;
  readonly confirmTries: number;
  readonly nextDue: Date | null;
  readonly version: number;
  readonly createdAt: Date;
}

export const SUBSCRIPTION_COLUMNS = `s.subscription_id AS "subscriptionId", s.account_id AS "accountId", s.asked, s.format,
  s.language, s.cadence, s.hour, s.on_day AS "onDay", s.channel, s.target_sealed AS target, s.secret_sealed AS secret, s.state,
  s.paused_because AS "pausedBecause", s.confirm_sealed AS confirm, s.confirm_until AS "confirmUntil",
  s.confirm_tries AS "confirmTries", s.next_due AS "nextDue", s.version, s.created_at AS "createdAt"`;

/** Seals and opens under these names; changing them would make stored data unreadable. */
export const SUBSCRIPTION_SEAL = {
  table: 'report_subscription',
  target: 'target_sealed',
  secret: 'secret_sealed',
  confirm: 'confirm_sealed',
} as const;
export const DELIVERY_SEAL = { table: 'report_delivery', file: 'file_sealed' } as const;

/** The question at one due time. Of the form it is the year that the day before lies in. */
export function questionAt(asked: AskedReport, dueAt: Date): StatisticsQuestion {
  const today = localDate(dueAt);
  const policy = asked.policy === undefined ? {} : { policy: asked.policy };
  if (asked.report === 'form-015n') {
    return { report: 'form-015n', year: Number(addDays(today, -1).slice(0, 4)), ...policy };
  }
  return { report: 'figures', query: { ...asked.query, period: periodBefore(asked.period, today) }, ...policy };
}
