import type { Output } from '@luutru/client';
import { LuutruProblem } from '@luutru/client';
import {
  Alert,
  Anchor,
  Button,
  Checkbox,
  FileInput,
  Group,
  List,
  Paper,
  Stack,
  Table,
  Text,
  Title,
} from '@mantine/core';
import { IconFileSpreadsheet, IconInfoCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { issueText } from '../../forms/problem-errors';
import { showNumber } from '../../i18n/format';
import { useLanguage } from '../../i18n/use-language';
import { Problem } from '../../states/problem';
import { Tag } from '../police/tag';

type Result = Output<'importWatchListEntries'>;

interface ImportProps {
  readonly listId: string;
  readonly onProposed: (proposalId: string) => void;
}

/** A file of entries: first what it would change and what is wrong row by row, then one proposal of it all. */
export function ImportEntries({ listId, onProposed }: ImportProps) {
  const { t } = useTranslation('watch-lists');
  const language = useLanguage();
  const [file, setFile] = useState<File | null>(null);
  const [complete, setComplete] = useState(false);
  const send = useMutation({
    mutationFn: async (mode: 'preview' | 'propose') => {
      if (!file) throw new Error('No file is chosen');
      return api.importWatchListEntries({
        path: { listId },
        query: { mode, complete: complete ? 'true' : 'false' },
        body: await file.arrayBuffer(),
      });
    },
    onSuccess: ({ proposalId }) => {
      if (proposalId === null) return;
      setFile(null);
      onProposed(proposalId);
    },
  });
  const preview = send.data?.proposalId === null ? send.data : undefined;
  return (
    <Stack gap="md">
      <Paper withBorder p="md">
        <Stack gap="sm">
          <Text size="sm">
            {t('import.hint')}{' '}
            <Anchor href={`/v1/watch-lists/entry-template?language=${language}`} underline="always">
              {t('import.template')}
            </Anchor>
          </Text>
          <FileInput
            label={t('import.file')}
            placeholder={t('import.choose')}
            accept=".xlsx,.csv"
            leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
            value={file}
            onChange={(next) => {
              setFile(next);
              send.reset();
            }}
            clearable
            clearButtonProps={{ 'aria-label': t('import.clear') }}
          />
          <Checkbox
            label={t('import.complete')}
            description={t('import.completeHint')}
            checked={complete}
            onChange={(event) => {
              setComplete(event.currentTarget.checked);
              send.reset();
            }}
          />
          <Group>
            <Button
              disabled={!file}
              loading={send.isPending && send.variables === 'preview'}
              onClick={() => send.mutate('preview')}
            >
              {t('import.preview')}
            </Button>
          </Group>
        </Stack>
      </Paper>
      {send.isError && <ImportProblem error={send.error} />}
      {preview && (
        <Preview
          result={preview}
          proposing={send.isPending && send.variables === 'propose'}
          onPropose={() => send.mutate('propose')}
        />
      )}
    </Stack>
  );
}

/** A file that cannot be read at all; faults of rows are in the preview. */
const ImportProblem = ({ error }: { error: unknown }) => (
  <Problem error={error} shown={() => error instanceof LuutruProblem && error.code === 'watch-import-faulty'} />
);

const COUNTS = ['rows', 'added', 'changed', 'same', 'withdrawn', 'faulty'] as const;

function Preview({ result, proposing, onPropose }: { result: Result; proposing: boolean; onPropose: () => void }) {
  const { t } = useTranslation('watch-lists');
  const changes = result.added + result.changed + result.withdrawn;
  return (
    <Stack gap="sm" component="section" aria-label={t('import.result')}>
      <Group gap="lg">
        {COUNTS.map((count) => (
          <div key={count}>
            <Text
              size="xl"
              fw={700}
              c={count === 'faulty' && result.faulty > 0 ? 'var(--mantine-color-error)' : undefined}
            >
              {showNumber(result[count])}
            </Text>
            <Text size="sm">{t(`import.${count}`)}</Text>
          </div>
        ))}
      </Group>
      {result.faulty > 0 && <Faults result={result} />}
      {result.faulty === 0 && changes === 0 && (
        <Alert color="blue" icon={<IconInfoCircle aria-hidden />}>
          {t('import.nothing')}
        </Alert>
      )}
      {result.faulty === 0 && changes > 0 && (
        <>
          <Sample result={result} />
          <Text size="sm">{t('fourEyes')}</Text>
          <Group>
            <Button loading={proposing} onClick={onPropose}>
              {t('import.propose', { count: changes })}
            </Button>
          </Group>
        </>
      )}
    </Stack>
  );
}

function Faults({ result }: { result: Result }) {
  const { t } = useTranslation('watch-lists');
  const language = useLanguage();
  return (
    <Stack gap="xs">
      <Title order={2} size="h5">
        {t('import.faults')}
      </Title>
      <Text size="sm">{t('import.faultsHint')}</Text>
      <Table.ScrollContainer minWidth={320} type="native" tabIndex={0}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('import.row')}</Table.Th>
              <Table.Th>{t('import.column')}</Table.Th>
              <Table.Th>{t('import.fault')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {result.faults.map((fault) => (
              <Table.Tr key={`${String(fault.row)} ${fault.pointer} ${fault.code}`}>
                <Table.Td>{fault.row}</Table.Td>
                <Table.Td>{fault.column}</Table.Td>
                <Table.Td>{issueText(fault, language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}

function Sample({ result }: { result: Result }) {
  const { t } = useTranslation('watch-lists');
  const shown = result.sample.slice(0, 20);
  const more = result.added + result.changed - shown.length;
  return (
    <div>
      <List size="sm">
        {shown.map(({ row, action, name }) => (
          <List.Item key={row}>
            {t('import.sampleRow', { row })}: {name}{' '}
            <Tag tone={action === 'add' ? 'good' : 'info'}>{t(`change.${action}`)}</Tag>
          </List.Item>
        ))}
      </List>
      {more > 0 && (
        <Text size="sm" c="dimmed">
          {t('import.more', { count: more })}
        </Text>
      )}
    </div>
  );
}
