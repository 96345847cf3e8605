import type { Output } from '@luutru/client';
import { Button, Center, Group, Stack, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { saveFile } from '../../api/save-file';
import { useLanguage } from '../../i18n/use-language';
import { type Column, RecordTable } from '../../lists/record-table';
import { Answer } from '../../states/answer';
import { Problem } from '../../states/problem';
import { Empty } from '../../states/states';
import { ONCE } from '../police/look';
import { CellText } from './cell-text';
import type { Policy, Resource } from './policy';
import type { Stated } from './read-form';

type Page = Output<'readAuthorityFacilities'>;
type Row = Page['rows'][number];

const READS = {
  stays: 'readAuthorityStays',
  facilities: 'readAuthorityFacilities',
  trips: 'readAuthorityTrips',
} as const;

const LIMIT = 50;
/** What is said of these maskings changes what a value means; of the others the policy tells above. */
const TELLING: readonly string[] = ['month', 'band', 'foreign', 'age-band', 'birth-year'];

interface RecordsProps {
  readonly policy: Policy;
  readonly resource: Resource;
  readonly stated: Stated;
}

/** What was read, page by page. Each page is recorded, and none is asked for unless somebody says so. */
export function Records({ policy, resource, stated }: RecordsProps) {
  const { t } = useTranslation('records');
  const asked = { ...stated, policy: policy.policyId, limit: LIMIT };
  const query = useInfiniteQuery({
    queryKey: [READS[resource], asked],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }): Promise<Page> =>
      api[READS[resource]]({ query: { ...asked, ...(pageParam !== undefined && { cursor: pageParam }) } }, { signal }),
    getNextPageParam: ({ next }) => next,
    ...ONCE,
  });
  const pages = query.data?.pages;
  return (
    <Answer
      query={{ ...query, data: pages }}
      empty={([first]) => first?.rows.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
    >
      {(read) => (
        <Stack gap="sm">
          <Summary first={read[0]} resource={resource} />
          <Rows pages={read} resource={resource} />
          {query.hasNextPage && (
            <Center>
              <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('further')}
              </Button>
            </Center>
          )}
          {policy.exports && <Export resource={resource} asked={{ ...stated, policy: policy.policyId }} />}
        </Stack>
      )}
    </Answer>
  );
}

const SUMMARIES: Readonly<Record<Resource, string>> = { stays: 'asRows', facilities: 'asFacilities', trips: 'asTrips' };

function Summary({ first, resource }: { first: Page | undefined; resource: Resource }) {
  const { t } = useTranslation('records');
  if (!first) return null;
  return (
    <Text size="sm" c="dimmed">
      {t(first.form === 'counts' ? 'asCounts' : SUMMARIES[resource], { size: first.cellSize })}
    </Text>
  );
}

function Rows({ pages, resource }: { pages: readonly Page[]; resource: Resource }) {
  const { t } = useTranslation('records');
  const language = useLanguage();
  // Rows have no id, on purpose: their place in the list is theirs.
  const rows = pages.flatMap((page) => page.rows).map((row, at) => ({ row, at }));
  const shown = pages[0]?.columns ?? [];
  const counted = pages[0]?.form === 'counts';
  const names = pages[0]?.names ?? {};
  const columns: Column<{ row: Row; at: number }>[] = shown.map(({ column, masking, name, shownAs }) => ({
    key: column,
    header: TELLING.includes(masking) ? `${name[language]} (${shownAs[language]})` : name[language],
    cell: ({ row }) => <CellText {...{ column, masking, counted, value: row[column], names: names[column] }} />,
  }));
  if (counted) {
    columns.push({
      key: 'count',
      header: t('count'),
      cell: ({ row }) => <CellText column="count" value={row.count} />,
    });
  }
  return (
    <RecordTable
      caption={t('caption', { resource: t(`resource.${resource}`) })}
      rows={rows}
      columns={columns}
      rowKey={({ at }) => String(at)}
    />
  );
}

type Exported = Stated & { readonly policy: Policy['policyId'] };

function Export({ resource, asked }: { resource: Resource; asked: Exported }) {
  const { t } = useTranslation('records');
  const language = useLanguage();
  const saving = useMutation({
    mutationFn: async () => {
      const answer: unknown = await api[READS[resource]]({ query: { ...asked, format: 'csv', language } });
      await saveFile(answer as Response, `${resource}.csv`);
    },
  });
  return (
    <div>
      <Group>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
          loading={saving.isPending}
          onClick={() => saving.mutate()}
        >
          {t('export')}
        </Button>
      </Group>
      <Problem error={saving.error} />
    </div>
  );
}
