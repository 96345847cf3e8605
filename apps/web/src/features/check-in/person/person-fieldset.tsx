import { NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../../api/code-names';
import { AddressField } from './address-field';
import type { Remark } from './check-person';
import type { PersonDraft, PersonField } from './person-draft';

interface PersonFieldsetProps {
  readonly person: PersonDraft;
  readonly remarks: readonly Remark[];
  readonly errors: Readonly<Partial<Record<PersonField, string>>>;
  readonly onChange: (field: PersonField, value: string) => void;
}

/** Fields that say how they are filled in. */
const HINTED: ReadonlySet<PersonField> = new Set(['fullName', 'birthDate', 'phone', 'permitUntil', 'address']);

/**
 * All that is declared of a person, each field with the rules under it. No field has a greatest length: it would cut off a
 * scan that lands in it (useScanner), and the API says what is too long.
 */
export function PersonFieldset({ person, remarks, errors, onChange }: PersonFieldsetProps) {
  const { t } = useTranslation('check-in');
  const documentTypes = useCodeNames('document-type').options;
  const nationalities = useCodeNames('nationality').options;
  const { fields, source } = person;
  const field = (name: PersonField) => ({
    label: t(`person.fields.${name}`),
    value: fields[name],
    'data-field': name,
    onChange: (event: { currentTarget: { value: string } }) => onChange(name, event.currentTarget.value),
    ...notes(name, remarks, errors, HINTED.has(name) ? t(`person.hints.${name}`) : undefined),
  });
  const foreigner = fields.nationality !== 'VNM';
  const described = fields.documentType === '9';
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm" verticalSpacing="xs">
      <TextInput {...field('fullName')} required autoComplete="off" />
      <NativeSelect
        {...field('documentType')}
        required
        data={documentTypes.length > 0 ? documentTypes : [{ value: fields.documentType, label: '…' }]}
      />
      <TextInput
        {...field('documentNumber')}
        required={!described}
        readOnly={source.kind === 'earlier'}
        autoComplete="off"
        inputMode={fields.documentType === '1' || fields.documentType === '8' ? 'numeric' : 'text'}
      />
      {described && <TextInput {...field('documentDescription')} required />}
      <TextInput {...field('birthDate')} required inputMode="numeric" autoComplete="off" />
      <NativeSelect
        {...field('sex')}
        required
        data={[
          { value: '', label: '' },
          { value: 'M', label: t('person.sexes.M') },
          { value: 'F', label: t('person.sexes.F') },
        ]}
      />
      <NativeSelect
        {...field('nationality')}
        data={nationalities.length > 0 ? nationalities : [{ value: fields.nationality, label: fields.nationality }]}
      />
      {foreigner && <TextInput {...field('permitUntil')} inputMode="numeric" autoComplete="off" />}
      <TextInput {...field('phone')} type="tel" autoComplete="off" />
      <AddressField
        value={fields.address}
        onChange={(value) => onChange('address', value)}
        {...notes('address', remarks, errors, t('person.hints.address'))}
      />
    </SimpleGrid>
  );
}

/** What stands under a field: an error in its place, doubts as the description, else how to fill it in. */
function notes(
  name: PersonField,
  remarks: readonly Remark[],
  errors: PersonFieldsetProps['errors'],
  hint: string | undefined,
): { description?: ReactNode; error?: string } {
  const own = remarks.filter(({ field }) => field === name);
  const error = errors[name] ?? own.find(({ severity }) => severity === 'error')?.text;
  const doubts = own.filter(({ severity }) => severity === 'warning').map(({ text }) => text);
  const description =
    doubts.length > 0 ? (
      <Text span size="xs" className="doubt">
        {doubts.join(' ')}
      </Text>
    ) : (
      hint
    );
  return { description, ...(error !== undefined && { error }) };
}
