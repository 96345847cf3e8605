import { Modal, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../api/session';
import { SignInSteps } from '../features/sign-in/sign-in-steps';

/** The session has ended while a page was in use: signing in again over it, so that nothing typed is lost. */
export function SignInAgain({ accountId }: { accountId: string }) {
  const { t } = useTranslation('common');
  const queries = useQueryClient();
  const goOn = async (): Promise<void> => {
    const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    // What the page shows was for somebody else.
    if (session && session.accountId !== accountId) window.location.reload();
    else await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
  };
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={t('again.title')} closeOnEscape={false}>
      <Stack>
        <Text size="sm">{t('again.hint')}</Text>
        <SignInSteps onDone={() => void goOn()} />
      </Stack>
    </Modal>
  );
}
