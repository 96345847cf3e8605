import { parsePersonalNumber } from '@luutru/identity-document';
import { Button, NativeSelect, Paper, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-clock';
import { useLanguage } from '../../../i18n/use-language';
import { checkPerson } from '../person/check-person';
import type { PersonDraft, PersonField } from '../person/person-draft';
import { PersonFieldset } from '../person/person-fieldset';

interface ShortPersonProps {
  readonly person: PersonDraft;
  readonly number: number;
  readonly errors: Readonly<Partial<Record<PersonField, string>>>;
  readonly onChange: (field: PersonField, value: string) => void;
  /** Null: it is the only one. */
  readonly onRemove: (() => void) | null;
}

/** What the three fields leave open is told by the number, or usual; else the whole form is there. */
const SHORT: ReadonlySet<PersonField> = new Set(['documentNumber', 'fullName', 'birthDate', 'sex']);

/** A person in three fields: number, name, birth date. All others are a touch away. */
export function ShortPerson({ person, number, errors, onChange, onRemove }: ShortPersonProps) {
  const { t } = useTranslation('check-in');
  const language = useLanguage();
  const [whole, setWhole] = useState(false);
  const { fields } = person;
  const remarks = checkPerson(person, serverNow(), language);
  const elsewhere = Object.keys(errors).some((field) => !SHORT.has(field as PersonField));
  const told = parsePersonalNumber(fields.documentNumber);
  // The number says it for most; asked only when it does not.
  const askSex = fields.documentNumber.length >= 9 && told === null;
  const name = fields.fullName || t('person.nameless', { number });
  const field = (of: PersonField) => {
    const error = errors[of] ?? remarks.find((one) => one.field === of && one.severity === 'error')?.text;
    const doubt = remarks.find((one) => one.field === of && one.severity === 'warning')?.text;
    return {
      size: 'lg',
      label: t(`person.fields.${of}`),
      value: fields[of],
      error,
      description: doubt === undefined ? undefined : <span className="doubt">{doubt}</span>,
      'data-field': of,
      required: true,
      autoComplete: 'off',
      onChange: (event: { currentTarget: { value: string } }) => change(of, event.currentTarget.value),
    };
  };
  function change(of: PersonField, value: string): void {
    onChange(of, value);
    const now = of === 'documentNumber' ? parsePersonalNumber(value.trim()) : null;
    if (!now) return;
    onChange('sex', now.sex);
    if (fields.birthDate === '') onChange('birthDate', String(now.birthYear));
  }
  return (
    <Paper withBorder p="sm" component="section" aria-label={t('person.label', { number, name })}>
      <Stack gap="sm">
        {whole || elsewhere ? (
          <PersonFieldset person={person} remarks={remarks} errors={errors} onChange={change} />
        ) : (
          <>
            <TextInput {...field('documentNumber')} inputMode="numeric" label={t('household.number')} />
            <TextInput {...field('fullName')} autoCapitalize="words" />
            <TextInput {...field('birthDate')} inputMode="numeric" placeholder="15081990" />
            {askSex && (
              <NativeSelect
                {...field('sex')}
                data={[
                  { value: '', label: '' },
                  { value: 'M', label: t('person.sexes.M') },
                  { value: 'F', label: t('person.sexes.F') },
                ]}
              />
            )}
          </>
        )}
        {!whole && !elsewhere && (
          <Button variant="subtle" onClick={() => setWhole(true)}>
            {t('household.more')}
          </Button>
        )}
        {onRemove && (
          <Button variant="subtle" color="gray" onClick={onRemove}>
            {t('person.remove', { name })}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}
