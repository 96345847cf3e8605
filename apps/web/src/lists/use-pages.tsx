import { Group, Pagination, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Shows a list that is all here a page at a time; the pager is null while one page is enough. */
export function usePages<Row>(rows: readonly Row[], size = 20): { shown: readonly Row[]; pager: ReactNode } {
  const { t } = useTranslation('common');
  const [asked, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(asked, pages);
  const shown = rows.slice((page - 1) * size, page * size);
  if (pages === 1) return { shown, pager: null };
  return {
    shown,
    pager: (
      <Group justify="space-between" component="nav" aria-label={t('lists.pages')}>
        <Text size="sm" c="dimmed" aria-live="polite">
          {t('lists.shown', { from: (page - 1) * size + 1, to: (page - 1) * size + shown.length, total: rows.length })}
        </Text>
        <Pagination
          total={pages}
          value={page}
          onChange={setPage}
          getControlProps={(control) => ({ 'aria-label': t(`lists.${control}`) })}
          getItemProps={(item) => ({ 'aria-label': t('lists.page', { page: item }) })}
        />
      </Group>
    ),
  };
}
