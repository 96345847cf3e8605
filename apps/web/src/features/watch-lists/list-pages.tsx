import { useTranslation } from 'react-i18next';
import { SubPages } from '../police/sub-pages';

export function ListPages() {
  const { t } = useTranslation('watch-lists');
  return (
    <SubPages
      label={t('subPages.label')}
      pages={[
        { to: '/watch-lists', label: t('subPages.lists'), permission: 'watch-list.manage' },
        { to: '/watch-list-proposals', label: t('subPages.proposals'), permission: 'watch-list.approve' },
      ]}
    />
  );
}
