import type { Input, Output } from '@luutru/client';
import type { QueryClient, QueryKey } from '@tanstack/react-query';

export type AlertHeader = Output<'listAlerts'>['alerts'][number];
export type DeskEvent = AlertHeader & { readonly action: string; readonly at: string };
export type DeskQuery = NonNullable<Input<'listAlerts'>['query']>;

type List = Output<'listAlerts'>;

/** Somebody still has to take it. */
export const isWaiting = ({ state }: Pick<AlertHeader, 'state'>): boolean =>
  state === 'open' || state === 'handed-over';

/** Carries what happened into the lists and alerts that are shown, without asking the API: watching is no sign of life. */
export function applyEvent(client: QueryClient, event: DeskEvent): void {
  const { action: _action, at: _at, ...header } = event;
  for (const [key, list] of client.getQueriesData<List>({ queryKey: ['listAlerts'] })) {
    if (list) client.setQueryData<List>(key, { ...list, alerts: withAlert(list.alerts, header, queryIn(key)) });
  }
  const detail = ['getAlert', { path: { alertId: header.alertId } }];
  client.setQueryData<Output<'getAlert'>>(detail, (known) => known && { ...known, ...header });
}

const queryIn = (key: QueryKey): DeskQuery => (key[1] as Input<'listAlerts'>).query ?? {};

function withAlert(alerts: readonly AlertHeader[], header: AlertHeader, query: DeskQuery): AlertHeader[] {
  if (alerts.some(({ alertId }) => alertId === header.alertId)) {
    return alerts.map((alert) => (alert.alertId === header.alertId ? header : alert));
  }
  const { state = 'pending', kind, cursor } = query;
  const fits = state === 'any' || state === header.state || (state === 'pending' && header.state !== 'closed');
  // New ones belong to the first page.
  return fits && cursor === undefined && (kind === undefined || kind === header.listKind)
    ? [header, ...alerts]
    : [...alerts];
}
