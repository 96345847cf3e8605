import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../../api/code-names';
import type { Facility } from '../../../api/facility';
import { Page } from '../../../app/page';
import { Problem } from '../../../states/problem';
import { Countdown } from '../../check-in/countdown';
import { PersonCard } from '../../check-in/person/person-card';
import { type PersonDraft, typedPerson } from '../../check-in/person/person-draft';
import { ReceiptPanel } from '../../check-in/receipt/receipt-panel';
import { ScanField } from '../../check-in/scan/scan-field';
import { AdmissionFieldset } from '../desk/admission-fieldset';
import { PatientChoice } from '../desk/patient-choice';
import { useAdmission } from '../desk/use-admission';
import { MedicalFacility } from '../medical-facility';
import '../../check-in/check-in.css';

const route = getRouteApi('/frame/admit');

/** The desk of a hospital: scan the patient, then who came along; case file, department, Enter. */
export function AdmitPage() {
  const { t } = useTranslation('patients');
  const { patient } = route.useSearch();
  return (
    <MedicalFacility title={t('desk.title')}>
      {(facility) => (
        <Desk key={`${facility.facilityId} ${patient ?? ''}`} facility={facility} patientId={patient ?? null} />
      )}
    </MedicalFacility>
  );
}

function Desk({ facility, patientId }: { facility: Facility; patientId: string | null }) {
  const { t } = useTranslation('patients');
  const scanField = useRef<HTMLInputElement>(null);
  const recordField = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const desk = useAdmission({ facility, patientId, scanField, nextField: recordField, form });
  const admits = desk.patientId === null;
  const relatives = desk.persons.length - (admits ? 1 : 0);
  return (
    <Page title={t('desk.title')} actions={<Countdown />} ownFocus>
      <PatientChoice
        facility={facility}
        patientId={desk.patientId}
        error={desk.whoseMissing ? t('desk.patientMissing') : undefined}
        onChange={desk.choosePatient}
      />
      <ScanField field={scanField} facilityId={facility.facilityId} label={t('desk.scan')} onPerson={desk.add} />
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          desk.submit();
        }}
      >
        <Stack gap="md">
          {desk.persons.map((person, at) => (
            <PersonCard
              key={person.id}
              person={person}
              number={at + 1}
              role={t(person === desk.patient ? 'patient' : 'relative')}
              errors={desk.issues.persons[at] ?? {}}
              onChange={(field, value) => desk.change(person.id, field, value)}
              onRemove={() => desk.remove(person.id)}
            >
              {person !== desk.patient && <RelationRow desk={desk} person={person} error={desk.issues.relations[at]} />}
            </PersonCard>
          ))}
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconUserPlus size={18} aria-hidden />}
              onClick={() => desk.add(typedPerson())}
            >
              {t(admits && desk.persons.length === 0 ? 'desk.patientByHand' : 'desk.relativeByHand')}
            </Button>
          </Group>
          {desk.persons.length > 0 && (
            <>
              <AdmissionFieldset
                facility={facility}
                terms={desk.terms}
                admits={admits}
                relatives={relatives > 0}
                errors={desk.issues.terms}
                recordField={recordField}
                onChange={desk.changeTerms}
              />
              <Problem error={desk.error} shown={desk.issues.placed} />
              <Group>
                <Button type="submit" size="lg" loading={desk.isPending}>
                  {admits ? t('desk.admit', { count: relatives }) : t('desk.declareRelatives', { count: relatives })}
                </Button>
                <Text size="sm" c="dimmed">
                  {t('desk.submitHint')}
                </Text>
              </Group>
            </>
          )}
        </Stack>
      </form>
      {desk.declared && <ReceiptPanel declared={desk.declared} />}
    </Page>
  );
}

interface RelationRowProps {
  readonly desk: ReturnType<typeof useAdmission>;
  readonly person: PersonDraft;
  readonly error: string | undefined;
}

function RelationRow({ desk, person, error }: RelationRowProps) {
  const { t } = useTranslation('patients');
  const relations = useCodeNames('relation-to-patient').options;
  const name = person.fields.fullName || t('relative');
  return (
    <Group align={error === undefined ? 'flex-end' : 'center'} gap="xs">
      <NativeSelect
        label={t('desk.relation', { name })}
        required
        error={error}
        data={[{ value: '', label: '' }, ...relations]}
        value={desk.relations[person.id] ?? ''}
        onChange={(event) => desk.changeRelation(person.id, event.currentTarget.value)}
      />
      {desk.patientId === null && (
        <Button variant="subtle" onClick={() => desk.makePatient(person.id)}>
          {t('desk.makePatient')}
        </Button>
      )}
    </Group>
  );
}
