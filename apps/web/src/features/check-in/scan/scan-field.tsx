import { Autocomplete, Button, Group, Loader, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import type { Output } from '@luutru/client';
import { IconCamera, IconScan } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, type RefObject, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../../api/ask';
import { serverNow } from '../../../api/server-clock';
import { showMoment } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import { earlierPerson, type PersonDraft } from '../person/person-draft';
import { personFromNumber } from '../person/person-from-number';
import { readScan } from './read-scan';
import { scanRefusal } from './scan-refusal';
import { useScanner } from './use-scanner';

const CameraScanner = lazy(() => import('./camera-scanner').then((module) => ({ default: module.CameraScanner })));

type Suggestion = Output<'suggestPeople'>['people'][number];

interface ScanFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly facilityId: string;
  /** What the field is called where nobody is a guest. */
  readonly label?: string;
  readonly onPerson: (person: PersonDraft) => void;
  /** Four digits: the number that a guest says, of what they entered themselves. */
  readonly onCallCode?: (code: string) => void;
}

const CALL_CODE = /^\d{4}$/;

/** One field for scanners, for the number or name of somebody who was here before, and for the beginnings of a new entry. */
export function ScanField({ field, facilityId, label, onPerson, onCallCode }: ScanFieldProps) {
  const { t } = useTranslation('check-in');
  const language = useLanguage();
  const [text, setText] = useState('');
  const [lines, setLines] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [camera, setCamera] = useState(false);
  const { people, isFetching } = useSuggestions(text, facilityId);

  const give = (person: PersonDraft): void => {
    setText('');
    setLines('');
    setRefusal(null);
    onPerson(person);
  };
  const read = (given: string): void => {
    if (onCallCode && CALL_CODE.test(given.trim())) {
      setText('');
      return onCallCode(given.trim());
    }
    const whole = lines === '' ? given : `${lines}\n${given}`;
    const reading = readScan(whole, serverNow());
    if (reading.kind === 'person') return give(reading.person);
    setText('');
    if (reading.kind === 'more') return setLines(whole);
    setLines('');
    const byNumber = personFromNumber(given);
    if (byNumber) return give(byNumber);
    setText(given);
    setRefusal(scanRefusal(reading.result, language));
  };
  useScanner(field, read);

  return (
    <div>
      <Group align="flex-end" gap="xs" wrap="nowrap">
        <Autocomplete
          ref={field}
          flex={1}
          size="lg"
          label={label ?? t('scan.label')}
          description={lines === '' ? t('scan.hint') : t('scan.more')}
          error={refusal}
          placeholder={t('scan.placeholder')}
          leftSection={<IconScan aria-hidden />}
          rightSection={isFetching ? <Loader size="xs" aria-label={t('scan.searching')} /> : null}
          autoComplete="off"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          autoFocus
          value={text}
          onChange={(value) => {
            // Who is chosen from the list is put into the field by their id too.
            setText(people.some(({ stayId }) => stayId === value) ? '' : value);
            setRefusal(null);
          }}
          data={people.map(({ stayId }) => stayId)}
          filter={({ options }) => options}
          renderOption={({ option }) => <SuggestionRow person={people.find(({ stayId }) => stayId === option.value)} />}
          onOptionSubmit={(stayId) => {
            const known = people.find((one) => one.stayId === stayId);
            if (known) give(earlierPerson(known));
          }}
          onKeyDown={(event) => {
            const chosen = event.currentTarget.getAttribute('aria-activedescendant');
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || chosen || text.trim() === '') return;
            event.preventDefault();
            read(text);
          }}
        />
        <Button
          size="lg"
          variant="default"
          px="md"
          aria-label={t('scan.camera')}
          title={t('scan.camera')}
          onClick={() => setCamera(true)}
        >
          <IconCamera aria-hidden />
        </Button>
      </Group>
      <Suspense>
        {camera && (
          <CameraScanner
            onText={(found) => {
              setCamera(false);
              read(found);
            }}
            onClose={() => setCamera(false)}
          />
        )}
      </Suspense>
    </div>
  );
}

function useSuggestions(text: string, facilityId: string) {
  const [wanted] = useDebouncedValue(text.trim(), 250);
  // A scan is long and has bars or fillers: it is nobody's name.
  const enabled = wanted.length >= 2 && wanted.length <= 60 && !/[|<]/.test(wanted);
  const { data, isFetching } = useQuery({
    ...ask('suggestPeople', { body: { facilityId, text: wanted } }),
    enabled,
    staleTime: 30_000,
    gcTime: 60_000,
  });
  return { people: enabled && text.trim() !== '' ? (data?.people ?? []) : [], isFetching: enabled && isFetching };
}

function SuggestionRow({ person }: { person: Suggestion | undefined }) {
  const { t } = useTranslation('check-in');
  if (!person) return null;
  return (
    <div>
      <Text fw={600}>
        {person.fullName} · {person.birthYear}
      </Text>
      <Text size="sm" c="dimmed">
        {person.documentNumber} ·{' '}
        {t('scan.lastHere', {
          at: showMoment(person.lastArrivedAt),
          room: person.lastRoom ?? '–',
          count: person.stays,
        })}
      </Text>
    </div>
  );
}
