import { Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Four digits, to be read across a counter. */
export function CallCode({ code, people }: { code: string; people: number }) {
  const { t } = useTranslation('guest-entry');
  return (
    <Paper withBorder p="lg" w="100%">
      <Text size="sm">{t('code.label')}</Text>
      <Text
        fz="4rem"
        fw={800}
        lh={1.1}
        lts="0.15em"
        aria-label={t('code.spoken', { code: [...code].join(' ') })}
        role="img"
      >
        {code}
      </Text>
      <Text size="sm" c="dimmed">
        {t('code.people', { count: people })}
      </Text>
    </Paper>
  );
}
