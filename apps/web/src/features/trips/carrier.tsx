import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Facility, useFacilities } from '../../api/facility';
import { Page } from '../../app/page';
import { Problem } from '../../states/problem';
import { Empty, Loading } from '../../states/states';
import { carriesPassengers } from './trip';

/** The bus operator worked for; says so where the facility is none. */
export function Carrier({ children }: { children: (facility: Facility) => ReactNode }) {
  const { t } = useTranslation('trips');
  const { facility, isPending, error, refetch } = useFacilities();
  if (isPending) return <Loading />;
  if (facility && carriesPassengers(facility)) return children(facility);
  return (
    <Page title={t('title')}>
      {error && !facility ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Empty title={t('notHere')}>{t('notHereHint')}</Empty>
      )}
    </Page>
  );
}
