import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session-context';
import { clockText, useNow } from '../police/now';
import { Tag } from '../police/tag';
import { type AlertHeader, isWaiting } from './desk-list';

/** In whose hands it is, or how long there is left to take it. */
export function AlertState({ alert }: { alert: AlertHeader }) {
  const { t } = useTranslation('alerts');
  const { accountId } = useSession();
  const { state, dueAt, acknowledgedBy, acknowledgedByName, outcome, desk } = alert;
  if (isWaiting(alert)) {
    return (
      <>
        {state === 'handed-over' && <Tag tone="info">{t('handedOver', { desk: t(`desk.${desk}`) })}</Tag>}
        {dueAt === null ? <Tag tone="bad">{t('nobody')}</Tag> : <Countdown dueAt={dueAt} />}
      </>
    );
  }
  if (state === 'closed') return <Tag>{outcome === null ? t('closed') : t(`outcome.${outcome}`)}</Tag>;
  const mine = acknowledgedBy === accountId;
  return <Tag tone="good">{mine ? t('takenByMe') : t('takenBy', { name: acknowledgedByName ?? '' })}</Tag>;
}

function Countdown({ dueAt }: { dueAt: string }) {
  const { t } = useTranslation('alerts');
  const left = new Date(dueAt).getTime() - useNow();
  if (left <= 0) return <Tag tone="bad">{t('late', { by: clockText(-left) })}</Tag>;
  return <Tag tone={left < 120_000 ? 'bad' : 'warn'}>{t('left', { left: clockText(left) })}</Tag>;
}
