import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { showBirthDate, showMoment } from '../../i18n/format';
import { Problem } from '../../states/problem';
import { Tag } from '../police/tag';
import { NoteForm } from './note-form';
import { NoteVersions } from './note-versions';
import { type Note, NoteWords } from './note-words';

type Opened = 'revise' | 'versions';

/** A note on a visit: what was found, what the law says to it, and what the facility answered. */
export function NoteCard({ note, withFacility = false }: { note: Note; withFacility?: boolean }) {
  const { t } = useTranslation('compliance');
  const [opened, setOpened] = useState<Opened | null>(null);
  const { facilityId, facilityName, visitedOn, withdrawn, shared, answers } = note;
  return (
    <Paper withBorder p="sm" component="article">
      <Stack gap="xs">
        <Group gap="xs">
          <Title order={withFacility ? 2 : 3} size="h5">
            {withFacility && (
              <Anchor component={Link} to={`/compliance/facilities/${facilityId}`} inherit underline="always">
                {facilityName}
              </Anchor>
            )}{' '}
            {t('notes.visited', { date: showBirthDate(visitedOn) })}
          </Title>
          {withdrawn && <Tag>{t('notes.withdrawn')}</Tag>}
          <Tag tone={shared ? 'info' : 'plain'}>{t(shared ? 'notes.shared' : 'notes.internal')}</Tag>
        </Group>
        <NoteWords note={note} />
        {answers.map(({ version, text, answeredAt }) => (
          <Text size="sm" key={answeredAt}>
            <strong>{t('notes.answer', { version, at: showMoment(answeredAt) })}</strong> {text}
          </Text>
        ))}
        <Group gap={4}>
          {!withdrawn && (
            <>
              <Toggle value="revise" opened={opened} onChange={setOpened} note={note} />
              {!shared && <Act note={note} action="share" />}
              <Act note={note} action="withdraw" />
            </>
          )}
          <Toggle value="versions" opened={opened} onChange={setOpened} note={note} />
        </Group>
        {opened === 'revise' && <NoteForm facilityId={facilityId} note={note} onDone={() => setOpened(null)} />}
        {opened === 'versions' && <NoteVersions noteId={note.noteId} order={withFacility ? 3 : 4} />}
      </Stack>
    </Paper>
  );
}

interface ToggleProps {
  readonly value: Opened;
  readonly opened: Opened | null;
  readonly onChange: (opened: Opened | null) => void;
  readonly note: Note;
}

function Toggle({ value, opened, onChange, note }: ToggleProps) {
  const { t } = useTranslation('compliance');
  return (
    <Button
      size="xs"
      variant="default"
      aria-expanded={opened === value}
      aria-label={t('notes.of', { action: t(`notes.${value}`), date: showBirthDate(note.visitedOn) })}
      onClick={() => onChange(opened === value ? null : value)}
    >
      {t(`notes.${value}`)}
    </Button>
  );
}

function Act({ note, action }: { note: Note; action: 'share' | 'withdraw' }) {
  const { t } = useTranslation('compliance');
  const client = useQueryClient();
  const { noteId, version } = note;
  const act = useMutation({
    mutationFn: () =>
      action === 'share'
        ? api.shareNote({ path: { noteId }, body: { version } })
        : api.withdrawNote({ path: { noteId }, body: { version } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['listNotes'] }),
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        loading={act.isPending}
        aria-label={t('notes.of', { action: t(`notes.${action}`), date: showBirthDate(note.visitedOn) })}
        onClick={() => act.mutate()}
      >
        {t(`notes.${action}`)}
      </Button>
      {act.isError && <Problem error={act.error} />}
    </>
  );
}
