import { Button, Container, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../../../i18n/i18n';
import { LANGUAGES } from '../../../i18n/language';
import { useLanguage } from '../../../i18n/use-language';
import classes from './guest-frame.module.css';

const NAMES = { vi: 'Tiếng Việt', en: 'English' } as const;

/** Where a guest is, and in which language; no way to anywhere else. */
export function GuestFrame({
  place,
  kiosk = false,
  children,
}: {
  place?: string;
  kiosk?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('guest-entry');
  const language = useLanguage();
  return (
    <div className={kiosk ? classes.kiosk : undefined}>
      <Container size="xs" component="header" py="sm">
        <Group justify="space-between" gap="xs">
          <Group gap="sm" wrap="nowrap">
            <img src="/app/icon.svg" alt="" width={36} height={36} />
            <Text fw={700}>{place ?? 'Luutru'}</Text>
          </Group>
          <Group gap={4} role="group" aria-label={t('language')}>
            {LANGUAGES.map((one) => (
              <Button
                key={one}
                size={kiosk ? 'md' : 'sm'}
                variant={one === language ? 'filled' : 'default'}
                aria-pressed={one === language}
                lang={one}
                onClick={() => void switchLanguage(one)}
              >
                {NAMES[one]}
              </Button>
            ))}
          </Group>
        </Group>
      </Container>
      <Container size="xs" component="main" pb="xl">
        {children}
      </Container>
    </div>
  );
}
