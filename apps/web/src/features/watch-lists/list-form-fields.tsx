import { NativeSelect, NumberInput, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session-context';
import { UnitChoice } from '../police/units';

/** What may be said about a list and changed later. */
export interface ListValues {
  nameVi: string;
  nameEn: string;
  legalBasis: string;
  validFrom: string;
  validUntil: string;
  thresholdPercent: number | '';
  acknowledgeMinutes: number | '';
  areaUnitId: string;
  firstDesk: 'ward' | 'province';
}

export const NEW_LIST: ListValues = {
  nameVi: '',
  nameEn: '',
  legalBasis: '',
  validFrom: '',
  validUntil: '',
  thresholdPercent: '',
  acknowledgeMinutes: '',
  areaUnitId: '',
  firstDesk: 'ward',
};

/** What of it is filled in, as requests take it. */
export function factsIn({
  validFrom,
  validUntil,
  thresholdPercent,
  acknowledgeMinutes,
  areaUnitId,
  ...rest
}: ListValues) {
  return {
    ...rest,
    ...(validFrom !== '' && { validFrom }),
    ...(validUntil !== '' && { validUntil }),
    ...(thresholdPercent !== '' && { thresholdPercent }),
    ...(acknowledgeMinutes !== '' && { acknowledgeMinutes }),
    ...(areaUnitId !== '' && { areaUnitId }),
  };
}

export function ListFormFields<Values extends ListValues>({ form: given }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation('watch-lists');
  const { unitIds } = useSession();
  const form = given as unknown as UseFormReturnType<ListValues>;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput label={t('form.nameVi')} maxLength={200} required {...form.getInputProps('nameVi')} />
        <TextInput label={t('form.nameEn')} maxLength={200} required {...form.getInputProps('nameEn')} />
      </SimpleGrid>
      <TextInput
        label={t('form.legalBasis')}
        description={t('form.legalBasisHint')}
        maxLength={500}
        required
        {...form.getInputProps('legalBasis')}
      />
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <TextInput label={t('form.validFrom')} type="date" {...form.getInputProps('validFrom')} />
        <TextInput label={t('form.validUntil')} type="date" {...form.getInputProps('validUntil')} />
        <NumberInput
          label={t('form.thresholdPercent')}
          placeholder={t('form.byKind')}
          min={50}
          max={100}
          hideControls
          {...form.getInputProps('thresholdPercent')}
        />
        <NumberInput
          label={t('form.acknowledgeMinutes')}
          placeholder="10"
          min={1}
          max={1_440}
          hideControls
          {...form.getInputProps('acknowledgeMinutes')}
        />
      </SimpleGrid>
      <NativeSelect
        label={t('form.firstDesk')}
        data={(['ward', 'province'] as const).map((value) => ({ value, label: t(`firstDesk.${value}`) }))}
        {...form.getInputProps('firstDesk')}
      />
      <UnitChoice
        label={t('form.areaUnitId')}
        homeUnitId={unitIds[0]}
        anyLabel={t('form.everywhere')}
        wholeProvince
        value={form.values.areaUnitId}
        onChange={(unitId) => form.setFieldValue('areaUnitId', unitId)}
        error={form.errors.areaUnitId}
      />
    </>
  );
}
