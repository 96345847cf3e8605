import type { Output } from '@luutru/client';
import { Alert, List } from '@mantine/core';
import { IconEyeOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Hidden } from './figure-text';

type Row = Pick<Output<'getFigures'>['rows'][number], 'hidden' | 'comparedHidden'>;

/** Why figures are not there, as far as some are not (ADR 0031). */
export function WhyHidden({ rows }: { rows: readonly Row[] }) {
  const { t } = useTranslation('figures');
  const reasons = new Set<Hidden>(
    rows.flatMap(({ hidden, comparedHidden = {} }) => [...Object.values(hidden), ...Object.values(comparedHidden)]),
  );
  if (reasons.size === 0) return null;
  return (
    <Alert color="gray" icon={<IconEyeOff aria-hidden />} title={t('why.title')} p="sm">
      <List size="sm" spacing={4}>
        {[...reasons].sort().map((reason) => (
          <List.Item key={reason}>
            <strong>{t(`hidden.${reason}`)}</strong>: {t(`why.${reason}`)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
