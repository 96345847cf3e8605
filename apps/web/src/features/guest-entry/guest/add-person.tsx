import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { IconCamera, IconKeyboard, IconPassword } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-clock';
import { useLanguage } from '../../../i18n/use-language';
import { type PersonDraft, typedPerson } from '../../check-in/person/person-draft';
import { readScan } from '../../check-in/scan/read-scan';
import { scanRefusal } from '../../check-in/scan/scan-refusal';

const CameraScanner = lazy(() =>
  import('../../check-in/scan/camera-scanner').then((module) => ({ default: module.CameraScanner })),
);

/** The three ways to enter somebody: the code on a card, the lines of a passport, by hand. */
export function AddPerson({ first, onPerson }: { first: boolean; onPerson: (person: PersonDraft) => void }) {
  const { t } = useTranslation('guest-entry');
  const language = useLanguage();
  const [way, setWay] = useState<'none' | 'camera' | 'lines'>('none');
  const [lines, setLines] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const give = (person: PersonDraft): void => {
    setWay('none');
    setLines('');
    setRefusal(null);
    onPerson(person);
  };
  const read = (text: string): void => {
    const reading = readScan(text, serverNow());
    if (reading.kind === 'person') return give(reading.person);
    setRefusal(reading.kind === 'more' ? t('add.linesMissing') : scanRefusal(reading.result, language));
  };
  return (
    <Stack gap="xs">
      <Button
        size="lg"
        fullWidth
        h="auto"
        py="sm"
        styles={{ label: { whiteSpace: 'normal' } }}
        leftSection={<IconCamera aria-hidden />}
        onClick={() => setWay('camera')}
      >
        {t(first ? 'add.card' : 'add.anotherCard')}
      </Button>
      <Text size="sm" c="dimmed">
        {t('add.pictures')}
      </Text>
      <Group grow gap="xs">
        <Button
          variant="default"
          leftSection={<IconPassword size={18} aria-hidden />}
          aria-expanded={way === 'lines'}
          onClick={() => setWay(way === 'lines' ? 'none' : 'lines')}
        >
          {t('add.passport')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconKeyboard size={18} aria-hidden />}
          onClick={() => give(typedPerson())}
        >
          {t('add.byHand')}
        </Button>
      </Group>
      {way === 'lines' && (
        <Stack gap="xs">
          <Textarea
            label={t('add.lines')}
            description={t('add.linesHint')}
            error={refusal}
            rows={3}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            value={lines}
            onChange={(event) => {
              setLines(event.currentTarget.value);
              setRefusal(null);
            }}
          />
          <Button variant="default" disabled={lines.trim() === ''} onClick={() => read(lines)}>
            {t('add.readLines')}
          </Button>
        </Stack>
      )}
      {way !== 'lines' && refusal !== null && (
        <Text c="var(--mantine-color-error)" size="sm" role="alert">
          {refusal}
        </Text>
      )}
      <Suspense>
        {way === 'camera' && (
          <CameraScanner
            onText={(text) => {
              setWay('none');
              read(text);
            }}
            onClose={() => setWay('none')}
          />
        )}
      </Suspense>
    </Stack>
  );
}
