import type { Output } from '@luutru/client';
import { Button, Group, Paper, Stack, Switch, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { api } from '../../api/client';
import { whileActive } from '../../api/while-active';
import { useSession } from '../../app/session-context';
import { showMoment } from '../../i18n/format';
import { Problem } from '../../states/problem';
import { Empty, Loading } from '../../states/states';
import { Pager, useCursor } from '../police/pages-of';
import { Tag } from '../police/tag';
import type { Officer } from './officer';

type Notice = Output<'listSearchNotices'>['notices'][number];

interface NoticesProps {
  readonly officerId: string | undefined;
  readonly onSearches: (officer: Officer) => void;
}

/** Limits reached, numbers walked along, break-glasses opened. */
export function Notices({ officerId, onSearches }: NoticesProps) {
  const { t } = useTranslation('supervision');
  const [all, setAll] = useState(false);
  const { cursor, page, forward, back, reset } = useCursor();
  const query = useQuery({
    ...ask('listSearchNotices', {
      query: {
        show: all ? 'all' : 'open',
        limit: 25,
        ...(officerId !== undefined && { officerId }),
        ...(cursor !== undefined && { cursor }),
      },
    }),
    refetchInterval: whileActive(60_000),
  });
  return (
    <Stack gap="sm">
      <Switch
        label={t('notices.all')}
        checked={all}
        onChange={(event) => {
          setAll(event.currentTarget.checked);
          reset();
        }}
      />
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data?.notices.length === 0 && <Empty title={t('notices.none')}>{t('notices.noneHint')}</Empty>}
      {query.data?.notices.map((notice) => (
        <NoticeCard key={notice.noticeId} notice={notice} onSearches={onSearches} />
      ))}
      {query.data && (
        <Pager page={page} next={query.data.next} onForward={forward} onBack={back} busy={query.isFetching} />
      )}
    </Stack>
  );
}

function NoticeCard({ notice, onSearches }: { notice: Notice; onSearches: NoticesProps['onSearches'] }) {
  const { t } = useTranslation('supervision');
  const { accountId } = useSession();
  const client = useQueryClient();
  const { noticeId, officerId, kind, at, count, acknowledgedAt } = notice;
  const name = notice.officerName ?? t('gone');
  const act = useMutation({
    mutationFn: () => api.acknowledgeSearchNotice({ path: { noticeId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['listSearchNotices'] }),
  });
  return (
    <Paper withBorder p="sm" component="article">
      <Group justify="space-between" gap="xs" align="flex-start">
        <div>
          <Text fw={600}>
            {name} · {t(`kind.${kind}`)}
          </Text>
          <Text size="sm">{t(`explain.${kind}`, { count })}</Text>
          <Text size="sm" c="dimmed">
            {showMoment(at)}
          </Text>
        </div>
        <Group gap="xs">
          {acknowledgedAt !== null && <Tag>{t('notices.done', { at: showMoment(acknowledgedAt) })}</Tag>}
          <Button
            size="xs"
            variant="default"
            aria-label={t('notices.searchesOf', { name })}
            onClick={() => onSearches({ officerId, officerName: notice.officerName })}
          >
            {t('notices.searches')}
          </Button>
          {acknowledgedAt === null && officerId !== accountId && (
            <Button
              size="xs"
              loading={act.isPending}
              aria-label={t('notices.acknowledgeOf', { name })}
              onClick={() => act.mutate()}
            >
              {t('notices.acknowledge')}
            </Button>
          )}
        </Group>
      </Group>
      {act.isError && <Problem error={act.error} />}
    </Paper>
  );
}
