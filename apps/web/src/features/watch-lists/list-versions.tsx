import type { Output } from '@luutru/client';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showMoment } from '../../i18n/format';
import { ListFacts } from './list-facts';

type Versions = Output<'getWatchList'>['versions'];

interface Signed {
  readonly version: number;
  readonly action: string;
  readonly at: string;
  readonly proposedByName: string | null;
  readonly approvedByName: string | null;
}

/** Which version, what was done, when, and by which two people. */
export function VersionLine({ version }: { version: Signed }) {
  const { t } = useTranslation('watch-lists');
  const { proposedByName: proposer, approvedByName: approver } = version;
  return (
    <>
      <Title order={2} size="h5">
        {t('version', { version: version.version, action: t(`action.${version.action}`) })}
      </Title>
      <Text size="sm" c="dimmed">
        {showMoment(version.at)}
        {proposer !== null && ` · ${t('proposedBy', { name: proposer })}`}
        {approver !== null && ` · ${t('approvedBy', { name: approver })}`}
      </Text>
    </>
  );
}

/** Every version of a list, the newest first. */
export function ListVersions({ versions }: { versions: Versions }) {
  return (
    <Stack gap="sm">
      {versions
        .slice()
        .reverse()
        .map((version) => (
          <Paper withBorder p="sm" key={version.version} component="article">
            <Stack gap="xs">
              <div>
                <VersionLine version={version} />
              </div>
              <ListFacts facts={version.facts} />
            </Stack>
          </Paper>
        ))}
    </Stack>
  );
}
