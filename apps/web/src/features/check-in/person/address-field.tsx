import { Autocomplete, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { useLanguage } from '../../../i18n/use-language';

interface AddressFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly description?: ReactNode;
  readonly error?: string;
}

/** An address as on the card, also one from before the merger of 2025; under it the ward that it is today. */
export function AddressField({ value, onChange, description, error }: AddressFieldProps) {
  const { t } = useTranslation('check-in');
  const language = useLanguage();
  const [wanted] = useDebouncedValue(value.trim(), 300);
  const { data } = useQuery({
    ...ask('resolveAddress', { query: { address: wanted } }),
    enabled: wanted.length >= 4,
    staleTime: 5 * 60_000,
    placeholderData: (before) => (wanted.length >= 4 ? before : undefined),
  });
  const nameOf = (unit: { name: string; nameEn: string }): string => (language === 'en' ? unit.nameEn : unit.name);
  const province = data?.province ?? null;
  const choices = (data?.candidates ?? []).map((ward) => (province ? `${ward.name}, ${province.name}` : ward.name));
  const found =
    data?.ward && province ? t('person.addressNow', { ward: nameOf(data.ward), province: nameOf(province) }) : null;
  return (
    <Autocomplete
      label={t('person.fields.address')}
      data-field="address"
      value={value}
      autoComplete="off"
      onChange={onChange}
      data={[...new Set(choices)]}
      // The server has looked already, by old names too.
      filter={({ options }) => options}
      description={
        <>
          {description}
          {found !== null && (
            <Text span size="xs" display="block">
              {found}
            </Text>
          )}
        </>
      }
      error={error}
    />
  );
}
