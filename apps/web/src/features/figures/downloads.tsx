import type { Input } from '@luutru/client';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { saveFile } from '../../api/save-file';
import { useLanguage } from '../../i18n/use-language';
import { Problem } from '../../states/problem';
import { useMayTakeFiles } from './may-take-files';

const FORMATS = ['xlsx', 'csv', 'pdf'] as const;
type Format = (typeof FORMATS)[number];
type Question = NonNullable<Input<'getFigures'>['query']>;

/** What the table shows, as the API's own file. */
export function Downloads({ question }: { question: Question }) {
  const { t } = useTranslation('figures');
  return (
    <WhereTaken policy={question.policy}>
      <Files
        label={t('download.figures')}
        fetchFile={async (format, language) =>
          asFile(await api.getFigures({ query: { ...question, format, language } }))
        }
        name="so-lieu"
      />
    </WhereTaken>
  );
}

/** The yearly form of the statistics office. */
export function FormDownloads({ lastDay, policy }: { lastDay: string; policy: string | undefined }) {
  const { t } = useTranslation('figures');
  const latest = Number(lastDay.slice(0, 4));
  const [year, setYear] = useState(String(latest));
  return (
    <WhereTaken policy={policy}>
      <Group align="flex-end" gap="md">
        <NativeSelect
          label={t('download.year')}
          value={year}
          onChange={(event) => setYear(event.currentTarget.value)}
          data={Array.from({ length: 5 }, (_, back) => String(latest - back))}
        />
        <Files
          label={t('download.form', { year })}
          fetchFile={async (format, language) =>
            asFile(
              await api.getForm015n({
                query: { year: Number(year), format, language, ...(policy !== undefined && { policy }) },
              }),
            )
          }
          name={`015n-${year}`}
        />
      </Group>
    </WhereTaken>
  );
}

/** Where the policy lets files be taken away; elsewhere it is said. */
function WhereTaken({ policy, children }: { policy: string | undefined; children: ReactNode }) {
  const { t } = useTranslation('figures');
  const mayTake = useMayTakeFiles(policy);
  if (mayTake === undefined) return null;
  if (mayTake) return children;
  return (
    <Text size="sm" c="dimmed">
      {t('download.closed')}
    </Text>
  );
}

/** The client gives what is not JSON as it came. */
const asFile = (answer: unknown): Response => answer as Response;

interface FilesProps {
  readonly label: string;
  readonly name: string;
  readonly fetchFile: (format: Format, language: 'vi' | 'en') => Promise<Response>;
}

function Files({ label, name, fetchFile }: FilesProps) {
  const { t } = useTranslation('figures');
  const language = useLanguage();
  const saving = useMutation({
    mutationFn: async (format: Format) => saveFile(await fetchFile(format, language), `${name}.${format}`),
  });
  return (
    <div role="group" aria-label={label}>
      <Group gap="xs">
        <Text size="sm">{label}:</Text>
        {FORMATS.map((format) => (
          <Button
            key={format}
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            loading={saving.isPending && saving.variables === format}
            onClick={() => saving.mutate(format)}
          >
            {t(`download.${format}`)}
          </Button>
        ))}
      </Group>
      <Problem error={saving.error} />
    </div>
  );
}
