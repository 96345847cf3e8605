import { Button, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facility } from '../../../api/facility';
import { serverNow } from '../../../api/server-clock';
import { localMoment } from '../../check-in/place/stay-terms';
import type { AdmissionTerms } from './admission';

interface AdmissionFieldsetProps {
  readonly facility: Facility;
  readonly terms: AdmissionTerms;
  /** A new patient is admitted; otherwise relatives only. */
  readonly admits: boolean;
  readonly relatives: boolean;
  readonly errors: Readonly<Record<string, string>>;
  readonly recordField: RefObject<HTMLInputElement | null>;
  readonly onChange: (change: Partial<AdmissionTerms>) => void;
}

const MOST_DAYS = 30;
const daysOf = (text: string): number => Math.min(MOST_DAYS, Math.max(0, Math.floor(Number(text) || 0)));

/** Case file, department, bed and how long. */
export function AdmissionFieldset(props: AdmissionFieldsetProps) {
  const { facility, terms, admits, relatives, errors, recordField, onChange } = props;
  const { t } = useTranslation('patients');
  const [more, setMore] = useState(false);
  const text = (name: 'recordNumber' | 'room' | 'bed' | 'department') => ({
    label: t(`desk.${name}`),
    value: terms[name],
    error: errors[name],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  const moment = (name: 'arrival' | 'departure', error: string | undefined, max?: string) => (
    <TextInput
      type="datetime-local"
      label={t(`desk.${name}`)}
      description={t(`desk.${name}Hint`)}
      error={error}
      max={max}
      value={terms[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Stack gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
        {admits && (
          <>
            <TextInput ref={recordField} required description={t('desk.recordHint')} {...text('recordNumber')} />
            {facility.departments.length === 0 ? (
              <TextInput required {...text('department')} />
            ) : (
              <NativeSelect
                required
                {...text('department')}
                data={[
                  ...(terms.department === '' ? [{ value: '', label: '' }] : []),
                  ...facility.departments.map(({ code, name }) => ({ value: code, label: name })),
                ]}
              />
            )}
            <TextInput {...text('room')} />
            <TextInput {...text('bed')} />
          </>
        )}
        {relatives && (
          <TextInput
            ref={admits ? undefined : recordField}
            type="number"
            inputMode="numeric"
            label={t('desk.relativeDays')}
            description={t('desk.relativeDaysHint')}
            error={admits ? undefined : errors.expectedDepartureAt}
            min={0}
            max={MOST_DAYS}
            value={String(terms.relativeDays)}
            onFocus={(event) => event.currentTarget.select()}
            onChange={({ currentTarget }) => onChange({ relativeDays: daysOf(currentTarget.value) })}
          />
        )}
        {more && admits && moment('departure', errors.expectedDepartureAt)}
        {more && moment('arrival', errors.arrivedAt ?? errors.admittedAt, localMoment(serverNow()))}
      </SimpleGrid>
      {!more && (
        <Button variant="subtle" size="compact-sm" onClick={() => setMore(true)} style={{ alignSelf: 'flex-start' }}>
          {t('desk.more')}
        </Button>
      )}
    </Stack>
  );
}
