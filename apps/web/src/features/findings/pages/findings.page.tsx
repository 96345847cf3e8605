import type { Input } from '@luutru/client';
import { Group, NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { whileActive } from '../../../api/while-active';
import { Page } from '../../../app/page';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { SearchPages } from '../../person-search/search-pages';
import { Pager, useCursor } from '../../police/pages-of';
import { StatedBar } from '../../police/stated-bar';
import { FindingCard } from '../finding-card';

type Query = NonNullable<Input<'listFindings'>['query']>;

const STATES = ['open', 'handled', 'dismissed', 'lapsed'] as const;
const KINDS = ['two-places', 'impossible-journey', 'many-identities'] as const;

/** Contradictions in movements that nobody asked about; whom they are about is a look with a purpose. */
export function FindingsPage() {
  const { t } = useTranslation('findings');
  const [filter, setFilter] = useState<Query>({ state: 'open' });
  const { cursor, page, forward, back, reset } = useCursor();
  const query = useQuery({
    ...ask('listFindings', { query: { ...filter, limit: 20, ...(cursor !== undefined && { cursor }) } }),
    refetchInterval: whileActive(60_000),
  });
  const change = (next: Query): void => {
    setFilter(next);
    reset();
  };
  return (
    <Page title={t('title')} hint={t('hint')} actions={<SearchPages />}>
      <Group gap="sm">
        <NativeSelect
          label={t('state.label')}
          data={STATES.map((value) => ({ value, label: t(`state.${value}`) }))}
          value={filter.state ?? 'open'}
          onChange={(event) => change({ ...filter, state: event.currentTarget.value as (typeof STATES)[number] })}
        />
        <NativeSelect
          label={t('kind.label')}
          data={[{ value: '', label: t('kind.any') }, ...KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))]}
          value={filter.kind ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const { kind: _before, ...rest } = filter;
            change(value === '' ? rest : { ...rest, kind: value as (typeof KINDS)[number] });
          }}
        />
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data && (
        <>
          <StatedBar />
          <Stack gap="sm">
            {query.data.findings.length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
            {query.data.findings.map((finding) => (
              <FindingCard key={finding.findingId} finding={finding} />
            ))}
            <Pager page={page} next={query.data.next} onForward={forward} onBack={back} busy={query.isFetching} />
          </Stack>
        </>
      )}
    </Page>
  );
}
