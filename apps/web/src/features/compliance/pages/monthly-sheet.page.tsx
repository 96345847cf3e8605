import type { Output } from '@luutru/client';
import { Button, Group, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { localDate } from '@luutru/calendar';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { showBirthDate, showMoment, showNumber } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { CompliancePages } from '../compliance-pages';
import { WardChoice } from '../ward-choice';

type Sheet = Output<'getMonthlySheet'>;

/** The figures of a month by ward, or of one ward by facility; as a file too. */
export function MonthlySheetPage() {
  const { t } = useTranslation('compliance');
  const language = useLanguage();
  const [month, setMonth] = useState(localDate(new Date()).slice(0, 7));
  const [ward, setWard] = useState('');
  const complete = /^\d{4}-\d{2}$/.test(month);
  const query = useQuery({
    ...ask('getMonthlySheet', { query: { month, ...(ward !== '' && { ward }) } }),
    enabled: complete,
  });
  const sheet = query.data;
  const file = (format: string): string =>
    `/v1/compliance/monthly-sheet?${new URLSearchParams({ month, format, language, ...(ward !== '' && { ward }) }).toString()}`;
  return (
    <Page
      title={t('sheet.title')}
      hint={sheet && t('sheet.hint', { until: showBirthDate(sheet.until), at: showMoment(sheet.madeAt) })}
      actions={<CompliancePages />}
    >
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t('sheet.month')}
          type="month"
          value={month}
          onChange={(event) => setMonth(event.currentTarget.value)}
          error={complete ? undefined : t('sheet.monthMissing')}
        />
        <WardChoice value={ward} onChange={setWard} />
        {sheet &&
          (['xlsx', 'pdf'] as const).map((format) => (
            <Button
              key={format}
              component="a"
              href={file(format)}
              download
              variant="default"
              leftSection={<IconDownload size={16} aria-hidden />}
            >
              {t(`sheet.${format}`)}
            </Button>
          ))}
      </Group>
      {query.isPending && complete && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {sheet && sheet.lines.length === 0 && <Empty title={t('sheet.none')} />}
      {sheet && sheet.lines.length > 0 && <SheetTable sheet={sheet} />}
    </Page>
  );
}

const PAGE = 50;

function SheetTable({ sheet }: { sheet: Sheet }) {
  const { t } = useTranslation('compliance');
  const language = useLanguage();
  const [shown, setShown] = useState(PAGE);
  const row = (figures: Record<string, number>) =>
    sheet.columns.map(({ id }) => (
      <Table.Td key={id} ta="right">
        {showNumber(figures[id] ?? 0)}
      </Table.Td>
    ));
  return (
    <Stack gap="sm">
      <Table.ScrollContainer minWidth={900} type="native" tabIndex={0}>
        <Table striped verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t(sheet.wardId === null ? 'ward' : 'facility')}</Table.Th>
              {sheet.columns.map((column) => (
                <Table.Th key={column.id} ta="right">
                  {column[language]}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sheet.lines.slice(0, shown).map((line) => (
              <Table.Tr key={line.id}>
                <Table.Th scope="row">{line.name}</Table.Th>
                {row(line.figures)}
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row">{t('sheet.total')}</Table.Th>
              {row(sheet.total)}
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </Table.ScrollContainer>
      {sheet.lines.length > shown && (
        <Group>
          <Button variant="default" onClick={() => setShown(shown + PAGE)}>
            {t('sheet.more')}
          </Button>
          <Text size="sm">{t('sheet.shown', { shown, total: sheet.lines.length })}</Text>
        </Group>
      )}
    </Stack>
  );
}
