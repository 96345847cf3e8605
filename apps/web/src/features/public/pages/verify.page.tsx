import type { Output } from '@luutru/client';
import { Alert, Anchor, Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCamera, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { Page } from '../../../app/page';
import { useSubmit } from '../../../forms/use-submit';
import { useLanguage } from '../../../i18n/use-language';
import { Facts } from '../../../lists/facts';
import { Problem } from '../../../states/problem';

// The reader of QR codes is large: it comes when somebody wants to scan.
const CameraScanner = lazy(() =>
  import('../../check-in/scan/camera-scanner').then((module) => ({ default: module.CameraScanner })),
);

type Verified = Output<'verifyReceipt'>;

/** The receipt in what was pasted: the code itself, or the address that holds it behind its `#`. */
const receiptIn = (text: string): string => text.trim().split('#').at(-1)?.trim() ?? '';

/** Whether a receipt is genuine, for whoever holds one. */
export function VerifyPage() {
  const { t } = useTranslation('public');
  const [verified, setVerified] = useState<Verified | null>(null);
  const [scanning, setScanning] = useState(false);
  const form = useForm({
    initialValues: { receipt: '' },
    validate: { receipt: (text) => (receiptIn(text) === '' ? t('verify.missing') : null) },
    onValuesChange: () => setVerified(null),
  });
  const submit = useSubmit(
    form,
    ({ receipt }) => api.verifyReceipt({ body: { receipt: receiptIn(receipt) } }),
    setVerified,
  );
  const check = (text: string): void => {
    form.setFieldValue('receipt', text);
    submit.ref.current?.requestSubmit();
  };
  useEffect(() => {
    const given = decodeURIComponent(window.location.hash.slice(1));
    if (given === '') return;
    // It has come to where it was meant for; the address bar and the history need not keep it.
    window.history.replaceState(window.history.state, '', window.location.pathname);
    check(given);
    // What the page was opened with, once.
  }, []);
  return (
    <Page title={t('verify.title')} hint={t('verify.hint')}>
      <form ref={submit.ref} onSubmit={submit.onSubmit} noValidate>
        <Stack align="flex-start">
          <Textarea
            label={t('verify.code')}
            description={t('verify.codeHint')}
            rows={4}
            w="100%"
            maxLength={5_000}
            autoComplete="off"
            spellCheck={false}
            {...form.getInputProps('receipt')}
          />
          <Problem error={submit.error} shown={submit.shown} />
          <Group>
            <Button type="submit" loading={submit.isPending}>
              {t('verify.check')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconCamera size={18} aria-hidden />}
              onClick={() => setScanning(true)}
            >
              {t('verify.scan')}
            </Button>
          </Group>
        </Stack>
      </form>
      <Suspense>
        {scanning && (
          <CameraScanner
            title={t('verify.scan')}
            hint={t('verify.scanHint')}
            onText={(text) => {
              setScanning(false);
              check(text);
            }}
            onClose={() => setScanning(false)}
          />
        )}
      </Suspense>
      <div role="status">{verified && <Result verified={verified} />}</div>
      <Paper withBorder p="md">
        <Title order={2} size="h4">
          {t('verify.howTitle')}
        </Title>
        <Text>{t('verify.how')}</Text>
        <Anchor href="/.well-known/jwks.json" size="sm">
          {t('verify.keys')}
        </Anchor>
      </Paper>
    </Page>
  );
}

function Result({ verified: { valid, reason, keyId, facilityCode, lines } }: { verified: Verified }) {
  const { t } = useTranslation('public');
  const language = useLanguage();
  if (!valid) {
    return (
      <Alert color="red" icon={<IconCircleX aria-hidden />} title={t('verify.invalid')}>
        {reason?.[language]}
      </Alert>
    );
  }
  return (
    <Alert color="pine" icon={<IconCircleCheck aria-hidden />} title={t('verify.valid')}>
      <Stack gap="sm">
        {t('verify.validHint')}
        <Facts
          facts={[
            [t('verify.facility'), facilityCode],
            ...lines.map(({ label, value }) => [label[language], value[language]] as const),
            [t('verify.key'), keyId],
          ]}
        />
      </Stack>
    </Alert>
  );
}
