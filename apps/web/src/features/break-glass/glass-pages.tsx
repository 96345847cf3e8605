import { useTranslation } from 'react-i18next';
import { SubPages } from '../police/sub-pages';

export function GlassPages() {
  const { t } = useTranslation('break-glass');
  return (
    <SubPages
      label={t('subPages.label')}
      pages={[
        { to: '/break-glass', label: t('subPages.own'), permission: 'break-glass.open' },
        { to: '/break-glass/reviews', label: t('subPages.reviews'), permission: 'break-glass.review' },
      ]}
    />
  );
}
