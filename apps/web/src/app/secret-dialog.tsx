import { Button, Code, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SecretDialogProps {
  readonly title: string;
  readonly hint: string;
  readonly secret: string;
  readonly onKept: () => void;
}

/** Something that is shown once, until the person says that they have it. It lives in this dialog and nowhere else. */
export function SecretDialog({ title, hint, secret, onKept }: SecretDialogProps) {
  const { t } = useTranslation('common');
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      title={title}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
    >
      <Stack>
        <Text size="sm">{hint}</Text>
        <Code block fz="md" style={{ whiteSpace: 'pre-wrap', wordBreak: 'break-all' }}>
          {secret}
        </Code>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void copy()} aria-live="polite">
            {t(copied ? 'secret.copied' : 'secret.copy')}
          </Button>
          <Button onClick={onKept} data-autofocus>
            {t('secret.kept')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
