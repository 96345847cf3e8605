import type { Output } from '@luutru/client';
import { Alert, Button, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconArrowLeft, IconCircleCheck, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { api } from '../../../api/client';
import { Page } from '../../../app/page';
import { QrCode } from '../../../app/qr-code';
import { useLanguage } from '../../../i18n/use-language';
import { Facts } from '../../../lists/facts';
import { Answer } from '../../../states/answer';
import { Problem } from '../../../states/problem';
import { tell } from '../../../states/tell';

const route = getRouteApi('/frame/my-stays/$stayId/receipt');

/** The receipt of a stay: to show, to print, to check. */
export function MyReceiptPage() {
  const { t } = useTranslation('self');
  const { stayId } = route.useParams();
  const query = useQuery(ask('getOwnReceipt', { path: { stayId } }));
  return (
    <Page
      title={t('receipt.title')}
      actions={
        <Button
          component={Link}
          to={`/my-stays/${stayId}`}
          variant="subtle"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
        >
          {t('receipt.back')}
        </Button>
      }
    >
      <Answer query={query}>{(receipt) => <Receipt stayId={stayId} receipt={receipt} />}</Answer>
    </Page>
  );
}

function Receipt({ stayId, receipt: { receipt, lines } }: { stayId: string; receipt: Output<'getOwnReceipt'> }) {
  const { t } = useTranslation('self');
  const language = useLanguage();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(receipt);
    tell(t('receipt.copied'));
  };
  return (
    <>
      <Paper withBorder p="md" component="section" aria-label={t('receipt.content')}>
        <Facts facts={lines.map(({ label, value }) => [label[language], value[language]] as const)} />
      </Paper>
      <Signature receipt={receipt} />
      <Group>
        <Button
          component="a"
          href={`/v1/self/stays/${stayId}/receipt.pdf`}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconPrinter size={18} aria-hidden />}
        >
          {t('receipt.print')}
        </Button>
      </Group>
      <Paper withBorder p="md">
        <Stack align="flex-start" gap="sm">
          <Text>{t('receipt.qrHint')}</Text>
          <QrCode text={`${window.location.origin}/v1/receipts/verify#${receipt}`} label={t('receipt.qr')} size={260} />
          <Title order={2} size="h5">
            {t('receipt.code')}
          </Title>
          <Code block w="100%" style={{ whiteSpace: 'pre-wrap', wordBreak: 'break-all' }}>
            {receipt}
          </Code>
          <Button variant="default" size="sm" onClick={() => void copy()}>
            {t('receipt.copy')}
          </Button>
        </Stack>
      </Paper>
    </>
  );
}

function Signature({ receipt }: { receipt: string }) {
  const { t } = useTranslation('self');
  const language = useLanguage();
  const check = useMutation({ mutationFn: () => api.verifyReceipt({ body: { receipt } }) });
  return (
    <Stack gap="xs" align="flex-start" aria-live="polite">
      <Button
        variant="default"
        leftSection={<IconCircleCheck size={18} aria-hidden />}
        loading={check.isPending}
        onClick={() => check.mutate()}
      >
        {t('receipt.verify')}
      </Button>
      <Problem error={check.error} />
      {check.data &&
        (check.data.valid ? (
          <Text fw={600}>{t('receipt.valid')}</Text>
        ) : (
          <Alert color="red" title={t('receipt.invalid')}>
            {check.data.reason?.[language]}
          </Alert>
        ))}
    </Stack>
  );
}
