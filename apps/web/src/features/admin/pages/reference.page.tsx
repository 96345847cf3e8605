import type { Output } from '@luutru/client';
import { localDate } from '@luutru/calendar';
import { Badge, Code, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { showDate } from '../../../i18n/format';
import { type Column, RecordTable } from '../../../lists/record-table';
import { usePages } from '../../../lists/use-pages';
import { Answer } from '../../../states/answer';

type Entry = Output<'getCodeTable'>['codes'][number];
type Rule = Output<'listRules'>['rules'][number];

/** Codes and rules, to read: they change with the law, by a release. */
export function ReferencePage() {
  const { t } = useTranslation('admin');
  const rules = useQuery({ ...ask('listRules'), staleTime: Infinity });
  return (
    <Page title={t('reference.title')} hint={t('reference.hint')}>
      <Section title={t('reference.tables')}>
        <Tables />
      </Section>
      <Section title={t('reference.rules')}>
        <Answer query={rules}>{(data) => <Rules rules={data.rules} />}</Answer>
      </Section>
    </Page>
  );
}

function Tables() {
  const { t } = useTranslation('admin');
  const tables = useQuery({ ...ask('listCodeTables'), staleTime: Infinity });
  const [chosen, setChosen] = useState('stay-reason');
  const table = useQuery({ ...ask('getCodeTable', { path: { table: chosen } }), staleTime: Infinity });
  return (
    <>
      <Answer query={tables}>
        {(data) => (
          <NativeSelect
            label={t('reference.table')}
            maw={320}
            value={chosen}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            data={data.tables}
          />
        )}
      </Answer>
      <Answer query={table}>{({ codes }) => <Codes key={chosen} table={chosen} codes={codes} />}</Answer>
    </>
  );
}

function Codes({ table, codes }: { table: string; codes: readonly Entry[] }) {
  const { t } = useTranslation('admin');
  const { shown, pager } = usePages(codes, 20);
  const columns: Column<Entry>[] = [
    { key: 'code', header: t('reference.code'), cell: ({ code }) => code },
    { key: 'vi', header: t('reference.vi'), cell: ({ vi }) => <span lang="vi">{vi}</span> },
    { key: 'en', header: t('reference.en'), cell: ({ en }) => <span lang="en">{en}</span> },
  ];
  return (
    <>
      <RecordTable
        caption={t('reference.codeList', { table })}
        rows={shown}
        columns={columns}
        rowKey={({ code }) => code}
      />
      {pager}
    </>
  );
}

function Rules({ rules }: { rules: readonly Rule[] }) {
  const { t, i18n } = useTranslation('admin');
  const { shown, pager } = usePages(rules, 20);
  const today = localDate(new Date());
  const inForce = ({ validFrom, validTo }: Rule): boolean =>
    validFrom <= today && (validTo === null || today < validTo);
  const columns: Column<Rule>[] = [
    {
      key: 'rule',
      header: t('reference.rule'),
      cell: (rule) => (
        <>
          <Code>{rule.key}</Code>{' '}
          {inForce(rule) && (
            <Badge variant="default" tt="none">
              {t('reference.inForce')}
            </Badge>
          )}
        </>
      ),
    },
    { key: 'from', header: t('reference.from'), cell: ({ validFrom }) => showDate(validFrom) },
    { key: 'to', header: t('reference.to'), cell: ({ validTo }) => (validTo === null ? '—' : showDate(validTo)) },
    { key: 'source', header: t('reference.source'), cell: ({ sourceVi }) => <span lang="vi">{sourceVi}</span> },
    {
      key: 'value',
      header: t('reference.value'),
      cell: (rule) => <Value value={rule.value} note={i18n.language === 'en' ? rule.noteEn : rule.noteVi} />,
    },
  ];
  return (
    <>
      <RecordTable
        caption={t('reference.ruleList')}
        rows={shown}
        columns={columns}
        rowKey={({ key, validFrom }) => `${key} ${validFrom}`}
      />
      {pager}
    </>
  );
}

function Value({ value, note }: { value: unknown; note: string | null }) {
  const { t } = useTranslation('admin');
  return (
    <>
      {note !== null && <Text size="sm">{note}</Text>}
      <details>
        <summary>{t('reference.showValue')}</summary>
        <Code block tabIndex={0} role="region" aria-label={t('reference.value')} style={{ maxHeight: 320 }}>
          {JSON.stringify(value, null, 2)}
        </Code>
      </details>
    </>
  );
}
