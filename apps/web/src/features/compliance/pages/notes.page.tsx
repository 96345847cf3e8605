import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { Page } from '../../../app/page';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { CompliancePages } from '../compliance-pages';
import { NoteCard } from '../note-card';

const [FIRST, ALL] = [25, 200];

/** Notes on visits in the whole area, the newest first. They are written at the facility. */
export function NotesPage() {
  const { t } = useTranslation('compliance');
  const [limit, setLimit] = useState(FIRST);
  const query = useQuery(ask('listNotes', { query: { limit } }));
  const notes = query.data?.notes ?? [];
  return (
    <Page title={t('notes.title')} hint={t('notes.hint')} actions={<CompliancePages />}>
      {query.isPending && <Loading />}
      {query.isError && <Problem error={query.error} retry={() => void query.refetch()} />}
      {query.data && notes.length === 0 && <Empty title={t('notes.none')}>{t('notes.noneHint')}</Empty>}
      <Stack gap="sm">
        {notes.map((note) => (
          <NoteCard key={note.noteId} note={note} withFacility />
        ))}
      </Stack>
      {notes.length === FIRST && limit === FIRST && (
        <Button variant="default" onClick={() => setLimit(ALL)}>
          {t('notes.more')}
        </Button>
      )}
      {notes.length === ALL && <Text size="sm">{t('notes.latest', { count: ALL })}</Text>}
    </Page>
  );
}
