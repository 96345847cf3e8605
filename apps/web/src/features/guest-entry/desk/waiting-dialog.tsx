import type { Output } from '@luutru/client';
import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { api } from '../../../api/client';
import { showMoment } from '../../../i18n/format';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';

type Statement = Output<'openGuestEntry'>;

interface WaitingDialogProps {
  readonly facilityId: string;
  /** The one that is looked for; null: any. */
  readonly callCode: string | null;
  /** Another one: somebody came or went. Each look at the list is recorded, so it is not asked for without a reason. */
  readonly stamp: string;
  readonly onOpened: (statement: Statement) => void;
  readonly onClose: () => void;
}

/** Who waits, by the code that they say; the first has the focus, so that Enter opens it. */
export function WaitingDialog({ facilityId, callCode, stamp, onOpened, onClose }: WaitingDialogProps) {
  const { t } = useTranslation('guest-entry');
  const { data, error, refetch } = useQuery({
    ...ask('listGuestEntries', { path: { facility: facilityId } }),
    gcTime: 0,
  });
  const open = useMutation({
    mutationFn: (entryId: string) => api.openGuestEntry({ path: { facility: facilityId, entryId } }),
    onSuccess: onOpened,
    onError: () => void refetch(),
  });
  const seen = useRef(stamp);
  useEffect(() => {
    if (seen.current === stamp) return;
    seen.current = stamp;
    void refetch();
  }, [stamp, refetch]);
  const { mutate } = open;
  const looked = useRef(false);
  const wanted = data?.entries.find((entry) => entry.callCode === callCode);
  useEffect(() => {
    if (!wanted || looked.current) return;
    looked.current = true;
    mutate(wanted.entryId);
  }, [wanted, mutate]);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('desk.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('desk.close') }}
    >
      <Stack gap="xs" pt={4}>
        <Problem error={open.error} />
        {!data && (error ? <Problem error={error} retry={() => void refetch()} /> : <Loading />)}
        {data && callCode !== null && !wanted && (
          <Alert color="orange" title={t('desk.noCode', { code: callCode })} role="alert" />
        )}
        {data?.entries.length === 0 && <Empty title={t('desk.nobody')} />}
        {data?.entries.map((entry, at) => (
          <Button
            key={entry.entryId}
            variant="default"
            size="lg"
            h="auto"
            py="xs"
            justify="flex-start"
            autoFocus={at === 0}
            loading={open.isPending && open.variables === entry.entryId}
            onClick={() => open.mutate(entry.entryId)}
          >
            <Group gap="md" wrap="nowrap">
              <Text fw={800} fz="xl">
                {entry.callCode}
              </Text>
              <div style={{ textAlign: 'start' }}>
                <Text fw={600} style={{ whiteSpace: 'normal' }}>
                  {t('desk.people', { name: entry.firstName, count: entry.people - 1 })}
                </Text>
                <Text size="sm" c="dimmed">
                  {t(entry.openedAt === null ? 'desk.since' : 'desk.sinceOpened', {
                    at: showMoment(entry.enteredAt),
                    opened: entry.openedAt === null ? '' : showMoment(entry.openedAt),
                  })}
                </Text>
              </div>
            </Group>
          </Button>
        ))}
      </Stack>
    </Modal>
  );
}
