import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Facility, useFacilities } from '../../api/facility';
import { Problem } from '../../states/problem';
import { Empty, Loading } from '../../states/states';

/** The facility worked for, once it is known; says so when there is none. */
export function OwnFacility({ children }: { children: (facility: Facility) => ReactNode }) {
  const { t } = useTranslation('owner');
  const { facility, isPending, error, refetch } = useFacilities();
  if (facility) return children(facility);
  if (isPending) return <Loading />;
  if (error) return <Problem error={error} retry={() => void refetch()} />;
  return <Empty title={t('noFacility')}>{t('noFacilityHint')}</Empty>;
}
