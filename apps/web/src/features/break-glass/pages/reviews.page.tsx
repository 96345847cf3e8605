import type { Output } from '@luutru/client';
import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { api } from '../../../api/client';
import { whileActive } from '../../../api/while-active';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session-context';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { URGENT } from '../../police/colours';
import { GlassFacts } from '../glass-facts';
import { GlassPages } from '../glass-pages';
import { ReviewFile } from '../review-file';

type Supervised = Output<'supervisedBreakGlasses'>['breakGlasses'][number];

/** What officers looked at beyond their jurisdiction: open ones can be ended, ended ones are to be reviewed. */
export function ReviewsPage() {
  const { t } = useTranslation('break-glass');
  const [show, setShow] = useState<'waiting' | 'all'>('waiting');
  const query = useQuery({
    ...ask('supervisedBreakGlasses', { query: { show } }),
    refetchInterval: whileActive(30_000),
  });
  return (
    <Page title={t('reviews.title')} hint={t('reviews.hint')} actions={<GlassPages />}>
      <Group>
        <SegmentedControl
          aria-label={t('reviews.show')}
          data={[
            { value: 'waiting', label: t('reviews.waiting') },
            { value: 'all', label: t('reviews.all') },
          ]}
          value={show}
          onChange={(value) => setShow(value)}
        />
      </Group>
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data?.breakGlasses.length === 0 && <Empty title={t('reviews.none')}>{t('reviews.noneHint')}</Empty>}
      <Stack gap="sm">
        {query.data?.breakGlasses.map((glass) => (
          <Reviewed key={glass.breakGlassId} glass={glass} />
        ))}
      </Stack>
    </Page>
  );
}

function Reviewed({ glass }: { glass: Supervised }) {
  const { t } = useTranslation('break-glass');
  const { accountId } = useSession();
  const [open, setOpen] = useState(false);
  return (
    <GlassFacts glass={glass} officerName={glass.officerName}>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          aria-expanded={open}
          aria-label={t(open ? 'reviews.closeOf' : 'reviews.openOf', { name: glass.officerName })}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'reviews.close' : 'reviews.open')}
        </Button>
        {glass.state === 'open' && glass.accountId !== accountId && <EndNow glass={glass} />}
      </Group>
      {open && <ReviewFile glass={glass} />}
    </GlassFacts>
  );
}

function EndNow({ glass }: { glass: Supervised }) {
  const { t } = useTranslation('break-glass');
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => api.endOfficersBreakGlass({ path: { breakGlassId: glass.breakGlassId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['supervisedBreakGlasses'] }),
  });
  return (
    <>
      <Button size="xs" color={URGENT} loading={end.isPending} onClick={() => end.mutate()}>
        {t('reviews.end')}
      </Button>
      {end.isError && <Problem error={end.error} />}
    </>
  );
}
