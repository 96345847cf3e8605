import { LuutruProblem, LuutruUnreachable } from '@luutru/client';
import { Alert, Button, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { issueText } from '../forms/problem-errors';
import { useLanguage } from '../i18n/use-language';
import { NoRight, Offline } from './states';

interface ProblemProps {
  readonly error: unknown;
  readonly retry?: () => void;
  /** Pointers of faults that are shown beside their fields already. */
  readonly shown?: (pointer: string) => boolean;
}

/** Whatever went wrong with a request, as its state: no network, no right, or the problem in words. */
export function Problem({ error, retry, shown = () => false }: ProblemProps) {
  const { t } = useTranslation('common');
  const language = useLanguage();
  if (error === null || error === undefined) return null;
  if (error instanceof LuutruUnreachable) return <Offline {...(retry && { retry })} />;
  if (!(error instanceof LuutruProblem)) return <Unexpected retry={retry} />;
  if (error.code === 'permission-missing') return <NoRight />;
  const { title } = error.problem as { title?: string };
  const issues = error.errors.filter(({ pointer }) => !shown(pointer));
  // Everything stands beside the fields already.
  const marked = issues.length === 0 && error.errors.length > 0;
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={title} role="alert">
      <Stack gap="xs" align="flex-start">
        {issues.length === 0 && (marked ? t('states.marked') : error.detail)}
        {issues.length > 0 && (
          <List size="sm">
            {issues.map((issue) => (
              <List.Item key={`${issue.pointer} ${issue.code}`}>{issueText(issue, language)}</List.Item>
            ))}
          </List>
        )}
        {!marked && error.traceId !== '' && (
          <Text size="xs" c="dimmed">
            {t('states.trace')} <code>{error.traceId}</code>
          </Text>
        )}
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('states.retry')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function Unexpected({ retry }: { retry: (() => void) | undefined }) {
  const { t } = useTranslation('common');
  return (
    <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('states.unexpected')} role="alert">
      <Stack gap="xs" align="flex-start">
        {t('states.unexpectedHint')}
        <Button size="xs" variant="default" onClick={retry ?? (() => window.location.reload())}>
          {t(retry ? 'states.retry' : 'states.reload')}
        </Button>
      </Stack>
    </Alert>
  );
}
