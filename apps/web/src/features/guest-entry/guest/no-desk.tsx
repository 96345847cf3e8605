import { LuutruProblem } from '@luutru/client';
import { Button, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../states/problem';

interface NoDeskProps {
  readonly error: unknown;
  readonly retry: () => void;
  /** Begins anew, where there is nothing to go on with. */
  readonly onAgain?: () => void;
}

/** The code leads nowhere, or there is no network. */
export function NoDesk({ error, retry, onAgain }: NoDeskProps) {
  const { t } = useTranslation('guest-entry');
  const refused = error instanceof LuutruProblem;
  return (
    <Stack>
      <Title order={1} size="h3">
        {t('title')}
      </Title>
      <Problem error={error} {...(!refused && { retry })} />
      {refused && onAgain && (
        <Button variant="default" onClick={onAgain}>
          {t('again')}
        </Button>
      )}
    </Stack>
  );
}
