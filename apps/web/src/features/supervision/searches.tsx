import type { Output } from '@luutru/client';
import { Button, Paper, Stack, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { showMoment } from '../../i18n/format';
import { Problem } from '../../states/problem';
import { Empty, Loading } from '../../states/states';
import { useCodeNames } from '../../api/code-names';
import { Pager, useCursor } from '../police/pages-of';
import { Tag } from '../police/tag';
import type { Officer } from './officer';

type Search = Output<'listSupervisedSearches'>['searches'][number];

interface SearchesProps {
  readonly officerId: string | undefined;
  readonly onOfficer: (officer: Officer) => void;
}

/** Searches and views, newest first: kinds of criteria, never their values. */
export function Searches({ officerId, onOfficer }: SearchesProps) {
  const { t } = useTranslation('supervision');
  const { cursor, page, forward, back } = useCursor();
  const narrow = useMediaQuery('(max-width: 48em)');
  const query = useQuery({
    ...ask('listSupervisedSearches', {
      query: {
        limit: 25,
        ...(officerId !== undefined && { officerId }),
        ...(cursor !== undefined && { cursor }),
      },
    }),
    // Supervising is recorded too.
    refetchOnWindowFocus: false,
  });
  if (query.isPending) return <Loading />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  const { searches, next } = query.data;
  if (searches.length === 0) return <Empty title={t('searches.none')}>{t('searches.noneHint')}</Empty>;
  return (
    <Stack gap="sm">
      {narrow ? (
        searches.map((search) => (
          <SearchCard key={`${search.searchId} ${String(search.page)}`} search={search} onOfficer={onOfficer} />
        ))
      ) : (
        <SearchTable searches={searches} onOfficer={onOfficer} />
      )}
      <Pager page={page} next={next} onForward={forward} onBack={back} busy={query.isFetching} />
    </Stack>
  );
}

function SearchTable({ searches, onOfficer }: { searches: readonly Search[]; onOfficer: SearchesProps['onOfficer'] }) {
  const { t } = useTranslation('supervision');
  const purposes = useCodeNames('look-purpose');
  return (
    <Table striped verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          {(['at', 'officer', 'purpose', 'case', 'criteria', 'shown'] as const).map((column) => (
            <Table.Th key={column}>{t(`searches.${column}`)}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {searches.map((search) => (
          <Table.Tr key={`${search.searchId} ${String(search.page)}`}>
            <Table.Td>{showMoment(search.at)}</Table.Td>
            <Table.Td>
              <OfficerButton search={search} onOfficer={onOfficer} />
            </Table.Td>
            <Table.Td>{purposes.nameOf(search.purpose)}</Table.Td>
            <Table.Td>{search.caseNumber}</Table.Td>
            <Table.Td>{search.criteria.map((one) => t(`criterion.${one}`)).join(', ')}</Table.Td>
            <Table.Td>
              <Shown search={search} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function SearchCard({ search, onOfficer }: { search: Search; onOfficer: SearchesProps['onOfficer'] }) {
  const { t } = useTranslation('supervision');
  const purposes = useCodeNames('look-purpose');
  return (
    <Paper withBorder p="sm" component="article">
      <OfficerButton search={search} onOfficer={onOfficer} />
      <Text size="sm">
        {showMoment(search.at)} · {purposes.nameOf(search.purpose)} · {search.caseNumber}
      </Text>
      <Text size="sm">{search.criteria.map((one) => t(`criterion.${one}`)).join(', ')}</Text>
      <Shown search={search} />
    </Paper>
  );
}

function OfficerButton({ search, onOfficer }: { search: Search; onOfficer: SearchesProps['onOfficer'] }) {
  const { t } = useTranslation('supervision');
  const { officerId, officerName } = search;
  const name = officerName ?? t('gone');
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      mih={28}
      px={4}
      aria-label={t('searches.onlyOf', { name })}
      onClick={() => onOfficer({ officerId, officerName })}
    >
      {name}
    </Button>
  );
}

function Shown({ search }: { search: Search }) {
  const { t } = useTranslation('supervision');
  return (
    <Text size="sm" component="span">
      {t('searches.people', { count: search.persons, rows: search.rowsShown })}
      {search.page > 1 && ` · ${t('searches.page', { page: search.page })}`}{' '}
      {search.cut && <Tag>{t('searches.cut')}</Tag>}
    </Text>
  );
}
