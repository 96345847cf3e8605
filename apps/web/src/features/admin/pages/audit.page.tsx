import type { Output } from '@luutru/client';
import { localDate } from '@luutru/calendar';
import { Button, Code, Group, Modal, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../../api/code-names';
import { may } from '../../../api/session';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session-context';
import { showDayAndTime, showNumber } from '../../../i18n/format';
import { Facts } from '../../../lists/facts';
import { type Column, RecordTable } from '../../../lists/record-table';
import { useFurther } from '../../../lists/use-further';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { AuditVerification } from '../audit-verification';

type Entry = Output<'listAuditEntries'>['entries'][number];

interface Filter {
  readonly from: string;
  readonly to: string;
  readonly actorId: string;
  readonly action: string;
  readonly subjectId: string;
}

/** Every change and every look, and proof that none was altered. */
export function AuditPage() {
  const { t } = useTranslation('admin');
  const session = useSession();
  const today = localDate(new Date());
  const [filter, setFilter] = useState<Filter>({ from: today, to: today, actorId: '', action: '', subjectId: '' });
  return (
    <Page title={t('audit.title')} hint={t('audit.hint')}>
      <Filters filter={filter} onFilter={setFilter} />
      {may(session, 'audit.verify') && (
        <AuditVerification key={`${filter.from} ${filter.to}`} from={filter.from} to={filter.to} />
      )}
      <Entries filter={filter} />
    </Page>
  );
}

function Filters({ filter, onFilter }: { filter: Filter; onFilter: (filter: Filter) => void }) {
  const { t } = useTranslation('admin');
  const form = useForm({ initialValues: filter });
  return (
    <form role="search" aria-label={t('audit.filters')} onSubmit={form.onSubmit((values) => onFilter(values))}>
      <Group align="flex-end">
        <TextInput type="date" label={t('audit.from')} required {...form.getInputProps('from')} />
        <TextInput type="date" label={t('audit.to')} required {...form.getInputProps('to')} />
        <TextInput
          label={t('audit.action')}
          placeholder={t('audit.actionHint')}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('action')}
        />
        <TextInput label={t('audit.actor')} autoComplete="off" spellCheck={false} {...form.getInputProps('actorId')} />
        <TextInput
          label={t('audit.subject')}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('subjectId')}
        />
        <Button type="submit">{t('audit.search')}</Button>
      </Group>
    </form>
  );
}

function Entries({ filter }: { filter: Filter }) {
  const { t } = useTranslation('admin');
  const given = Object.fromEntries(
    Object.entries(filter).flatMap(([name, text]: [string, string]) =>
      text.trim() === '' ? [] : [[name, text.trim()]],
    ),
  );
  const list = useFurther('listAuditEntries', { query: { ...given, limit: 50 } });
  const [shown, setShown] = useState<Entry | null>(null);
  return (
    <>
      <Answer
        query={list}
        empty={(pages) =>
          pages[0]?.entries.length === 0 && <Empty title={t('audit.empty')}>{t('audit.emptyHint')}</Empty>
        }
      >
        {(pages) => <EntryTable entries={pages.flatMap(({ entries }) => entries)} onOpen={setShown} />}
      </Answer>
      {list.more}
      {shown && <EntryDialog entry={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function EntryTable({ entries, onOpen }: { entries: readonly Entry[]; onOpen: (entry: Entry) => void }) {
  const { t } = useTranslation('admin');
  const columns: Column<Entry>[] = [
    { key: 'at', header: t('audit.at'), cell: ({ at }) => showDayAndTime(at) },
    {
      key: 'who',
      header: t('audit.who'),
      cell: ({ actorKind, actorId }) => `${t(`audit.kinds.${actorKind}`)} ${actorId.slice(-8)}`,
    },
    { key: 'what', header: t('audit.what'), cell: ({ action }) => <Code>{action}</Code> },
    {
      key: 'on',
      header: t('audit.on'),
      cell: ({ subjectKind, subjectId }) => `${subjectKind} ${subjectId?.slice(-8) ?? ''}`,
    },
    { key: 'rows', header: t('audit.rows'), cell: ({ rowCount }) => (rowCount === null ? '' : showNumber(rowCount)) },
    {
      key: 'actions',
      header: '',
      cell: (entry) => (
        <Button
          variant="default"
          size="xs"
          aria-label={`${t('audit.detail')}: ${entry.action}, ${showDayAndTime(entry.at)}`}
          onClick={() => onOpen(entry)}
        >
          {t('audit.detail')}
        </Button>
      ),
    },
  ];
  return <RecordTable caption={t('audit.list')} rows={entries} columns={columns} rowKey={({ auditId }) => auditId} />;
}

function EntryDialog({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const { nameOf } = useCodeNames('look-purpose');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('audit.detail')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('audit.close') }}
    >
      <Facts
        facts={[
          [t('audit.at'), entry.at],
          [t('audit.who'), `${t(`audit.kinds.${entry.actorKind}`)} ${entry.actorId}`],
          [t('audit.what'), <Code key="action">{entry.action}</Code>],
          [t('audit.on'), `${entry.subjectKind} ${entry.subjectId ?? ''}`],
          [t('audit.facility'), entry.facilityId],
          [t('audit.purpose'), entry.purpose && nameOf(entry.purpose)],
          [t('audit.rows'), entry.rowCount],
          [t('audit.detail'), entry.detail && <Code key="detail">{JSON.stringify(entry.detail)}</Code>],
        ]}
      />
    </Modal>
  );
}
