import { Alert, Button, Center, Loader, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconLock, IconMoodEmpty, IconWifiOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Something is being fetched. Shown after a moment only, so that quick answers do not flicker. */
export function Loading({ label }: { label?: string }) {
  const { t } = useTranslation('common');
  return (
    <Center mih={160} className="appear-late" role="status">
      <Stack align="center" gap="xs">
        <Loader aria-hidden />
        <Text c="dimmed">{label ?? t('states.loading')}</Text>
      </Stack>
    </Center>
  );
}

/** There is nothing yet: says so, and what to do about it. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <ThemeIcon variant="light" size="xl" radius="xl" aria-hidden>
        <IconMoodEmpty />
      </ThemeIcon>
      <Title order={2} size="h4">
        {title}
      </Title>
      {children !== undefined && <Text c="dimmed">{children}</Text>}
      {action}
    </Stack>
  );
}

/** The page is not for this person. */
export function NoRight({ permission }: { permission?: string }) {
  const { t } = useTranslation('common');
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <ThemeIcon variant="light" size="xl" radius="xl" color="gray" aria-hidden>
        <IconLock />
      </ThemeIcon>
      <Title order={1} size="h3">
        {t('states.noRight')}
      </Title>
      <Text c="dimmed">{t('states.noRightHint')}</Text>
      {permission !== undefined && (
        <Text size="sm" c="dimmed">
          {t('states.permission', { permission })}
        </Text>
      )}
    </Stack>
  );
}

/** No network, and this page needs one. */
export function Offline({ retry }: { retry?: () => void }) {
  const { t } = useTranslation('common');
  return (
    <Alert color="orange" icon={<IconWifiOff aria-hidden />} title={t('states.offline')} role="alert">
      <Stack gap="xs" align="flex-start">
        {t('states.offlineHint')}
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('states.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
