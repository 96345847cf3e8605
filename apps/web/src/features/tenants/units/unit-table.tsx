import { Anchor, Badge, Checkbox, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showDate } from '../../../i18n/format';
import { RecordTable } from '../../../lists/record-table';
import type { ListedStay } from '../../stays/occupancy';
import { registrationOf, termOf, type TermState, type Unit } from './terms';

interface UnitTableProps {
  readonly units: readonly Unit[];
  readonly now: Date;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (stayId: string, on: boolean) => void;
}

const COLOUR: Readonly<Record<TermState, string>> = { ended: 'red', ending: 'orange', running: 'pine', open: 'gray' };
/** The badge's colour helps, its text tells. */
const BADGE = { label: { color: 'light-dark(#1d2939, #f2f4f7)' } };

/** Unit by unit, who lives there, for whom they work, and until when. */
export function UnitTable({ units, now, chosen, onChoose }: UnitTableProps) {
  const { t } = useTranslation('tenants');
  const rows = units.flatMap(({ code, tenants }) => tenants.map((tenant, at) => ({ code, tenant, first: at === 0 })));
  const nameOf = ({ person }: ListedStay): string => person.fullName || t('nameless');
  return (
    <RecordTable
      caption={t('title')}
      rows={rows}
      rowKey={({ tenant }) => tenant.stayId}
      columns={[
        {
          key: 'unit',
          header: t('unit'),
          cell: ({ code, first }) => (
            <Text size="sm" fw={first ? 700 : 400} c={first ? undefined : 'dimmed'}>
              {code || t('noUnit')}
            </Text>
          ),
        },
        {
          key: 'name',
          header: t('tenant'),
          cell: ({ tenant }) => (
            <Group gap="sm" wrap="nowrap">
              <Checkbox
                aria-label={t('choose', { name: nameOf(tenant) })}
                checked={chosen.has(tenant.stayId)}
                onChange={(event) => onChoose(tenant.stayId, event.currentTarget.checked)}
              />
              <Anchor component={Link} to={`/stays/${tenant.stayId}`} size="sm">
                {nameOf(tenant)}
              </Anchor>
            </Group>
          ),
        },
        { key: 'employer', header: t('employer'), cell: ({ tenant }) => tenant.place.employer },
        { key: 'since', header: t('since'), cell: ({ tenant }) => showDate(tenant.arrivedAt) },
        { key: 'until', header: t('until'), cell: ({ tenant }) => <Until tenant={tenant} now={now} /> },
        {
          key: 'registered',
          header: t('registration.title'),
          cell: ({ tenant }) => <Registered tenant={tenant} now={now} />,
        },
      ]}
    />
  );
}

function Until({ tenant, now }: { tenant: ListedStay; now: Date }) {
  const { t } = useTranslation('tenants');
  const term = termOf(tenant, now);
  return (
    <Stack gap={4} align="flex-start">
      <Text size="sm">{tenant.expectedDepartureAt === null ? t('openEnd') : showDate(tenant.expectedDepartureAt)}</Text>
      {(term === 'ended' || term === 'ending') && (
        <Badge color={COLOUR[term]} variant="light" tt="none" styles={BADGE}>
          {t(`terms.${term}`)}
        </Badge>
      )}
    </Stack>
  );
}

function Registered({ tenant, now }: { tenant: ListedStay; now: Date }) {
  const { t } = useTranslation('tenants');
  const registration = registrationOf(tenant, now);
  const { temporaryResidenceOn: on } = tenant.place;
  if (on !== undefined) return <Text size="sm">{showDate(on)}</Text>;
  if (registration !== 'due') {
    return (
      <Text size="sm" c="dimmed">
        {t(`registration.${registration}`)}
      </Text>
    );
  }
  return (
    <Badge color="orange" variant="light" tt="none" styles={BADGE}>
      {t('registration.due')}
    </Badge>
  );
}
