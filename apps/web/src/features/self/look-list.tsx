import type { Output } from '@luutru/client';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../api/code-names';
import { showDayAndTime } from '../../i18n/format';
import { type Column, RecordTable } from '../../lists/record-table';
import { usePages } from '../../lists/use-pages';
import { useRoleName } from '../roles/role-name';
import { type OwnStay, useStayTime } from './stay-time';

export type Look = Output<'listOwnLooks'>['looks'][number];

/** Who looked, when and what for; with the stay where it is not clear from the page. */
export function LookList({ looks, stays }: { looks: readonly Look[]; stays?: readonly OwnStay[] }) {
  const { t } = useTranslation('self');
  const roleName = useRoleName();
  const { nameOf } = useCodeNames('look-purpose');
  const time = useStayTime();
  const { shown, pager } = usePages(looks, 20);
  const stayOf = ({ stayId }: Look): string => {
    const stay = stays?.find((one) => one.stayId === stayId);
    return stay ? `${stay.facilityName} · ${time(stay)}` : '';
  };
  const columns: Column<Look>[] = [
    { key: 'who', header: t('looks.who'), cell: ({ looker }) => roleName(looker) },
    { key: 'when', header: t('looks.when'), cell: ({ at }) => showDayAndTime(at) },
    {
      key: 'purpose',
      header: t('looks.purpose'),
      cell: ({ purpose }) => (purpose === null ? t('looks.ownWork') : nameOf(purpose)),
    },
    ...(stays ? [{ key: 'where', header: t('looks.where'), cell: stayOf }] : []),
  ];
  return (
    <>
      <RecordTable
        caption={t('looks.list')}
        rows={shown}
        columns={columns}
        rowKey={(look) => `${look.at} ${look.looker} ${look.stayId}`}
      />
      {pager}
    </>
  );
}
