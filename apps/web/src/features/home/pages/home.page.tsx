import { Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFacilities } from '../../../api/facility';
import { may } from '../../../api/session';
import { navigationFor } from '../../../app/navigation';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session-context';
import { Empty, Loading } from '../../../states/states';
import { navigation } from '../../navigation';

/** Where a person starts: the first page of their navigation. */
export function HomePage() {
  const { t } = useTranslation('home');
  const session = useSession();
  const needsFacility = may(session, 'facility.read');
  const { facility, isPending } = useFacilities(needsFacility);
  if (needsFacility && isPending) return <Loading />;
  const [first] = navigationFor(navigation, session, facility);
  if (first) return <Navigate to={first.to} replace />;
  return (
    <Page title={t('title', { name: session.displayName })}>
      <Empty title={t('nothing')}>{t('nothingHint')}</Empty>
    </Page>
  );
}
