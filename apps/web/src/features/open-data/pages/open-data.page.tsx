import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { useLanguage } from '../../../i18n/use-language';
import { type Column, RecordTable } from '../../../lists/record-table';
import { usePages } from '../../../lists/use-pages';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { type DataFile, type DataSet, dataSetsOf } from '../catalogue';

/** What is published for everybody, to take home. */
export function OpenDataPage() {
  const { t } = useTranslation('open-data');
  const query = useQuery(ask('getOpenDataCatalogue'));
  return (
    <Page title={t('title')} hint={t('hint')}>
      <Alert color="gray" icon={<IconInfoCircle aria-hidden />}>
        {t('hidden')}
      </Alert>
      <Answer
        query={query}
        empty={(catalogue) => dataSetsOf(catalogue).length === 0 && <Empty title={t('none')}>{t('noneHint')}</Empty>}
      >
        {(catalogue) => (
          <Stack gap="md">
            {dataSetsOf(catalogue).map((set) => (
              <DataSetSection key={set.id} set={set} />
            ))}
          </Stack>
        )}
      </Answer>
      <Section title={t('machines')}>
        <Text size="sm">{t('machinesHint')}</Text>
        <Group gap="md">
          <Anchor href="/open-data">{t('catalogue')}</Anchor>
          <Anchor href="/open-data/lodging-monthly/schema">{t('schema')}</Anchor>
        </Group>
      </Section>
    </Page>
  );
}

interface Month {
  readonly month: string;
  readonly files: readonly DataFile[];
}

function DataSetSection({ set: { title, description, licence, files } }: { set: DataSet }) {
  const { t } = useTranslation('open-data');
  const language = useLanguage();
  const months = [...new Set(files.map(({ month }) => month))].map((month): Month => ({
    month,
    files: files.filter((file) => file.month === month),
  }));
  const { shown, pager } = usePages(months, 12);
  const name = title[language] ?? '';
  const label = (month: string): string => month.split('-').reverse().join('/');
  const columns: Column<Month>[] = [
    { key: 'month', header: t('month'), cell: ({ month }) => label(month) },
    {
      key: 'files',
      header: t('files'),
      cell: ({ month, files: ofMonth }) => (
        <Group gap="md">
          {ofMonth.map(({ format, path }) => (
            <Anchor key={format} href={path} download aria-label={`${format.toUpperCase()}, ${name}, ${label(month)}`}>
              {format.toUpperCase()}
            </Anchor>
          ))}
        </Group>
      ),
    },
  ];
  return (
    <Section title={name}>
      <Text size="sm">{description[language]}</Text>
      <RecordTable caption={name} rows={shown} columns={columns} rowKey={({ month }) => month} />
      {pager}
      {licence !== null && (
        <Text size="sm">
          {t('licence')}: <Anchor href={licence}>{licence}</Anchor>
        </Text>
      )}
    </Section>
  );
}
