import { useTranslation } from 'react-i18next';
import { SubPages } from '../police/sub-pages';

export function CompliancePages() {
  const { t } = useTranslation('compliance');
  return (
    <SubPages
      label={t('title')}
      pages={[
        { to: '/compliance', label: t('subPages.facilities') },
        { to: '/compliance/wards', label: t('subPages.wards') },
        { to: '/compliance/notes', label: t('subPages.notes'), permission: 'compliance.note' },
        { to: '/compliance/monthly-sheet', label: t('subPages.sheet') },
      ]}
    />
  );
}
