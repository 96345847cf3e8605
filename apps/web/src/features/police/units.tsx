import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { useLanguage } from '../../i18n/use-language';

const FOREVER = { staleTime: Infinity } as const;

/** The name of a ward or province of today. */
export function useUnitName(unitId: string | null): string {
  const language = useLanguage();
  const { data } = useQuery({
    ...ask('getAdminUnit', { path: { unitId: unitId ?? '' } }),
    ...FOREVER,
    enabled: unitId !== null,
  });
  if (unitId === null) return '';
  return data ? (language === 'en' ? data.nameEn : data.name) : unitId;
}

export const UnitName = ({ unitId }: { unitId: string }): ReactNode => useUnitName(unitId);

interface UnitChoiceProps {
  /** A unit of the province that is offered first: the officer's own. */
  readonly homeUnitId: string | undefined;
  readonly value: string;
  readonly onChange: (unitId: string) => void;
  /** The province stays that of the officer. */
  readonly homeOnly?: boolean;
  readonly label: string;
  /** What choosing no ward means; absent: a ward or the province must be chosen. */
  readonly anyLabel?: string;
  /** The whole province may be chosen. */
  readonly wholeProvince?: boolean;
  readonly required?: boolean;
  readonly error?: ReactNode;
}

/** A ward, or a whole province: first the province, unless it is the officer's anyway, then the ward. */
export function UnitChoice(props: UnitChoiceProps) {
  const { homeUnitId, value, onChange, homeOnly = false, label, anyLabel, wholeProvince = false } = props;
  const { t } = useTranslation('police');
  const language = useLanguage();
  const home = useQuery({
    ...ask('getAdminUnit', { path: { unitId: homeUnitId ?? '' } }),
    ...FOREVER,
    enabled: homeUnitId !== undefined,
  });
  const provinces = useQuery({ ...ask('listProvinces'), ...FOREVER, enabled: !homeOnly });
  const [chosen, setChosen] = useState<string | null>(null);
  const province = chosen ?? home.data?.province.code ?? null;
  const wards = useQuery({
    ...ask('listWards', { path: { code: province ?? '' } }),
    ...FOREVER,
    enabled: province !== null && province !== '',
  });
  const nameOf = ({ name, nameEn }: { name: string; nameEn: string }): string => (language === 'en' ? nameEn : name);
  const provinceUnit =
    (provinces.data?.units ?? []).find(({ code }) => code === province) ??
    (home.data?.province.code === province ? home.data.province : undefined);
  const options = [
    { value: '', label: anyLabel ?? t('units.choose') },
    ...(wholeProvince && provinceUnit
      ? [{ value: provinceUnit.unitId, label: t('units.whole', { name: nameOf(provinceUnit) }) }]
      : []),
    ...(wards.data?.units ?? []).map((unit) => ({ value: unit.unitId, label: nameOf(unit) })),
  ];
  const ward = (
    <NativeSelect
      label={label}
      data={options}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      required={props.required ?? false}
      error={props.error}
      disabled={province === null}
    />
  );
  if (homeOnly) return ward;
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <NativeSelect
        label={t('units.province')}
        data={[
          { value: '', label: t('units.choose') },
          ...(provinces.data?.units ?? []).map((unit) => ({ value: unit.code, label: nameOf(unit) })),
        ]}
        value={province ?? ''}
        onChange={(event) => {
          setChosen(event.currentTarget.value);
          onChange('');
        }}
      />
      {ward}
    </SimpleGrid>
  );
}
