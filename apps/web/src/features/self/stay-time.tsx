import type { Output } from '@luutru/client';
import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showDayAndTime } from '../../i18n/format';

export type OwnStay = Output<'listOwnStays'>['stays'][number];

/** From when to when; open at the end while the person is there. */
export function useStayTime(): (stay: OwnStay) => string {
  const { t } = useTranslation('self');
  return ({ arrivedAt, departedAt, state }) =>
    departedAt === null || state === 'cancelled'
      ? t('stays.from', { from: showDayAndTime(arrivedAt) })
      : t('stays.fromTo', { from: showDayAndTime(arrivedAt), to: showDayAndTime(departedAt) });
}

export function StayState({ stay }: { stay: OwnStay }) {
  const { t } = useTranslation('self');
  return (
    <Badge variant="default" tt="none" miw="max-content">
      {t(`state.${stay.state}`)}
    </Badge>
  );
}
