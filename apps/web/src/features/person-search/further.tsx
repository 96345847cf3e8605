import { NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session-context';
import { useCodeNames } from '../../api/code-names';
import { UnitChoice } from '../police/units';
import { type FurtherCriteria, keep, useWork } from './work';

const KINDS = ['guest', 'tenant', 'patient', 'relative', 'passenger'] as const;
const EVENTS = ['in-house', 'arrival', 'departure'] as const;

/** What may be known besides: of the person, of the place, of the days. */
export function Further() {
  const { t } = useTranslation('person-search');
  const { t: police } = useTranslation('police');
  const { unitIds } = useSession();
  const { further } = useWork();
  const facilityKinds = useCodeNames('facility-kind');
  const any = { value: '', label: t('further.any') };
  const field = (name: keyof FurtherCriteria) => ({
    label: t(`further.${name}`),
    value: further[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      keep({ further: { ...further, [name]: event.currentTarget.value } }),
  });
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        <TextInput {...field('birthYear')} type="number" min={1900} max={2100} inputMode="numeric" />
        <NativeSelect
          {...field('sex')}
          data={[any, { value: 'F', label: police('sex.F') }, { value: 'M', label: police('sex.M') }]}
        />
        <TextInput {...field('nationality')} placeholder="VNM" maxLength={3} />
        <NativeSelect
          {...field('kind')}
          data={[any, ...KINDS.map((value) => ({ value, label: police(`kind.${value}`) }))]}
        />
        <NativeSelect {...field('facilityKind')} data={[any, ...facilityKinds.options]} />
        <TextInput {...field('facilityId')} placeholder="KS-000001" maxLength={64} />
        <TextInput {...field('room')} maxLength={20} />
      </SimpleGrid>
      <UnitChoice
        label={t('further.unitId')}
        homeUnitId={unitIds[0]}
        anyLabel={t('further.anyUnit')}
        wholeProvince
        value={further.unitId}
        onChange={(unitId) => keep({ further: { ...further, unitId } })}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <NativeSelect
          {...field('event')}
          data={[any, ...EVENTS.map((value) => ({ value, label: t(`event.${value}`) }))]}
        />
        <TextInput {...field('from')} type="date" />
        <TextInput {...field('to')} type="date" />
      </SimpleGrid>
    </Stack>
  );
}
