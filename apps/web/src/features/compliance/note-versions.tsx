import { Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../api/ask';
import { Problem } from '../../states/problem';
import { Loading } from '../../states/states';
import { NoteWords } from './note-words';

/** Every version of a note, the newest first: none is ever changed. */
export function NoteVersions({ noteId, order }: { noteId: string; order: 3 | 4 }) {
  const { t } = useTranslation('compliance');
  const query = useQuery(ask('getNote', { path: { noteId } }));
  if (query.isPending) return <Loading />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  return (
    <Stack gap="xs">
      {query.data.versions.map((version) => (
        <section key={version.version}>
          <Title order={order} size="h6">
            {t('notes.version', { version: version.version, action: t(`noteAction.${version.action}`) })}
          </Title>
          <NoteWords note={version} />
        </section>
      ))}
    </Stack>
  );
}
