import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconCircleCheck, IconClipboardText, IconUserPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-clock';
import { Section } from '../../../app/section';
import { useOnline } from '../../../app/use-online';
import { useLanguage } from '../../../i18n/use-language';
import { Problem } from '../../../states/problem';
import { checkPerson } from '../../check-in/person/check-person';
import type { PersonDraft } from '../../check-in/person/person-draft';
import { PersonFieldset } from '../../check-in/person/person-fieldset';
import { ScanField } from '../../check-in/scan/scan-field';
import type { ListedStay } from '../../stays/occupancy';
import type { Trip } from '../trip';
import type { RowOutcome } from './declare-passengers';
import { PassengerTable } from './passenger-table';
import { useManifest } from './use-manifest';

interface AddPassengersProps {
  readonly facilityId: string;
  readonly trip: Trip;
  readonly onBoard: readonly ListedStay[];
}

/** Passengers by scan, by hand or pasted as a whole list; sent together. */
export function AddPassengers({ facilityId, trip, onBoard }: AddPassengersProps) {
  const { t } = useTranslation('trips');
  const online = useOnline();
  const scanField = useRef<HTMLInputElement>(null);
  const manifest = useManifest(trip, onBoard);
  const [pasting, setPasting] = useState(false);
  const [details, setDetails] = useState<string | null>(null);
  const added = useRef(false);
  const { rows } = manifest;
  useEffect(() => {
    if (!added.current) return;
    added.current = false;
    const last = rows.at(-1);
    if (last) document.querySelector<HTMLInputElement>(`[data-field="${last.person.id} seat"]`)?.focus();
  }, [rows]);
  const add = (person?: PersonDraft): void => {
    added.current = true;
    manifest.add(person);
  };
  const opened = rows.find(({ person }) => person.id === details);
  return (
    <Section title={t('add.title')}>
      <ScanField field={scanField} facilityId={facilityId} label={t('add.scan')} onPerson={add} />
      <Group gap="xs">
        <Button variant="default" leftSection={<IconUserPlus size={18} aria-hidden />} onClick={() => add()}>
          {t('add.byHand')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconClipboardText size={18} aria-hidden />}
          onClick={() => setPasting(true)}
        >
          {t('add.paste')}
        </Button>
      </Group>
      {rows.length > 0 && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            manifest.submit();
          }}
        >
          <Stack gap="sm">
            <PassengerTable
              trip={trip}
              rows={rows}
              faults={manifest.faults}
              strict={manifest.strict}
              onPerson={manifest.changePerson}
              onSeat={manifest.changeSeat}
              onDetails={setDetails}
              onRemove={manifest.remove}
            />
            <Problem error={manifest.error} />
            <Group>
              <Button type="submit" size="lg" loading={manifest.isPending} disabled={!online}>
                {t('add.declare', { count: manifest.whole.length })}
              </Button>
              {manifest.whole.length < rows.length && (
                <Text size="sm" role="status">
                  {t('add.faulty', { count: rows.length - manifest.whole.length })}
                </Text>
              )}
            </Group>
          </Stack>
        </form>
      )}
      <Accepted outcomes={manifest.accepted} />
      {pasting && (
        <PasteDialog
          onText={(text) => {
            manifest.paste(text);
            setPasting(false);
          }}
          onClose={() => setPasting(false)}
        />
      )}
      {opened && (
        <Modal
          opened
          onClose={() => setDetails(null)}
          size="lg"
          title={opened.person.fields.fullName || t('nameless')}
          closeButtonProps={{ 'aria-label': t('add.close') }}
        >
          <Stack>
            <Details person={opened.person} onChange={manifest.changePerson} />
            <Button onClick={() => setDetails(null)} style={{ alignSelf: 'flex-end' }}>
              {t('add.close')}
            </Button>
          </Stack>
        </Modal>
      )}
    </Section>
  );
}

interface DetailsProps {
  readonly person: PersonDraft;
  readonly onChange: ReturnType<typeof useManifest>['changePerson'];
}

function Details({ person, onChange }: DetailsProps) {
  const remarks = checkPerson(person, serverNow(), useLanguage());
  return (
    <PersonFieldset
      person={person}
      remarks={remarks}
      errors={{}}
      onChange={(field, value) => onChange(person.id, field, value)}
    />
  );
}

function PasteDialog({ onText, onClose }: { onText: (text: string) => void; onClose: () => void }) {
  const { t } = useTranslation('trips');
  const [text, setText] = useState('');
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('paste.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('add.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') onText(text);
        }}
      >
        <Stack>
          <Text size="sm">{t('paste.hint')}</Text>
          <Textarea
            label={t('paste.label')}
            placeholder={t('paste.example')}
            required
            autosize
            minRows={8}
            maxRows={18}
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') onText(text);
            }}
          />
          <Group justify="flex-end">
            <Button type="submit">{t('paste.action')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Accepted({ outcomes }: { outcomes: readonly RowOutcome[] }) {
  const { t } = useTranslation('trips');
  const language = useLanguage();
  if (outcomes.length === 0) return null;
  const warned = outcomes.filter(({ stay }) => (stay?.warnings.length ?? 0) > 0);
  const late = outcomes.filter(({ stay }) => stay?.late).length;
  return (
    <Alert
      role="status"
      color="pine"
      icon={<IconCircleCheck aria-hidden />}
      title={t('add.accepted', { count: outcomes.length })}
    >
      <Stack gap={4}>
        <Text size="sm">
          {outcomes.map(({ row }) => `${row.seat} ${row.person.fields.fullName}`.trim()).join(' · ')}
        </Text>
        {late > 0 && <Text size="sm">{t('add.late', { count: late })}</Text>}
        {warned.map(({ row, stay }) => (
          <Text key={row.person.id} size="sm">
            {row.seat} {row.person.fields.fullName}:{' '}
            {stay?.warnings.map(({ message, fix }) => `${message[language]}. ${fix[language]}.`).join(' ')}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
