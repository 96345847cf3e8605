import { Anchor, Badge, Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../../api/code-names';
import { showMoment } from '../../../i18n/format';
import { RecordTable } from '../../../lists/record-table';
import type { ListedStay } from '../../stays/occupancy';
import { type Case, type CaseState, roomAndBed } from '../cases';

interface CaseTableProps {
  readonly caption: string;
  readonly cases: readonly Case[];
  readonly chosen: ReadonlySet<string>;
  /** Why somebody could not be discharged, by patient. */
  readonly failed: Readonly<Record<string, string>>;
  readonly busy: boolean;
  readonly onChoose: (patientId: string, on: boolean) => void;
  readonly onDischarge: (one: Case) => void;
  readonly onTransfer: (one: Case) => void;
  /** A relative goes home alone. */
  readonly onLeave: (relative: ListedStay) => void;
}

const COLOUR: Readonly<Record<CaseState, string>> = { in: 'pine', due: 'orange', overdue: 'red' };

/** The people of one department, admission by admission. */
export function CaseTable(props: CaseTableProps) {
  const { caption, cases, chosen, failed, busy, onChoose, onDischarge, onTransfer, onLeave } = props;
  const { t } = useTranslation('patients');
  const nameOf = ({ patient }: Case): string => patient?.person.fullName || t('nameless');
  return (
    <RecordTable
      caption={caption}
      rows={cases}
      rowKey={({ patientId }) => patientId}
      columns={[
        {
          key: 'patient',
          header: t('patient'),
          cell: (one) => (
            <Group gap="sm" wrap="nowrap" align="flex-start">
              <Checkbox
                aria-label={t('list.choose', { name: nameOf(one) })}
                checked={chosen.has(one.patientId)}
                onChange={(event) => onChoose(one.patientId, event.currentTarget.checked)}
              />
              <Stack gap={4}>
                {one.patient ? (
                  <Anchor component={Link} to={`/stays/${one.patient.stayId}`} fw={650} size="sm">
                    {nameOf(one)}
                  </Anchor>
                ) : (
                  <Text size="sm">{t('list.patientNotHere')}</Text>
                )}
                {failed[one.patientId] !== undefined && (
                  <Text size="sm" c="var(--mantine-color-error)" role="alert">
                    {failed[one.patientId]}
                  </Text>
                )}
              </Stack>
            </Group>
          ),
        },
        { key: 'bed', header: t('list.bed'), cell: roomAndBed },
        { key: 'until', header: t('list.until'), cell: (one) => <Until one={one} /> },
        {
          key: 'relatives',
          header: t('list.relatives'),
          cell: ({ relatives }) =>
            relatives.length > 0 && <Relatives relatives={relatives} busy={busy} onLeave={onLeave} />,
        },
        {
          key: 'actions',
          header: '',
          cell: (one) => (
            <Group gap={6} className="no-print" style={{ justifyContent: 'inherit' }}>
              <Button
                size="compact-sm"
                disabled={busy}
                aria-label={t('list.dischargeOne', { name: nameOf(one) })}
                onClick={() => onDischarge(one)}
              >
                {t('list.discharge')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('list.addRelativesOf', { name: nameOf(one) })}
                renderRoot={(root) => <Link {...root} to="/admit" search={{ patient: one.patientId }} />}
              >
                {t('list.addRelatives')}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={t('list.transferOne', { name: nameOf(one) })}
                onClick={() => onTransfer(one)}
              >
                {t('list.transfer')}
              </Button>
            </Group>
          ),
        },
      ]}
    />
  );
}

function Until({ one: { patient, state } }: { one: Case }) {
  const { t } = useTranslation('patients');
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm">
        {patient?.expectedDepartureAt
          ? t('list.untilWhen', { at: showMoment(patient.expectedDepartureAt) })
          : t('list.openEnd')}
      </Text>
      {state !== 'in' && (
        <Badge color={COLOUR[state]} variant="light" tt="none" styles={BADGE}>
          {t(`list.states.${state}`)}
        </Badge>
      )}
    </Stack>
  );
}

/** The badge's colour helps, its text tells. */
const BADGE = { label: { color: 'light-dark(#1d2939, #f2f4f7)' } };

function Relatives({
  relatives,
  busy,
  onLeave,
}: Pick<CaseTableProps, 'busy' | 'onLeave'> & { relatives: readonly ListedStay[] }) {
  const { t } = useTranslation('patients');
  const { nameOf } = useCodeNames('relation-to-patient');
  return (
    <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
      {relatives.map((stay) => (
        <Group key={stay.stayId} component="li" gap="xs" wrap="nowrap" justify="space-between">
          <div>
            <Anchor component={Link} to={`/stays/${stay.stayId}`} size="sm">
              {stay.person.fullName || t('nameless')}
            </Anchor>
            <Text size="xs" c="dimmed">
              {nameOf(stay.place.relation ?? '')}
              {stay.expectedDepartureAt !== null &&
                ` · ${t('list.untilWhen', { at: showMoment(stay.expectedDepartureAt) })}`}
            </Text>
          </div>
          <Button
            size="compact-sm"
            variant="subtle"
            disabled={busy}
            className="no-print"
            style={{ flexShrink: 0 }}
            aria-label={t('list.leaveOne', { name: stay.person.fullName })}
            onClick={() => onLeave(stay)}
          >
            {t('list.leave')}
          </Button>
        </Group>
      ))}
    </Stack>
  );
}
