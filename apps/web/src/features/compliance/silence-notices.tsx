import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconBellRinging } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { api } from '../../api/client';
import { may } from '../../api/session';
import { whileActive } from '../../api/while-active';
import { useSession } from '../../app/session-context';
import { showMoment } from '../../i18n/format';
import { Problem } from '../../states/problem';

/** Facilities found silent that nobody has acknowledged; nothing when there are none. */
export function SilenceNotices() {
  const { t } = useTranslation('compliance');
  const session = useSession();
  const client = useQueryClient();
  const allowed = may(session, 'stay.inspect');
  const { data } = useQuery({
    ...ask('listNotices', { query: { show: 'unseen', limit: 50 } }),
    refetchInterval: whileActive(60_000),
    enabled: allowed,
  });
  const see = useMutation({
    mutationFn: (stayId: string) => api.seeNotice({ path: { stayId } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['listNotices'] }),
  });
  const silent = (data?.notices ?? []).filter(({ stayId, endedAt }) => stayId === null && endedAt === null);
  if (silent.length === 0) return null;
  return (
    <Alert color="red" icon={<IconBellRinging aria-hidden />} title={t('notices.title', { count: silent.length })}>
      <Stack gap={4}>
        {silent.map(({ noticeId, facilityId, facilityName, at }) => (
          <Group key={noticeId} justify="space-between" gap="xs">
            <Text size="sm">
              <Anchor component={Link} to={`/compliance/facilities/${facilityId}`} underline="always" c="inherit">
                {facilityName}
              </Anchor>{' '}
              · {t('notices.at', { at: showMoment(at) })}
            </Text>
            <Button
              size="compact-sm"
              mih={28}
              variant="default"
              loading={see.isPending && see.variables === noticeId}
              aria-label={t('notices.seenOf', { name: facilityName })}
              onClick={() => see.mutate(noticeId)}
            >
              {t('notices.seen')}
            </Button>
          </Group>
        ))}
      </Stack>
      <Problem error={see.error} />
    </Alert>
  );
}
