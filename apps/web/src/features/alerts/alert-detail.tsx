import type { Output } from '@luutru/client';
import { Button, Grid, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconId } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { may } from '../../api/session';
import { useSession } from '../../app/session-context';
import { showMoment } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { Problem } from '../../states/problem';
import { Loading } from '../../states/states';
import { choose } from '../person-search/work';
import { useLook } from '../police/look';
import { useStated } from '../police/stated';
import { AlertActions } from './alert-actions';
import { AlertHistory } from './alert-history';
import { AlertState } from './alert-state';
import { ListedPerson, SeenPerson } from './two-people';

type Detail = Output<'getAlert'>;

/** Who was declared, who is listed, why they fit, and what to do. Having opened it is a look that was recorded. */
export function AlertDetail({ alertId, onBack }: { alertId: string; onBack: () => void }) {
  const { t } = useTranslation('alerts');
  const heading = useRef<HTMLHeadingElement>(null);
  const query = useLook('getAlert', { path: { alertId } });
  const there = query.data !== undefined;
  useEffect(() => heading.current?.focus({ preventScroll: true }), [there]);
  if (query.isPending) return <Loading label={t('opening')} />;
  if (query.isError) {
    return (
      <Stack>
        <BackToList onBack={onBack} />
        <Problem error={query.error} retry={() => void query.refetch()} />
      </Stack>
    );
  }
  const { data } = query;
  return (
    <Paper withBorder p="md" component="article" aria-labelledby="alert-title">
      <Stack gap="md">
        <BackToList onBack={onBack} />
        <Head detail={data} heading={heading} />
        <AlertActions alert={data} onActed={() => void query.refetch()} />
        <Grid gap="md">
          <Grid.Col span={{ base: 12, xs: 6 }}>
            <SeenPerson detail={data} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, xs: 6 }}>
            <ListedPerson detail={data} />
          </Grid.Col>
        </Grid>
        <Reasons detail={data} />
        <OpenPerson detail={data} />
        <AlertHistory
          history={data.history}
          stale={data.history.at(-1)?.state !== data.state}
          onReload={() => void query.refetch()}
        />
      </Stack>
    </Paper>
  );
}

const BackToList = ({ onBack }: { onBack: () => void }) => {
  const { t } = useTranslation('alerts');
  return (
    <Group hiddenFrom="md">
      <Button variant="default" size="xs" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onBack}>
        {t('back')}
      </Button>
    </Group>
  );
};

function Head({ detail, heading }: { detail: Detail; heading: RefObject<HTMLHeadingElement | null> }) {
  const { t } = useTranslation('alerts');
  const language = useLanguage();
  const { listName, facilityName, legalBasis, raisedAt } = detail;
  return (
    <Stack gap={4}>
      <Title order={2} size="h3" id="alert-title" ref={heading} tabIndex={-1} className="quiet-focus">
        {language === 'en' ? listName.en : listName.vi} · {facilityName}
      </Title>
      <Group gap="xs">
        <AlertState alert={detail} />
        <Text size="sm" c="dimmed">
          {t('raised', { at: showMoment(raisedAt) })}
        </Text>
      </Group>
      <Text size="sm">{t('legalBasis', { legalBasis })}</Text>
    </Stack>
  );
}

function Reasons({ detail }: { detail: Detail }) {
  const { t } = useTranslation('alerts');
  const language = useLanguage();
  return (
    <Stack gap={4} component="section">
      <Title order={3} size="h5">
        {t('why', { percent: detail.scorePercent })}
      </Title>
      <List size="sm">
        {detail.reasons.map(({ code, weight, text }) => (
          <List.Item key={`${code} ${text.vi}`}>
            {t(weight < 0 ? 'against' : 'for', { reason: language === 'en' ? text.en : text.vi })}
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t('personDecides')}
      </Text>
    </Stack>
  );
}

/** On to all stays of the person, for which a purpose must be stated. */
function OpenPerson({ detail }: { detail: Detail }) {
  const { t } = useTranslation('alerts');
  const session = useSession();
  const navigate = useNavigate();
  const stated = useStated();
  if (!may(session, 'person.search')) return null;
  const open = (): void => {
    if (!stated) return void navigate({ to: '/search' });
    const place = choose({ facilityId: detail.facilityId, stayId: detail.stayId, stated });
    void navigate({ to: '/search/person/$place', params: { place } });
  };
  return (
    <Group gap="xs">
      <Button variant="default" leftSection={<IconId size={18} aria-hidden />} onClick={open}>
        {t('openPerson')}
      </Button>
      {!stated && (
        <Text size="sm" c="dimmed">
          {t('openPersonHint')}
        </Text>
      )}
    </Group>
  );
}
