import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { usePages } from '../../../lists/use-pages';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { type OwnStay, StayState, useStayTime } from '../stay-time';

/** All stays that were declared of the person. */
export function MyStaysPage() {
  const { t } = useTranslation('self');
  const query = useQuery(ask('listOwnStays'));
  return (
    <Page title={t('stays.title')} hint={t('stays.hint')}>
      <Answer
        query={query}
        empty={({ stays }) => stays.length === 0 && <Empty title={t('stays.empty')}>{t('stays.emptyHint')}</Empty>}
      >
        {({ stays }) => <StayList stays={stays} />}
      </Answer>
    </Page>
  );
}

function StayList({ stays }: { stays: readonly OwnStay[] }) {
  const { t } = useTranslation('self');
  const { shown, pager } = usePages(stays, 10);
  return (
    <>
      <Stack component="ul" gap="sm" p={0} m={0} aria-label={t('stays.list')} style={{ listStyle: 'none' }}>
        {shown.map((stay) => (
          <StayCard key={stay.stayId} stay={stay} />
        ))}
      </Stack>
      {pager}
    </>
  );
}

function StayCard({ stay }: { stay: OwnStay }) {
  const { t } = useTranslation('self');
  const time = useStayTime();
  return (
    <Paper component="li" withBorder p="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2} size="h4">
            {stay.facilityName}
          </Title>
          <Text>{time(stay)}</Text>
          <Text size="sm" c="dimmed">
            {t(`kind.${stay.kind}`)}
          </Text>
        </div>
        <StayState stay={stay} />
      </Group>
      <Anchor
        component={Link}
        to={`/my-stays/${stay.stayId}`}
        display="inline-block"
        py="xs"
        aria-label={`${t('stays.open')}: ${stay.facilityName}, ${time(stay)}`}
      >
        {t('stays.open')}
      </Anchor>
    </Paper>
  );
}
