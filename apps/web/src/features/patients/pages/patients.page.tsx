import { Button, Checkbox, Group, NativeSelect, SegmentedControl, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Facility } from '../../../api/facility';
import { useNow } from '../../../api/server-clock';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { useCheckOut } from '../../stays/actions/check-out';
import { presentStays } from '../../stays/occupancy';
import '../../stays/rooms/rooms.css';
import { type Case, casesOf } from '../cases';
import { departmentName } from '../departments';
import { MedicalFacility } from '../medical-facility';
import { CaseTable } from '../ward/case-table';
import { useDischarge } from '../ward/discharge';

const TransferDialog = lazy(() => import('../ward/transfer-dialog').then((m) => ({ default: m.TransferDialog })));
const DischargeListDialog = lazy(() =>
  import('../ward/discharge-list-dialog').then((m) => ({ default: m.DischargeListDialog })),
);

const SHOWN = ['all', 'overdue', 'due'] as const;

/** Who is in, department by department, who was to go home, and discharging them. */
export function PatientsPage() {
  const { t } = useTranslation('patients');
  return (
    <MedicalFacility title={t('list.title')}>
      {(facility) => <Wards key={facility.facilityId} facility={facility} />}
    </MedicalFacility>
  );
}

function Wards({ facility }: { facility: Facility }) {
  const { t } = useTranslation('patients');
  const now = useNow(30_000);
  const present = useQuery(presentStays(facility.facilityId));
  const discharge = useDischarge();
  const checkOut = useCheckOut();
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('all');
  const [department, setDepartment] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<Case | 'list' | null>(null);
  const cases = casesOf(present.data ?? [], now);
  const count = (state: Case['state']): number => cases.filter((one) => one.state === state).length;
  const visible = cases.filter(
    (one) => (shown === 'all' || one.state === shown) && (department === '' || one.department === department),
  );
  const wards = [...new Set(visible.map((one) => one.department))].sort();
  const leaving = visible.filter(({ patientId }) => chosen.has(patientId));
  const due = visible.filter(({ state }) => state !== 'in').map(({ patientId }) => patientId);
  const choose = (patientId: string, on: boolean): void =>
    setChosen((before) => new Set(on ? [...before, patientId] : [...before].filter((id) => id !== patientId)));
  return (
    <Page
      title={t('list.title')}
      hint={t('list.people', { count: cases.length, relatives: cases.flatMap(({ relatives }) => relatives).length })}
      actions={
        <>
          <Button
            leftSection={<IconUserPlus size={18} aria-hidden />}
            renderRoot={(root) => <Link {...root} to="/admit" />}
          >
            {t('desk.title')}
          </Button>
          <Button variant="default" onClick={() => setDialog('list')}>
            {t('byList.open')}
          </Button>
        </>
      }
    >
      <Problem error={present.error} retry={() => void present.refetch()} />
      <Group align="flex-end" className="no-print">
        <SegmentedControl
          aria-label={t('list.show')}
          value={shown}
          onChange={(value) => setShown(value)}
          data={SHOWN.map((one) => ({
            value: one,
            label: one === 'all' ? t('list.all') : `${t(`list.states.${one}`)} (${count(one)})`,
          }))}
          className="scrolling"
        />
        {facility.departments.length > 1 && (
          <NativeSelect
            aria-label={t('desk.department')}
            value={department}
            onChange={(event) => setDepartment(event.currentTarget.value)}
            data={[
              { value: '', label: t('list.everyDepartment') },
              ...facility.departments.map(({ code, name }) => ({ value: code, label: name })),
            ]}
          />
        )}
      </Group>
      <Group className="bulk no-print" gap="sm">
        {due.length > 0 && (
          <Checkbox
            label={t('list.chooseDue')}
            checked={due.every((patientId) => chosen.has(patientId))}
            onChange={(event) => setChosen(new Set(event.currentTarget.checked ? due : []))}
          />
        )}
        {leaving.length > 0 && (
          <Button
            loading={discharge.isPending}
            onClick={() =>
              discharge.mutate(leaving, { onSuccess: ({ problems }) => setChosen(new Set(Object.keys(problems))) })
            }
          >
            {t('list.dischargeChosen', { count: leaving.length })}
          </Button>
        )}
      </Group>
      {present.isPending && <Loading />}
      {present.data && visible.length === 0 && <Empty title={t('list.none')}>{t('list.noneHint')}</Empty>}
      {wards.map((ward) => {
        const here = visible.filter((one) => one.department === ward);
        const title = departmentName(facility, ward);
        return (
          <Section
            key={ward}
            title={title}
            actions={<Text size="sm">{t('list.patients', { count: here.length })}</Text>}
          >
            <CaseTable
              caption={title}
              cases={here}
              chosen={chosen}
              failed={discharge.failed}
              busy={discharge.isPending || checkOut.isPending}
              onChoose={choose}
              onDischarge={(one) => discharge.mutate([one])}
              onTransfer={setDialog}
              onLeave={(relative) => checkOut.mutate([relative])}
            />
          </Section>
        );
      })}
      <Suspense>
        {dialog === 'list' && <DischargeListDialog facilityId={facility.facilityId} onClose={() => setDialog(null)} />}
        {dialog !== null && dialog !== 'list' && (
          <TransferDialog facility={facility} one={dialog} onClose={() => setDialog(null)} />
        )}
      </Suspense>
    </Page>
  );
}
