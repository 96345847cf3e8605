import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Problem } from '../../states/problem';
import type { Entry } from './entry';

/** Proposes that somebody is looked for no longer. */
export function WithdrawEntry({ entry, onDone }: { entry: Entry; onDone: (proposalId: string) => void }) {
  const { t } = useTranslation('watch-lists');
  const { listId, entryId, version } = entry;
  const withdraw = useMutation({
    mutationFn: () =>
      api.proposeWatchListEntries({ path: { listId }, body: { changes: [{ action: 'withdraw', entryId, version }] } }),
    onSuccess: ({ proposalId }) => onDone(proposalId),
  });
  return (
    <Stack gap="xs">
      <Text size="sm">{t('withdrawEntryHint')}</Text>
      <Group>
        <Button color="red" variant="outline" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('withdrawEntry')}
        </Button>
      </Group>
      {withdraw.isError && <Problem error={withdraw.error} />}
    </Stack>
  );
}
