import { Alert, Anchor, Badge, Button, Group, List, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCloudUpload, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFacilities } from '../../../api/facility';
import { showMoment } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import type { Accepted, Declared, DeclaredStay, Kept } from './declared';

// After the first receipt, not before the first scan.
const QrCode = lazy(() => import('../../../app/qr-code').then((module) => ({ default: module.QrCode })));

const verifyLink = (receipt: string): string => `${window.location.origin}/v1/receipts/verify#${receipt}`;

/** What was declared, for the guest and for the record: on the screen, to print, as QR code that anyone can check. */
export function ReceiptPanel({ declared }: { declared: Declared }) {
  return declared.kind === 'kept' ? <KeptPanel kept={declared} /> : <AcceptedPanel declared={declared} />;
}

function KeptPanel({ kept }: { kept: Kept }) {
  const { t } = useTranslation('check-in');
  return (
    <Alert
      color="orange"
      icon={<IconCloudUpload aria-hidden />}
      title={t('kept.title', { count: kept.names.length })}
      role="status"
    >
      <Text size="sm">{kept.names.join(', ')}</Text>
      <Text size="sm">{t('kept.hint', { at: showMoment(kept.enteredAt) })}</Text>
    </Alert>
  );
}

function AcceptedPanel({ declared }: { declared: Accepted }) {
  const { t } = useTranslation('check-in');
  const [first] = declared.stays;
  if (!first) return null;
  const { late } = first.stay;
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="receipt-title" className="receipt">
      <Stack gap="sm">
        <Group gap="sm" wrap="nowrap" align="flex-start" role="status">
          <IconCircleCheck size={32} aria-hidden className="accepted" />
          <div>
            <Title order={2} size="h4" id="receipt-title">
              {t('receipt.title', { count: declared.stays.length })}
            </Title>
            <Text size="sm">
              {t(late ? 'receipt.late' : 'receipt.onTime', {
                place: declared.place ?? t('receipt.room', { room: declared.room || '–' }),
                at: showMoment(first.stay.declaredAt),
                due: showMoment(first.stay.dueAt),
              })}
            </Text>
          </div>
        </Group>
        <Group align="flex-start" justify="space-between">
          <List listStyleType="none" spacing="xs">
            {declared.stays.map(({ name, stay }) => (
              <List.Item key={stay.stayId}>
                <ReceiptLine name={name} stay={stay} />
              </List.Item>
            ))}
          </List>
          <Suspense fallback={<div style={{ width: 196, height: 196 }} />}>
            <QrCode text={verifyLink(first.stay.receipt)} label={t('receipt.qr', { name: first.name })} size={196} />
          </Suspense>
        </Group>
        <Group className="no-print">
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {t('receipt.print')}
          </Button>
        </Group>
      </Stack>
      <PrintedReceipts declared={declared} />
    </Paper>
  );
}

function ReceiptLine({ name, stay }: { name: string; stay: DeclaredStay }) {
  const { t } = useTranslation('check-in');
  const language = useLanguage();
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Anchor component={Link} to={`/stays/${stay.stayId}`}>
          {name}
        </Anchor>
        {stay.late && (
          <Badge color="orange" variant="light" tt="none">
            {t('receipt.lateBadge')}
          </Badge>
        )}
        <Anchor
          href={stay.links.receipt}
          target="_blank"
          rel="noopener"
          size="sm"
          aria-label={t('receipt.pdfOf', { name })}
        >
          PDF
        </Anchor>
      </Group>
      {stay.warnings.map(({ code, message, fix }) => (
        <Alert key={code} color="orange" p="xs">
          {message[language]}. {fix[language]}.
        </Alert>
      ))}
    </Stack>
  );
}

/** One receipt a person on paper, each with its own code. */
function PrintedReceipts({ declared }: { declared: Accepted }) {
  const { t } = useTranslation('check-in');
  const { facility } = useFacilities();
  return (
    <div className="only-print" aria-hidden>
      {declared.stays.map(({ name, stay }) => (
        <Group key={stay.stayId} wrap="nowrap" py="md" className="printed-receipt">
          <Suspense>
            <QrCode text={verifyLink(stay.receipt)} label="" size={170} />
          </Suspense>
          <div>
            <Text size="sm">{facility?.name}</Text>
            <Text size="lg">{t('receipt.paper')}</Text>
            <Text fw={700}>{name}</Text>
            <Text>
              {t('receipt.onTime', {
                place: declared.place ?? t('receipt.room', { room: declared.room || '–' }),
                at: showMoment(stay.declaredAt),
                due: showMoment(stay.dueAt),
              })}
            </Text>
            <Text size="xs">{stay.stayId}</Text>
          </div>
        </Group>
      ))}
    </div>
  );
}
