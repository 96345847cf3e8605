import { Anchor, Code, List, Paper, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../app/page';
import { useLanguage } from '../../../i18n/use-language';
import { type Column, RecordTable } from '../../../lists/record-table';
import { usePages } from '../../../lists/use-pages';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** In Vietnamese and English. */
  readonly summary: readonly [string, string];
  readonly group: readonly [string, string];
}

type Document = {
  readonly paths: Record<string, Record<string, { operationId: string; summary?: string; tags?: string[] }>>;
};

const EXAMPLE = `curl -X POST ${window.location.origin}/v1/stays \\
  -H 'Authorization: Bearer lt_…' \\
  -H 'Idempotency-Key: dat-phong-1234' \\
  -H 'Content-Type: application/json' \\
  -d '{ "kind": "guest", "person": { … }, "arrivedAt": "2026-11-23T21:50", … }'`;

/** How to connect software, with everything the API does. */
export function DevelopersPage() {
  const { t } = useTranslation('public');
  return (
    <Page title={t('developers.title')} hint={t('developers.hint')}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {(
          [
            ['docs', '/docs'],
            ['json', '/docs-json'],
            ['keys', '/.well-known/jwks.json'],
            ['open', '/open-data'],
          ] as const
        ).map(([name, href]) => (
          <Paper key={name} withBorder p="md">
            <Anchor href={href} fw={600}>
              {t(`developers.${name}`)}
            </Anchor>
            <Text size="sm">{t(`developers.${name}Hint`)}</Text>
          </Paper>
        ))}
      </SimpleGrid>
      <section aria-labelledby="start">
        <Title order={2} size="h3" id="start" mb="xs">
          {t('developers.start')}
        </Title>
        <List type="ordered" spacing="xs" mb="sm">
          {(['step1', 'step2', 'step3'] as const).map((step) => (
            <List.Item key={step}>{t(`developers.${step}`)}</List.Item>
          ))}
        </List>
        <Code block tabIndex={0} aria-label={t('developers.example')} role="region">
          {EXAMPLE}
        </Code>
      </section>
      <Operations />
    </Page>
  );
}

const both = (text: string | undefined): readonly [string, string] => {
  const [vi = '', en = vi] = (text ?? '').split(' / ');
  return [vi, en];
};

async function readOperations(): Promise<readonly Operation[]> {
  const response = await fetch('/docs-json');
  if (!response.ok) throw new Error(`The document answered ${String(response.status)}`);
  const { paths } = (await response.json()) as Document;
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId, summary, tags }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      path,
      summary: both(summary),
      group: both(tags?.[0]),
    })),
  );
}

function Operations() {
  const { t } = useTranslation('public');
  const query = useQuery({ queryKey: ['docs-json'], queryFn: readOperations, staleTime: Infinity });
  const [filter, setFilter] = useState('');
  return (
    <section aria-labelledby="operations">
      <Title order={2} size="h3" id="operations">
        {t('developers.operations')}
      </Title>
      <Answer query={query}>
        {(operations) => (
          <>
            <TextInput
              label={t('developers.filter')}
              description={t('developers.operationsHint', { count: operations.length })}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
            />
            <OperationTable key={filter} operations={operations.filter((operation) => matches(operation, filter))} />
          </>
        )}
      </Answer>
    </section>
  );
}

const matches = ({ id, method, path, summary, group }: Operation, filter: string): boolean =>
  [id, method, path, ...summary, ...group].join(' ').toLowerCase().includes(filter.trim().toLowerCase());

function OperationTable({ operations }: { operations: readonly Operation[] }) {
  const { t } = useTranslation('public');
  const index = useLanguage() === 'vi' ? 0 : 1;
  const { shown, pager } = usePages(operations, 20);
  if (operations.length === 0) return <Empty title={t('developers.noneFound')} />;
  const columns: Column<Operation>[] = [
    {
      key: 'operation',
      header: t('developers.operation'),
      cell: ({ method, path }) => <Code>{`${method} ${path}`}</Code>,
    },
    { key: 'summary', header: t('developers.summary'), cell: ({ summary }) => summary[index] },
    { key: 'group', header: t('developers.group'), cell: ({ group }) => group[index] },
  ];
  return (
    <>
      <RecordTable caption={t('developers.operations')} rows={shown} columns={columns} rowKey={({ id }) => id} />
      {pager}
    </>
  );
}
