import { Alert, Button, Group, Text } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { notify } from '../../app/notify';
import { Problem } from '../../states/problem';
import { URGENT } from '../police/colours';
import { type Glass, ownGlasses, useForgetOverGlass, useOpenGlasses } from '../police/glasses';
import { clockText, useNow } from '../police/now';
import { useUnitName } from '../police/units';

/** In the frame while a break-glass of one's own is open: for how long yet, and its end. */
export function GlassBar() {
  const open = useOpenGlasses();
  const { isSuccess } = useQuery({ ...ownGlasses, enabled: false });
  useForgetOverGlass(open, isSuccess);
  return open.map((glass) => <OpenGlass key={glass.breakGlassId} glass={glass} />);
}

function OpenGlass({ glass }: { glass: Glass }) {
  const { t } = useTranslation('police');
  const client = useQueryClient();
  const unit = useUnitName(glass.unitId);
  const left = clockText(new Date(glass.expiresAt).getTime() - useNow());
  const end = useMutation({
    mutationFn: () => api.endBreakGlass({ body: { breakGlassId: glass.breakGlassId } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ownGlasses.queryKey });
      notify({ message: t('glass.ended') });
    },
  });
  return (
    <Alert
      color="orange"
      icon={<IconLockOpen aria-hidden />}
      mb="sm"
      p="xs"
      role="region"
      aria-label={t('glass.region')}
    >
      <Group gap="sm">
        <Text size="sm" fw={600}>
          {t('glass.running', { unit })}
        </Text>
        <Text size="sm" role="timer">
          {t('glass.left', { left })}
        </Text>
        {glass.caseNumber !== null && <Text size="sm">{t('glass.case', { caseNumber: glass.caseNumber })}</Text>}
        <Button
          size="compact-sm"
          mih={28}
          color={URGENT}
          variant="filled"
          ms="auto"
          loading={end.isPending}
          onClick={() => end.mutate()}
        >
          {t('glass.end')}
        </Button>
      </Group>
      {end.isError && <Problem error={end.error} />}
    </Alert>
  );
}
