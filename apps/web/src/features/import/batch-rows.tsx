import { Button, Group, SegmentedControl, Stack, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useLanguage } from '../../i18n/use-language';
import { Problem } from '../../states/problem';
import { Loading } from '../../states/states';
import type { Batch } from './batch';

type Outcome = 'rejected' | 'warned';

/**
 * The rows that need a look, numbered as in the file, each with what is wrong, in which column, and how to mend it.
 * @param mending refused rows are shown elsewhere, to be mended
 */
export function BatchRows({ batch, mending = false }: { batch: Batch; mending?: boolean }) {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const [outcome, setOutcome] = useState<Outcome>(batch.rejected > 0 && !mending ? 'rejected' : 'warned');
  const { batchId, state } = batch;
  const list = useInfiniteQuery({
    queryKey: ['listBatchRows', batchId, state, outcome],
    queryFn: ({ pageParam, signal }) =>
      api.listBatchRows(
        { path: { batchId }, query: { outcome, limit: 50, ...(pageParam !== null && { after: pageParam }) } },
        { signal },
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t('rows.show')}
        value={outcome}
        onChange={(value) => setOutcome(value)}
        data={[
          ...(mending ? [] : [{ value: 'rejected' as const, label: t('rows.rejected', { count: batch.rejected }) }]),
          { value: 'warned', label: t('rows.warned', { count: batch.warned }) },
        ]}
      />
      {list.isLoading && <Loading />}
      <Problem error={list.error} retry={() => void list.refetch()} />
      {rows.length > 0 && (
        <Table.ScrollContainer
          minWidth={520}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': t('rows.show') } }}
        >
          <Table striped>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t('rows.row')}</Table.Th>
                <Table.Th scope="col">{t('rows.column')}</Table.Th>
                <Table.Th scope="col">{t('rows.what')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.flatMap(({ row, findings }) =>
                findings.map(({ code, column, header, message, fix }, at) => (
                  <Table.Tr key={`${row} ${code} ${column ?? ''}`}>
                    <Table.Td>{at === 0 ? row : ''}</Table.Td>
                    <Table.Td>{[column, header].filter(Boolean).join(' · ')}</Table.Td>
                    <Table.Td>
                      {message[language]}.
                      <Text size="sm" c="dimmed">
                        {fix[language]}.
                      </Text>
                    </Table.Td>
                  </Table.Tr>
                )),
              )}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {list.hasNextPage && (
        <Group>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('rows.more')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
