import { Alert, Button, Group, Text } from '@mantine/core';
import { IconUserEdit } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import type { Facility } from '../../api/facility';
import { whileActive } from '../../api/while-active';
import { showMoment } from '../../i18n/format';
import { tell } from '../../states/tell';
import type { useCheckIn } from './use-check-in';

const WaitingDialog = lazy(() =>
  import('../guest-entry/desk/waiting-dialog').then((module) => ({ default: module.WaitingDialog })),
);
const RefuseDialog = lazy(() =>
  import('../guest-entry/desk/refuse-dialog').then((module) => ({ default: module.RefuseDialog })),
);

const EVERY_MS = 10_000;
/** Opens the list; no scanner and no field types it. */
const KEY = 'F2';

interface GuestStatementsProps {
  readonly desk: ReturnType<typeof useCheckIn>;
  readonly facility: Facility;
  /** Nobody is being declared, so that nothing would be lost. */
  readonly isFree: boolean;
}

/** Guests who have entered their own data: how many wait, and the one that is looked at. */
export function GuestStatements({ desk, facility, isFree }: GuestStatementsProps) {
  const { t } = useTranslation('check-in');
  const { facilityId } = facility;
  const [open, setOpen] = useState(false);
  const { data, refetch } = useQuery({
    ...ask('countGuestEntries', { path: { facility: facilityId } }),
    refetchInterval: whileActive(EVERY_MS),
  });
  const waiting = data?.waiting ?? 0;
  const choosable = waiting > 0 && isFree && !desk.statement;
  useEffect(() => {
    if (!choosable) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== KEY) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [choosable]);
  const { callCode, setCallCode } = desk;
  useEffect(() => {
    if (callCode === null) return;
    if (isFree) return setOpen(true);
    tell(t('guests.first'));
    setCallCode(null);
  }, [callCode, setCallCode, isFree, t]);
  const close = (): void => {
    setOpen(false);
    setCallCode(null);
  };
  if (desk.statement) return <StatementNotice desk={desk} facilityId={facilityId} />;
  return (
    <>
      <div role="status">
        {waiting > 0 && (
          <Alert color="pine" icon={<IconUserEdit aria-hidden />} p="xs">
            <Group justify="space-between" gap="xs">
              <Text size="sm" fw={600}>
                {t('guests.waiting', { count: waiting })}
              </Text>
              <Group gap="xs">
                {!isFree && <Text size="sm">{t('guests.first')}</Text>}
                <Button size="sm" variant="default" disabled={!isFree} onClick={() => setOpen(true)}>
                  {t('guests.show')}
                </Button>
              </Group>
            </Group>
          </Alert>
        )}
      </div>
      <Suspense>
        {open && (
          <WaitingDialog
            facilityId={facilityId}
            callCode={callCode}
            stamp={`${waiting} ${data?.latestAt ?? ''}`}
            onClose={() => {
              close();
              void refetch();
            }}
            onOpened={(statement) => {
              close();
              desk.takeStatement(statement);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

function StatementNotice({ desk, facilityId }: { desk: GuestStatementsProps['desk']; facilityId: string }) {
  const { t } = useTranslation('check-in');
  const [refusing, setRefusing] = useState(false);
  const { statement } = desk;
  if (!statement) return null;
  const { entryId, callCode, openedByOtherAt } = statement;
  const ended = desk.statementEnded;
  return (
    <Alert
      color={ended ? 'red' : 'pine'}
      icon={<IconUserEdit aria-hidden />}
      title={t('guests.statement', { code: callCode })}
      role="status"
    >
      <Text size="sm">{t(ended ? 'guests.ended' : 'guests.compare')}</Text>
      {!ended && openedByOtherAt !== null && (
        <Text size="sm" fw={600} className="doubt">
          {t('guests.openedByOther', { at: showMoment(openedByOtherAt) })}
        </Text>
      )}
      <Group gap="xs" pt="xs">
        {ended ? (
          <Button size="sm" variant="default" onClick={desk.dropStatement}>
            {t('guests.without')}
          </Button>
        ) : (
          <Button size="sm" variant="default" onClick={() => setRefusing(true)}>
            {t('guests.refuse')}
          </Button>
        )}
        <Button size="sm" variant="subtle" onClick={desk.clear}>
          {t(ended ? 'guests.close' : 'guests.later')}
        </Button>
      </Group>
      <Suspense>
        {refusing && (
          <RefuseDialog
            facilityId={facilityId}
            entryId={entryId}
            onClose={() => setRefusing(false)}
            onRefused={() => {
              setRefusing(false);
              desk.clear();
            }}
          />
        )}
      </Suspense>
    </Alert>
  );
}
