import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Facility, useFacilities } from '../../api/facility';
import { Page } from '../../app/page';
import { Problem } from '../../states/problem';
import { Empty, Loading } from '../../states/states';
import { medical } from './departments';

/** The hospital worked for; says so where the facility is none. */
export function MedicalFacility({ title, children }: { title: string; children: (facility: Facility) => ReactNode }) {
  const { t } = useTranslation('patients');
  const { facility, isPending, error, refetch } = useFacilities();
  if (isPending) return <Loading />;
  if (facility && medical(facility)) return children(facility);
  return (
    <Page title={title}>
      {error && !facility ? (
        <Problem error={error} retry={() => void refetch()} />
      ) : (
        <Empty title={t('notHere')}>{t('notHereHint')}</Empty>
      )}
    </Page>
  );
}
