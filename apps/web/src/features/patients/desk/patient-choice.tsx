import { SegmentedControl, Select, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Facility } from '../../../api/facility';
import { serverNow } from '../../../api/server-clock';
import { Problem } from '../../../states/problem';
import { presentStays } from '../../stays/occupancy';
import { type Case, casesOf, roomAndBed } from '../cases';
import { departmentName } from '../departments';

interface PatientChoiceProps {
  readonly facility: Facility;
  /** Null: a new patient. */
  readonly patientId: string | null;
  readonly error: string | undefined;
  readonly onChange: (patientId: string | null, department?: string) => void;
}

/** Whether somebody new is admitted, or whose relatives have come. */
export function PatientChoice({ facility, patientId, error, onChange }: PatientChoiceProps) {
  const { t } = useTranslation('patients');
  const present = useQuery(presentStays(facility.facilityId));
  const cases = casesOf(present.data ?? [], serverNow());
  const label = (one: Case): string =>
    [one.patient?.person.fullName || t('nameless'), departmentName(facility, one.department), roomAndBed(one)]
      .filter(Boolean)
      .join(' · ');
  return (
    <Stack gap="xs">
      <SegmentedControl
        aria-label={t('desk.who')}
        value={patientId === null ? 'new' : 'known'}
        onChange={(who) => onChange(who === 'new' ? null : '')}
        data={(['new', 'known'] as const).map((who) => ({ value: who, label: t(`desk.${who}`) }))}
        style={{ alignSelf: 'flex-start', maxWidth: '100%' }}
      />
      {patientId !== null && (
        <>
          <Select
            label={t('desk.patient')}
            placeholder={t('desk.patientHint')}
            required
            searchable
            nothingFoundMessage={t('desk.nobodyFound')}
            comboboxProps={{ withinPortal: false }}
            error={error}
            data={cases.map((one) => ({ value: one.patientId, label: label(one) }))}
            value={patientId === '' ? null : patientId}
            onChange={(id) => onChange(id ?? '', cases.find((one) => one.patientId === id)?.department)}
          />
          <Problem error={present.data ? null : present.error} retry={() => void present.refetch()} />
        </>
      )}
    </Stack>
  );
}
