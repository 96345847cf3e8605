import { Anchor, Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { ConfirmDialog } from '../../../forms/confirm-dialog';
import { RecordTable } from '../../../lists/record-table';
import { tell } from '../../../states/tell';
import type { ListedStay } from '../../stays/occupancy';
import { StateBadge } from '../../stays/state-badge';
import { bySeatOrder } from '../seats';
import { stopName, type Trip } from '../trip';
import { isOnBoard } from './passengers';

/** Code of the table `cancel-reason`: has not come. */
export const NO_SHOW = 'khong-den';

/** The manifest: who was declared, by seat, and who did not come. */
export function PassengerList({ trip, passengers }: { trip: Trip; passengers: readonly ListedStay[] }) {
  const { t } = useTranslation('trips');
  const queries = useQueryClient();
  const [absent, setAbsent] = useState<ListedStay | null>(null);
  const rows = [...passengers].sort((one, other) => bySeatOrder(one.place.seat ?? '', other.place.seat ?? ''));
  return (
    <>
      <RecordTable
        caption={t('manifest')}
        rows={rows}
        rowKey={({ stayId }) => stayId}
        columns={[
          { key: 'seat', header: t('seat'), cell: ({ place }) => <Text fw={700}>{place.seat}</Text> },
          {
            key: 'name',
            header: t('name'),
            cell: ({ stayId, person }) => (
              <Anchor component={Link} to={`/stays/${stayId}`} size="sm">
                {person.fullName || t('nameless')}
              </Anchor>
            ),
          },
          { key: 'number', header: t('document'), cell: ({ person }) => person.documentNumber },
          { key: 'from', header: t('from'), cell: ({ place }) => stopName(trip, place.boardingStop) },
          { key: 'to', header: t('to'), cell: ({ place }) => stopName(trip, place.alightingStop) },
          {
            key: 'state',
            header: t('state'),
            cell: ({ state }) => <StateBadge state={state} label={t(`passengerStates.${state}`)} />,
          },
          {
            key: 'actions',
            header: '',
            cell: (stay) =>
              isOnBoard(stay) && (
                <Button
                  size="compact-sm"
                  variant="default"
                  className="no-print"
                  aria-label={t('noShowOf', { name: stay.person.fullName })}
                  onClick={() => setAbsent(stay)}
                >
                  {t('noShow')}
                </Button>
              ),
          },
        ]}
      />
      {absent && (
        <ConfirmDialog
          title={t('noShowOf', { name: absent.person.fullName })}
          hint={t('noShowHint')}
          action={t('noShowAction')}
          danger
          send={() =>
            api.cancelStay({ path: { stayId: absent.stayId }, body: { version: absent.version, reason: NO_SHOW } })
          }
          onDone={() => {
            void queries.invalidateQueries({ queryKey: ['listStays'] });
            tell(t('noShowDone', { name: absent.person.fullName }));
            setAbsent(null);
          }}
          onClose={() => setAbsent(null)}
        />
      )}
    </>
  );
}
