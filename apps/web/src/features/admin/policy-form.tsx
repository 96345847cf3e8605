import type { Input } from '@luutru/client';
import { Checkbox, NativeSelect, NumberInput, SimpleGrid, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useCodeNames } from '../../api/code-names';
import { FormDialog } from '../../forms/form-dialog';
import { useLanguage } from '../../i18n/use-language';
import { asProposed, type Catalogue, type Policy } from './policy-facts';

type Body = Input<'proposeAuthorityPolicy'>['body'];

const STAY_KINDS = ['guest', 'tenant', 'patient', 'relative', 'passenger'];
const RESOURCES = ['stays', 'facilities', 'trips'] as const;
const linesOf = (text: string): string[] => text.split(/\s+/).filter((line) => line !== '');
const keyOf = ({ resource, column }: { resource: string; column: string }): string => `${resource}.${column}`;

interface PolicyFormProps {
  readonly policy: Policy;
  readonly catalogue: Catalogue;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Proposes what a policy should say instead; begins with what it says now. */
export function PolicyForm({ policy, catalogue, onDone, onClose }: PolicyFormProps) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const kinds = useCodeNames('facility-kind');
  const now = asProposed(policy);
  const maskings: Record<string, string> = {};
  for (const one of now.columns ?? []) maskings[keyOf(one)] = one.masking;
  const form = useForm({
    initialValues: {
      nameVi: now.nameVi,
      nameEn: now.nameEn,
      legalBasis: now.legalBasis,
      facilityKinds: now.facilityKinds,
      areaUnitIds: (now.areaUnitIds ?? []).join('\n'),
      areaZoneIds: (now.areaZoneIds ?? []).join('\n'),
      stayKinds: now.stayKinds ?? [],
      staysForm: now.staysForm ?? 'none',
      purposes: now.purposes,
      exports: now.exports === true,
      cellSize: now.cellSize ?? 5,
      maskings,
    },
  });
  const send = ({ maskings: chosen, staysForm, areaUnitIds, areaZoneIds, ...given }: typeof form.values) =>
    api.proposeAuthorityPolicy({
      path: { policyId: policy.policyId },
      body: {
        ...given,
        areaUnitIds: linesOf(areaUnitIds),
        areaZoneIds: linesOf(areaZoneIds),
        ...(staysForm !== 'none' && { staysForm }),
        columns: catalogue.columns.flatMap(({ resource, column }) => {
          const masking = chosen[keyOf({ resource, column })] ?? '';
          return masking === '' ? [] : [{ resource, column, masking }];
        }),
      } as Body,
    });
  return (
    <FormDialog
      title={t('policies.proposeTitle')}
      hint={t('policies.proposeHint')}
      form={form}
      send={send}
      onDone={onDone}
      onClose={onClose}
      action={t('policies.propose')}
      size="lg"
    >
      <TextInput label={t('policies.fields.nameVi')} required {...form.getInputProps('nameVi')} />
      <TextInput label={t('policies.fields.nameEn')} required {...form.getInputProps('nameEn')} />
      <Textarea label={t('policies.fields.legalBasis')} rows={2} required {...form.getInputProps('legalBasis')} />
      <Checks
        label={t('policies.fields.facilityKinds')}
        options={kinds.options}
        {...form.getInputProps('facilityKinds')}
      />
      <Checks
        label={t('policies.fields.stayKinds')}
        options={STAY_KINDS.map((kind) => ({ value: kind, label: t(`policies.stayKind.${kind}`) }))}
        {...form.getInputProps('stayKinds')}
      />
      <NativeSelect
        label={t('policies.fields.staysForm')}
        data={['none', 'counts', 'rows'].map((value) => ({ value, label: t(`policies.form.${value}`) }))}
        {...form.getInputProps('staysForm')}
      />
      <Checks
        label={t('policies.fields.purposes')}
        options={catalogue.purposes.map(({ code, name }) => ({ value: code, label: name[language] }))}
        {...form.getInputProps('purposes')}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Textarea
          label={t('policies.fields.areaUnitIds')}
          description={t('policies.listHint')}
          rows={2}
          {...form.getInputProps('areaUnitIds')}
        />
        <Textarea
          label={t('policies.fields.areaZoneIds')}
          description={t('policies.listHint')}
          rows={2}
          {...form.getInputProps('areaZoneIds')}
        />
      </SimpleGrid>
      <NumberInput
        label={t('policies.fields.cellSize')}
        min={5}
        max={1_000}
        hideControls
        {...form.getInputProps('cellSize')}
      />
      <Checkbox label={t('policies.fields.exports')} {...form.getInputProps('exports', { type: 'checkbox' })} />
      {RESOURCES.map((resource) => (
        <Stack key={resource} gap="xs" role="group" aria-label={t(`policies.resource.${resource}`)}>
          <Title order={3} size="h5">
            {t(`policies.resource.${resource}`)}
          </Title>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            {catalogue.columns
              .filter((one) => one.resource === resource)
              .map((one) => (
                <NativeSelect
                  key={keyOf(one)}
                  label={one.name[language]}
                  value={form.getValues().maskings[keyOf(one)] ?? ''}
                  onChange={({ currentTarget }) =>
                    form.setFieldValue('maskings', { ...form.getValues().maskings, [keyOf(one)]: currentTarget.value })
                  }
                  data={[
                    { value: '', label: t('policies.hidden') },
                    ...one.maskings.map(({ masking, name }) => ({ value: masking, label: name[language] })),
                  ]}
                />
              ))}
          </SimpleGrid>
        </Stack>
      ))}
    </FormDialog>
  );
}

interface ChecksProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function Checks({ label, options, ...props }: ChecksProps) {
  return (
    <Checkbox.Group label={label} {...props}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
        {options.map((option) => (
          <Checkbox key={option.value} value={option.value} label={option.label} />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}
