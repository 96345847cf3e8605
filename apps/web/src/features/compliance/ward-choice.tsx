import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';

/** One of the wards in reach; nothing to choose where there is one only. */
export function WardChoice({ value, onChange }: { value: string; onChange: (wardId: string) => void }) {
  const { t } = useTranslation('compliance');
  const { data } = useQuery({ ...ask('rankWards'), staleTime: 60_000 });
  const wards = [...(data?.wards ?? [])].sort((one, two) => one.wardName.localeCompare(two.wardName, 'vi'));
  if (wards.length < 2) return null;
  return (
    <NativeSelect
      label={t('ward')}
      data={[
        { value: '', label: t('allWards') },
        ...wards.map(({ wardId, wardName }) => ({ value: wardId, label: wardName })),
      ]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
