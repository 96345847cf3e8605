import { Button, Group, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { Problem } from '../../states/problem';
import { Empty, Loading } from '../../states/states';
import { NoteCard } from './note-card';
import { NoteForm } from './note-form';

/** Notes on visits to one facility, and a new one. */
export function FacilityNotes({ facilityId }: { facilityId: string }) {
  const { t } = useTranslation('compliance');
  const [writing, setWriting] = useState(false);
  const query = useQuery(ask('listNotes', { query: { facilityId, limit: 100 } }));
  return (
    <Stack gap="sm" component="section">
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('notes.title')}
        </Title>
        <Button variant={writing ? 'default' : 'filled'} aria-expanded={writing} onClick={() => setWriting(!writing)}>
          {t('notes.write')}
        </Button>
      </Group>
      {writing && <NoteForm facilityId={facilityId} onDone={() => setWriting(false)} />}
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data?.notes.length === 0 && !writing && <Empty title={t('notes.none')} />}
      {query.data?.notes.map((note) => (
        <NoteCard key={note.noteId} note={note} />
      ))}
    </Stack>
  );
}
