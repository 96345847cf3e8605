import { useTranslation } from 'react-i18next';
import { SubPages } from '../police/sub-pages';

/** Searching, and what the system found by itself. */
export function SearchPages() {
  const { t } = useTranslation('police');
  return (
    <SubPages
      label={t('subPages.search')}
      pages={[
        { to: '/search', label: t('subPages.people'), permission: 'person.search' },
        { to: '/findings', label: t('subPages.findings'), permission: 'person.search' },
      ]}
    />
  );
}
