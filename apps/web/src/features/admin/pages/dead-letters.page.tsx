import type { Input, Output } from '@luutru/client';
import { Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { api } from '../../../api/client';
import { may } from '../../../api/session';
import { Page } from '../../../app/page';
import { useSession } from '../../../app/session-context';
import { ConfirmDialog } from '../../../forms/confirm-dialog';
import { showMoment, showNumber } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import { type Column, RecordTable } from '../../../lists/record-table';
import { useFurther } from '../../../lists/use-further';
import { Answer } from '../../../states/answer';
import { Empty } from '../../../states/states';
import { tell } from '../../../states/tell';

type Letter = Output<'listDeadLetters'>['letters'][number];
type Body = Input<'replayDeadLetters'>['body'];
type Topic = NonNullable<Body['topic']>;

const TOPICS: readonly Topic[] = ['population', 'kbtt', 'screening'];
const isTopic = (text: unknown): text is Topic => (TOPICS as readonly unknown[]).includes(text);

/** What could not be delivered, why, and putting it back. */
export function DeadLettersPage() {
  const { t } = useTranslation('admin');
  const { topic: asked }: { topic?: unknown } = useSearch({ strict: false });
  const [topic, setTopic] = useState<Topic>(isTopic(asked) ? asked : 'population');
  const [code, setCode] = useState('');
  const [typed, setTyped] = useState('');
  const filter = (event: FormEvent): void => {
    event.preventDefault();
    setCode(typed.trim());
  };
  return (
    <Page
      title={t('dead.title')}
      hint={t('dead.hint')}
      actions={
        <Button component={Link} to="/delivery" variant="subtle" leftSection={<IconArrowLeft size={18} aria-hidden />}>
          {t('dead.back')}
        </Button>
      }
    >
      <form onSubmit={filter}>
        <Group align="flex-end">
          <NativeSelect
            label={t('dead.topic')}
            value={topic}
            onChange={({ currentTarget }) => isTopic(currentTarget.value) && setTopic(currentTarget.value)}
            data={TOPICS.map((value) => ({ value, label: t(`delivery.topic.${value}`) }))}
          />
          <TextInput
            label={t('dead.code')}
            placeholder={t('dead.codeHint')}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {t('dead.filter')}
          </Button>
        </Group>
      </form>
      <Letters key={`${topic} ${code}`} topic={topic} code={code} />
    </Page>
  );
}

function Letters({ topic, code }: { topic: Topic; code: string }) {
  const { t } = useTranslation('admin');
  const list = useFurther('listDeadLetters', { query: { topic, limit: 50, ...(code !== '' && { code }) } });
  const [replaying, setReplaying] = useState<Letter | 'all' | null>(null);
  const manages = may(useSession(), 'delivery.manage');
  return (
    <>
      <Answer
        query={list}
        empty={(pages) =>
          pages[0]?.letters.length === 0 && <Empty title={t('dead.empty')}>{t('dead.emptyHint')}</Empty>
        }
      >
        {(pages) => (
          <>
            {manages && (
              <Group>
                <Button onClick={() => setReplaying('all')}>{t('dead.replayAll')}</Button>
              </Group>
            )}
            <LetterTable letters={pages.flatMap(({ letters }) => letters)} onReplay={manages ? setReplaying : null} />
          </>
        )}
      </Answer>
      {list.more}
      {replaying !== null && (
        <ReplayDialog
          selection={
            replaying === 'all'
              ? { topic, ...(code === '' ? { all: true } : { code }) }
              : { topic, outboxId: replaying.outboxId }
          }
          all={replaying === 'all'}
          onClose={() => setReplaying(null)}
        />
      )}
    </>
  );
}

interface LetterTableProps {
  readonly letters: readonly Letter[];
  readonly onReplay: ((letter: Letter) => void) | null;
}

function LetterTable({ letters, onReplay }: LetterTableProps) {
  const { t } = useTranslation('admin');
  const columns: Column<Letter>[] = [
    { key: 'event', header: t('dead.event'), cell: ({ event }) => t(`dead.${event}`) },
    { key: 'facility', header: t('dead.facility'), cell: ({ facilityCode }) => facilityCode },
    { key: 'why', header: t('dead.why'), cell: ({ code }) => <Why code={code} /> },
    { key: 'since', header: t('dead.since'), cell: ({ since }) => showMoment(since) },
    { key: 'attempts', header: t('dead.attempts'), cell: ({ attempts }) => showNumber(attempts) },
    {
      key: 'blocking',
      header: t('dead.blocking'),
      cell: ({ blocking }) => (blocking === 0 ? '0' : t('dead.blockingOf', { count: blocking })),
    },
    ...(onReplay
      ? [
          {
            key: 'actions',
            header: '',
            cell: (letter: Letter) => (
              <Button
                variant="default"
                size="xs"
                aria-label={`${t('dead.replay')}: ${letter.facilityCode}, ${t(`dead.${letter.event}`)}, ${showMoment(letter.since)}`}
                onClick={() => onReplay(letter)}
              >
                {t('dead.replay')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return <RecordTable caption={t('dead.list')} rows={letters} columns={columns} rowKey={({ outboxId }) => outboxId} />;
}

/** What a code means and what to do about it: one of the receiver's, or one that the catalogue of problems explains. */
function Why({ code }: { code: string }) {
  const { t, i18n } = useTranslation('admin');
  const language = useLanguage();
  const key = `dead.codes.${code}`;
  const ours = !i18n.exists(`admin:${key}`);
  const { data } = useQuery({ ...ask('explainProblem', { path: { code } }), staleTime: Infinity, enabled: ours });
  return (
    <>
      {ours ? (data?.title[language] ?? code) : t(key)}
      <Text size="xs" c="dimmed">
        {data ? `${data.detail[language]} (${code})` : code}
      </Text>
    </>
  );
}

interface ReplayDialogProps {
  readonly selection: Body;
  readonly all: boolean;
  readonly onClose: () => void;
}

function ReplayDialog({ selection, all, onClose }: ReplayDialogProps) {
  const { t } = useTranslation('admin');
  const queries = useQueryClient();
  return (
    <ConfirmDialog
      title={t(all ? 'dead.replayAllTitle' : 'dead.replayTitle')}
      hint={t('dead.replayHint')}
      action={t('dead.replay')}
      send={() => api.replayDeadLetters({ body: selection })}
      onDone={({ events, stays, more }) => {
        tell(`${t('dead.replayed', { events, stays })}${more ? ` ${t('dead.more')}` : ''}`);
        for (const key of ['listDeadLetters', 'deliveryStatus']) void queries.invalidateQueries({ queryKey: [key] });
        onClose();
      }}
      onClose={onClose}
    />
  );
}
