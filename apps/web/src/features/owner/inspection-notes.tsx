import type { Output } from '@luutru/client';
import { Button, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { api } from '../../api/client';
import { useCodeNames } from '../../api/code-names';
import { Section } from '../../app/section';
import { FormDialog } from '../../forms/form-dialog';
import { showDate, showDayAndTime } from '../../i18n/format';
import { usePages } from '../../lists/use-pages';
import { Answer } from '../../states/answer';
import { tell } from '../../states/tell';

type Note = Output<'listOwnNotes'>['notes'][number];

/** What the police wrote of its visits and let the facility see, and the facility's answers. */
export function InspectionNotes({ facilityId }: { facilityId: string }) {
  const { t } = useTranslation('owner');
  const query = useQuery(ask('listOwnNotes', { path: { facility: facilityId } }));
  const [answering, setAnswering] = useState<Note | null>(null);
  return (
    <Section title={t('standing.notes')}>
      <Answer query={query} empty={({ notes }) => notes.length === 0 && <Text>{t('standing.noNotes')}</Text>}>
        {({ notes }) => <NoteList notes={notes} onAnswer={setAnswering} />}
      </Answer>
      {answering && <AnswerDialog facilityId={facilityId} note={answering} onClose={() => setAnswering(null)} />}
    </Section>
  );
}

function NoteList({ notes, onAnswer }: { notes: readonly Note[]; onAnswer: (note: Note) => void }) {
  const { shown, pager } = usePages(notes, 10);
  return (
    <>
      {shown.map((note) => (
        <NoteCard key={note.noteId} note={note} onAnswer={() => onAnswer(note)} />
      ))}
      {pager}
    </>
  );
}

function NoteCard({ note, onAnswer }: { note: Note; onAnswer: () => void }) {
  const { t } = useTranslation('owner');
  const { nameOf } = useCodeNames('inspection-finding');
  const day = showDate(note.visitedOn);
  return (
    <Paper withBorder p="md" component="article" aria-label={t('standing.visited', { day })}>
      <Stack gap="xs" align="flex-start">
        <Title order={3} size="h5">
          {t('standing.visited', { day })}
        </Title>
        {note.withdrawn && <Text size="sm">{t('standing.withdrawn')}</Text>}
        {note.findings.length > 0 && <Text size="sm">{note.findings.map(nameOf).join('; ')}</Text>}
        {note.notDeclared !== null && <Text size="sm">{t('standing.notDeclared', { count: note.notDeclared })}</Text>}
        <Text style={{ whiteSpace: 'pre-wrap' }}>{note.text}</Text>
        {note.answers.map(({ answeredAt, text }) => (
          <div key={answeredAt}>
            <Text size="sm" c="dimmed">
              {t('standing.answered', { at: showDayAndTime(answeredAt) })}
            </Text>
            <Text style={{ whiteSpace: 'pre-wrap' }}>{text}</Text>
          </div>
        ))}
        {!note.withdrawn && (
          <Button variant="default" size="sm" aria-label={`${t('standing.answer')}: ${day}`} onClick={onAnswer}>
            {t('standing.answer')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

function AnswerDialog({ facilityId, note, onClose }: { facilityId: string; note: Note; onClose: () => void }) {
  const { t } = useTranslation('owner');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { text: '' } });
  return (
    <FormDialog
      title={t('standing.answerTitle', { day: showDate(note.visitedOn) })}
      form={form}
      send={({ text }) =>
        api.answerNote({ path: { facility: facilityId, noteId: note.noteId }, body: { version: note.version, text } })
      }
      onDone={() => {
        tell(t('standing.answerSent'));
        void queries.invalidateQueries({ queryKey: ['listOwnNotes'] });
        onClose();
      }}
      onClose={onClose}
      action={t('standing.answer')}
    >
      <Textarea label={t('standing.answerText')} rows={5} required data-autofocus {...form.getInputProps('text')} />
    </FormDialog>
  );
}
