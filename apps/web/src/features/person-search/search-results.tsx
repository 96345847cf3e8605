import type { Output } from '@luutru/client';
import { LuutruProblem } from '@luutru/client';
import { Alert, Stack, Text, Title } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { showNumber } from '../../i18n/format';
import { Problem } from '../../states/problem';
import { Empty, Loading } from '../../states/states';
import { ONCE } from '../police/look';
import { Pager } from '../police/pages-of';
import { FoundPerson } from './found-person';
import { type AskedSearch, keep, useWork } from './work';

type Found = Output<'searchPersons'>;

/** Who was found, best first; each page is a look of its own and is asked for once. */
export function SearchResults({ asked }: { asked: AskedSearch }) {
  const { t } = useTranslation('person-search');
  const heading = useRef<HTMLHeadingElement>(null);
  const { page } = useWork();
  const query = useInfiniteQuery({
    queryKey: ['searchPersons', asked] as const,
    queryFn: ({ pageParam, signal }) =>
      api.searchPersons(
        { body: { ...asked.stated, ...asked.criteria, ...(pageParam !== null && { cursor: pageParam }) } },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Found) => last.next,
    ...ONCE,
  });
  const pages = query.data?.pages ?? [];
  const shown = pages[Math.min(page, pages.length - 1)];
  useEffect(() => {
    if (shown) heading.current?.focus({ preventScroll: page === 0 });
  }, [shown, page]);
  if (query.isPending) return <Loading label={t('searching')} />;
  if (!shown) return <Refused error={query.error} retry={() => void query.refetch()} />;
  const forward = async (): Promise<void> => {
    if (pages.length === page + 1) {
      const { data, isError } = await query.fetchNextPage();
      if (isError || (data?.pages.length ?? 0) <= page + 1) return;
    }
    keep({ page: page + 1 });
  };
  return (
    <Stack gap="sm" component="section" aria-labelledby="found">
      <Title order={2} size="h4" id="found" ref={heading} tabIndex={-1} className="quiet-focus">
        {t('found', { count: shown.total, total: showNumber(shown.total) })}
      </Title>
      {shown.cut && (
        <Alert color="blue" icon={<IconInfoCircle aria-hidden />} title={t('cut')} p="sm">
          {t('cutHint')}
        </Alert>
      )}
      {shown.persons.length === 0 && <Empty title={t('nobody')}>{t('nobodyHint')}</Empty>}
      {shown.persons.map((person) => (
        <FoundPerson key={person.stays[0]?.stayId} person={person} stated={asked.stated} />
      ))}
      {query.isFetchNextPageError && <Refused error={query.error} />}
      {shown.persons.length > 0 && (
        <Pager
          page={page + 1}
          next={pages[page + 1] ? 'kept' : shown.next}
          busy={query.isFetchingNextPage}
          onForward={() => void forward()}
          onBack={() => keep({ page: page - 1 })}
        />
      )}
      {shown.next !== null && (
        <Text size="xs" c="dimmed" ta="center">
          {t('pageCounts')}
        </Text>
      )}
    </Stack>
  );
}

/** A limit that was reached is explained: it is there for the people who are searched for. */
function Refused({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useTranslation('person-search');
  const limited = error instanceof LuutruProblem && error.code === 'search-limit-reached';
  // What is wrong with the criteria is not mended by asking again.
  const again = !limited && !(error instanceof LuutruProblem && error.errors.length > 0);
  return (
    <Stack gap="xs">
      <Problem error={error} {...(retry && again && { retry })} />
      {limited && <Text size="sm">{t('limitHint')}</Text>}
    </Stack>
  );
}
