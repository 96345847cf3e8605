import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../../api/code-names';
import type { Facility } from '../../../api/facility';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { showNumber } from '../../../i18n/format';
import { Facts } from '../../../lists/facts';
import { RecordTable } from '../../../lists/record-table';
import { usePages } from '../../../lists/use-pages';
import { Empty } from '../../../states/states';
import { OwnFacility } from '../own-facility';
import { RenameDialog } from '../rename-dialog';
import { RoomsDialog } from '../rooms-dialog';

/** What is registered of the facility, and what its owner may change of it. */
export function FacilityPage() {
  const { t } = useTranslation('owner');
  return (
    <Page title={t('facility.title')}>
      <OwnFacility>
        {(facility) => (
          <div key={facility.facilityId} style={{ display: 'contents' }}>
            <Profile facility={facility} />
            <Rooms facility={facility} />
            <Departments facility={facility} />
            <Vehicles facility={facility} />
          </div>
        )}
      </OwnFacility>
    </Page>
  );
}

function Profile({ facility }: { facility: Facility }) {
  const { t } = useTranslation('owner');
  const { nameOf } = useCodeNames('facility-kind');
  const [renaming, setRenaming] = useState(false);
  return (
    <Section
      title={facility.name}
      actions={
        <Button variant="default" size="sm" onClick={() => setRenaming(true)}>
          {t('facility.rename')}
        </Button>
      }
    >
      <Facts
        facts={[
          [t('facility.code'), facility.code],
          [t('facility.kind'), nameOf(facility.kind)],
          [t('facility.stars'), facility.stars === null ? null : '★'.repeat(facility.stars)],
          [t('facility.address'), facility.addressLine],
          [
            t('facility.status'),
            <Badge key="status" variant="default" tt="none">
              {t(`facility.${facility.status}`)}
            </Badge>,
          ],
        ]}
      />
      <Text size="sm" c="dimmed">
        {t('facility.addressHint')}
      </Text>
      {renaming && <RenameDialog facility={facility} onClose={() => setRenaming(false)} />}
    </Section>
  );
}

function Rooms({ facility }: { facility: Facility }) {
  const { t } = useTranslation('owner');
  const [editing, setEditing] = useState(false);
  const { shown, pager } = usePages(facility.rooms, 20);
  const beds = facility.rooms.reduce((sum, room) => sum + room.beds, 0);
  return (
    <Section
      title={t('facility.rooms')}
      actions={
        <Button variant="default" size="sm" onClick={() => setEditing(true)}>
          {t('facility.editRooms')}
        </Button>
      }
    >
      {facility.rooms.length === 0 ? (
        <Empty title={t('facility.noRooms')}>{t('facility.noRoomsHint')}</Empty>
      ) : (
        <>
          <Text size="sm">
            {t('facility.roomsSum', { rooms: showNumber(facility.rooms.length), beds: showNumber(beds) })}
          </Text>
          <RecordTable
            caption={t('facility.roomList')}
            rows={shown}
            columns={[
              { key: 'room', header: t('facility.room'), cell: ({ code }) => code },
              { key: 'beds', header: t('facility.beds'), cell: (room) => room.beds },
            ]}
            rowKey={({ code }) => code}
          />
          {pager}
        </>
      )}
      {editing && <RoomsDialog facility={facility} onClose={() => setEditing(false)} />}
    </Section>
  );
}

function Departments({ facility: { departments } }: { facility: Facility }) {
  const { t } = useTranslation('owner');
  if (departments.length === 0) return null;
  return (
    <Section title={t('facility.departments')}>
      <Text size="sm">{t('facility.departmentSum', { count: departments.length })}</Text>
      <RecordTable
        caption={t('facility.departments')}
        rows={departments}
        columns={[
          { key: 'code', header: t('facility.department'), cell: ({ code, name }) => `${code} · ${name}` },
          { key: 'beds', header: t('facility.beds'), cell: ({ beds }) => beds },
        ]}
        rowKey={({ code }) => code}
      />
    </Section>
  );
}

function Vehicles({ facility: { vehicles } }: { facility: Facility }) {
  const { t } = useTranslation('owner');
  if (vehicles.length === 0) return null;
  return (
    <Section title={t('facility.vehicles')}>
      <Group>
        <Text size="sm">{t('facility.vehicleSum', { count: vehicles.length })}</Text>
      </Group>
      <RecordTable
        caption={t('facility.vehicles')}
        rows={vehicles}
        columns={[
          { key: 'plate', header: t('facility.plate'), cell: ({ plate }) => plate },
          { key: 'seats', header: t('facility.seats'), cell: ({ seats }) => seats },
        ]}
        rowKey={({ plate }) => plate}
      />
    </Section>
  );
}
