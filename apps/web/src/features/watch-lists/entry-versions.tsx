import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../states/problem';
import { Loading } from '../../states/states';
import { useLook } from '../police/look';
import { EntryFacts } from './entry-facts';
import { VersionLine } from './list-versions';

/** Every version of an entry, the newest first. */
export function EntryVersions({ listId, entryId }: { listId: string; entryId: string }) {
  const { t } = useTranslation('watch-lists');
  const query = useLook('getWatchListEntry', { path: { listId, entryId } });
  if (query.isPending) return <Loading label={t('loadingVersions')} />;
  if (query.isError) return <Problem error={query.error} retry={() => void query.refetch()} />;
  return (
    <Stack gap="sm">
      {query.data.versions
        .slice()
        .reverse()
        .map((version) => (
          <section key={version.version}>
            <VersionLine version={version} />
            <EntryFacts entry={version.entry} withName />
          </section>
        ))}
    </Stack>
  );
}
