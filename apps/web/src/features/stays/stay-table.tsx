import { Anchor, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../i18n/format';
import { isLong, NearRows } from '../../lists/near-rows';
import type { ListedStay } from './occupancy';
import { StateBadge, StatusBadge } from './state-badge';

const COLUMNS = ['name', 'place', 'arrived', 'leaves', 'state', 'status'] as const;

/** Stays of a facility, one a row. */
export function StayTable({ stays }: { stays: readonly ListedStay[] }) {
  const { t } = useTranslation('stays');
  const body = useRef<HTMLTableSectionElement>(null);
  const long = isLong(stays.length);
  return (
    <Table.ScrollContainer
      minWidth={640}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('list.title') } }}
    >
      <Table striped aria-rowcount={long ? stays.length + 1 : undefined}>
        <Table.Thead>
          <Table.Tr aria-rowindex={long ? 1 : undefined}>
            {COLUMNS.map((column) => (
              <Table.Th key={column} scope="col">
                {t(`list.columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody ref={body}>
          <NearRows
            rows={stays}
            keyOf={({ stayId }) => stayId}
            list={body}
            columns={COLUMNS.length}
            row={(stay, index, spot) => (
              <Table.Tr key={stay.stayId} aria-rowindex={spot && index + 2} {...spot}>
                <StayCells stay={stay} />
              </Table.Tr>
            )}
          />
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function StayCells({ stay }: { stay: ListedStay }) {
  const { t } = useTranslation('stays');
  const { person, place, arrivedAt, departedAt, expectedDepartureAt, state, status } = stay;
  const left = departedAt ?? expectedDepartureAt;
  return (
    <>
      <Table.Td>
        <Anchor component={Link} to={`/stays/${stay.stayId}`}>
          {person.fullName || t('list.nameless')}
        </Anchor>
        <Text size="xs" c="dimmed">
          {person.documentNumber}
        </Text>
      </Table.Td>
      <Table.Td>{place.room ?? place.unit ?? place.seat ?? place.department}</Table.Td>
      <Table.Td>{showMoment(arrivedAt)}</Table.Td>
      <Table.Td>{left !== null && showMoment(left)}</Table.Td>
      <Table.Td>
        <StateBadge state={state} />
      </Table.Td>
      <Table.Td>
        <StatusBadge status={status} />
      </Table.Td>
    </>
  );
}
