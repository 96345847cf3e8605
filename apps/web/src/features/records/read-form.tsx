import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../api/code-names';
import { useSession } from '../../app/session-context';
import { useLanguage } from '../../i18n/use-language';
import { UnitChoice } from '../police/units';
import type { Policy, Resource } from './policy';

/** What somebody reads for, and what of it; the names are those of the API. */
export interface Stated {
  readonly purpose: Policy['purposes'][number]['code'];
  readonly from?: string;
  readonly to?: string;
  readonly ward?: string;
  readonly facilityKind?: string;
}

interface ReadFormProps {
  readonly policy: Policy;
  readonly resource: Resource;
  readonly onRead: (stated: Stated) => void;
}

/** Asks what for before anything is read: no purpose is chosen beforehand. */
export function ReadForm({ policy, resource, onRead }: ReadFormProps) {
  const { t } = useTranslation('records');
  const language = useLanguage();
  const kinds = useCodeNames('facility-kind');
  const [home] = useSession().unitIds;
  const form = useForm({
    initialValues: { purpose: '', from: '', to: '', ward: '', facilityKind: '' },
    validate: { purpose: (purpose) => (purpose === '' ? t('form.purposeMissing') : null) },
  });
  const shows = (column: string): boolean =>
    policy.columns.some((one) => one.resource === resource && one.column === column);
  const read = form.onSubmit((values) =>
    onRead(Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as unknown as Stated),
  );
  return (
    <form onSubmit={read} noValidate>
      <Group gap="sm" align="flex-start">
        <NativeSelect
          label={t('form.purpose')}
          required
          data={[
            { value: '', label: t('form.choose') },
            ...policy.purposes.map(({ code, name }) => ({ value: code, label: name[language] })),
          ]}
          {...form.getInputProps('purpose')}
        />
        {resource !== 'facilities' && (
          <>
            <TextInput type="date" label={t('form.from')} {...form.getInputProps('from')} />
            <TextInput type="date" label={t('form.to')} {...form.getInputProps('to')} />
          </>
        )}
        {shows('ward') && home !== undefined && (
          <UnitChoice
            homeUnitId={home}
            homeOnly
            label={t('form.ward')}
            anyLabel={t('form.allWards')}
            value={form.getValues().ward}
            onChange={(ward) => form.setFieldValue('ward', ward)}
          />
        )}
        {shows('facilityKind') && policy.facilityKinds.length > 1 && (
          <NativeSelect
            label={t('form.kind')}
            data={[
              { value: '', label: t('form.allKinds') },
              ...policy.facilityKinds.map((value) => ({ value, label: kinds.nameOf(value) })),
            ]}
            {...form.getInputProps('facilityKind')}
          />
        )}
      </Group>
      <Button type="submit" mt="sm">
        {t('form.read')}
      </Button>
    </form>
  );
}
