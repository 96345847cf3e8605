import type { Output } from '@luutru/client';
import { Alert, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showBirthDate, showNumber } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';

type Fine = NonNullable<Output<'listNotes'>['notes'][number]['fine']>;

/** What the law gives for so many guests on that day, with its source. Shown; the system decides nothing. */
export function FineBand({ fine }: { fine: Fine }) {
  const { t } = useTranslation('compliance');
  const language = useLanguage();
  const guests =
    fine.toGuests === null
      ? t('fine.from', { from: fine.fromGuests })
      : t('fine.fromTo', { from: fine.fromGuests, to: fine.toGuests });
  return (
    <Alert color="blue" p="xs" icon={<IconScale aria-hidden />}>
      <Text size="sm" fw={600}>
        {t('fine.band', { min: showNumber(fine.minVnd), max: showNumber(fine.maxVnd), guests })}
      </Text>
      <Text size="sm">
        {t('fine.source', { source: fine.sourceVi, date: showBirthDate(fine.validFrom) })} {fine.notice[language]}.
      </Text>
    </Alert>
  );
}
