import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useFacilities } from '../../../api/facility';
import { serverNow } from '../../../api/server-clock';
import { Page } from '../../../app/page';
import { showMoment } from '../../../i18n/format';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { StayTable } from '../stay-table';

const STATES = ['in_house', 'overdue', 'departed', 'left_early', 'cancelled'] as const;
type State = (typeof STATES)[number];

/** What the system holds for the facility: every stay, newest first. */
export function StaysPage() {
  const { t } = useTranslation('stays');
  const { facility, isPending } = useFacilities();
  const [state, setState] = useState<State | ''>('');
  const [from, setFrom] = useState('');
  const facilityId = facility?.facilityId;
  const filter = { facilityId, limit: 50, ...(state !== '' && { state }), ...(from !== '' && { from }) };
  const list = useInfiniteQuery({
    queryKey: ['listStays', 'pages', filter],
    queryFn: ({ pageParam, signal }) =>
      api.listStays({ query: { ...filter, ...(pageParam !== null && { cursor: pageParam }) } }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    enabled: facilityId !== undefined,
  });
  const stays = list.data?.pages.flatMap((page) => page.stays) ?? [];
  /** All of them, not only those that were asked for so far. */
  const print = async (): Promise<void> => {
    for (let { hasNextPage } = list; hasNextPage;) ({ hasNextPage } = await list.fetchNextPage());
    requestAnimationFrame(() => window.print());
  };
  return (
    <Page
      title={t('list.title')}
      hint={<span className="no-print">{t('list.hint')}</span>}
      actions={
        stays.length > 0 && (
          <Button
            className="no-print"
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            loading={list.isFetchingNextPage}
            onClick={() => void print()}
          >
            {t('list.print')}
          </Button>
        )
      }
    >
      {facility && (
        <Text className="only-print">
          {t('list.printed', { facility: facility.name, at: showMoment(serverNow()), count: stays.length })}
        </Text>
      )}
      <Group align="flex-end" className="no-print">
        <NativeSelect
          label={t('list.state')}
          value={state}
          onChange={(event) => setState(event.currentTarget.value as State | '')}
          data={[
            { value: '', label: t('list.any') },
            ...STATES.map((one) => ({ value: one, label: t(`state.${one}`) })),
          ]}
        />
        <TextInput
          type="date"
          label={t('list.from')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
      </Group>
      <Problem error={list.error} retry={() => void list.refetch()} />
      {(isPending || list.isLoading) && <Loading />}
      {list.isSuccess && stays.length === 0 && <Empty title={t('list.none')}>{t('list.noneHint')}</Empty>}
      {stays.length > 0 && <StayTable stays={stays} />}
      {list.hasNextPage && (
        <Button
          className="no-print"
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('list.more')}
        </Button>
      )}
    </Page>
  );
}
