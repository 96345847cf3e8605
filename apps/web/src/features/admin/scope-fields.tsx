import type { Output } from '@luutru/client';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { useLanguage } from '../../i18n/use-language';

export interface ScopeValues {
  readonly kind: string;
  readonly id: string;
}

type Unit = Output<'listProvinces'>['units'][number];

interface ScopeFieldsProps {
  readonly scope: ScopeValues;
  readonly kinds: readonly string[];
  readonly error: unknown;
  readonly onChange: (scope: ScopeValues) => void;
}

/** What a role is bound to: an area is chosen from the units there are, other things are given by their id. */
export function ScopeFields({ scope: { kind, id }, kinds, error, onChange }: ScopeFieldsProps) {
  const { t } = useTranslation('admin');
  return (
    <>
      <NativeSelect
        label={t('accounts.scopeKind')}
        data={kinds.map((value) => ({ value, label: t(`accounts.scopeKinds.${value}`) }))}
        value={kind}
        onChange={({ currentTarget }) => onChange({ kind: currentTarget.value, id: '' })}
      />
      {kind === 'unit' && <UnitFields value={id} error={error} onChange={(unitId) => onChange({ kind, id: unitId })} />}
      {kind !== 'unit' && kind !== 'none' && (
        <TextInput
          label={t('accounts.scopeId')}
          required
          autoComplete="off"
          spellCheck={false}
          value={id}
          error={error as string | undefined}
          onChange={({ currentTarget }) => onChange({ kind, id: currentTarget.value })}
        />
      )}
    </>
  );
}

interface UnitFieldsProps {
  readonly value: string;
  readonly error: unknown;
  readonly onChange: (unitId: string) => void;
}

/** A province, or one ward of it. Units are named by a letter for their level and their statistical code. */
function UnitFields({ value, error, onChange }: UnitFieldsProps) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const [chosen, setChosen] = useState('');
  const provinces = useQuery({ ...ask('listProvinces'), staleTime: Infinity });
  const province = provinces.data?.units.find(({ gsoCode }) => gsoCode === chosen);
  const wards = useQuery({
    ...ask('listWards', { path: { code: province?.code ?? '' } }),
    enabled: province !== undefined,
    staleTime: Infinity,
  });
  const options = (units: readonly Unit[] = []) =>
    units.map(({ gsoCode, name, nameEn }) => ({ value: gsoCode, label: language === 'vi' ? name : nameEn }));
  return (
    <>
      <NativeSelect
        label={t('accounts.province')}
        required
        value={chosen}
        error={error as string | undefined}
        onChange={({ currentTarget }) => {
          setChosen(currentTarget.value);
          onChange(currentTarget.value === '' ? '' : `p${currentTarget.value}`);
        }}
        data={[{ value: '', label: '' }, ...options(provinces.data?.units)]}
      />
      {province && (
        <NativeSelect
          label={t('accounts.ward')}
          value={value.startsWith('w') ? value.slice(1) : ''}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === '' ? `p${province.gsoCode}` : `w${currentTarget.value}`)
          }
          data={[{ value: '', label: t('accounts.wholeProvince') }, ...options(wards.data?.units)]}
        />
      )}
    </>
  );
}
