import { Button, Paper, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../../api/code-names';
import type { Facility } from '../../../api/facility';
import { serverNow } from '../../../api/server-clock';
import { Page } from '../../../app/page';
import { showMoment } from '../../../i18n/format';
import { Problem } from '../../../states/problem';
import { Countdown } from '../countdown';
import { GuestStatements } from '../guest-statements';
import { PersonCard } from '../person/person-card';
import { type PersonDraft, typedPerson } from '../person/person-draft';
import { departureOf } from '../place/stay-terms';
import { TermsFieldset } from '../place/terms-fieldset';
import type { Declared } from '../receipt/declared';
import { ReceiptPanel } from '../receipt/receipt-panel';
import { ScanField } from '../scan/scan-field';
import { useCheckIn } from '../use-check-in';
import { ShortPerson } from './short-person';

const oneEmpty = (): readonly PersonDraft[] => [typedPerson()];
const isEmpty = ({ source, fields }: PersonDraft): boolean =>
  source.kind === 'typed' && fields.fullName === '' && fields.documentNumber === '';

/** A form to be read from top to bottom, also where the screen is wide. */
const WIDTH = '40rem';

/** The desk of a household: who, and one button. Everything else has its usual value and is folded away. */
export function HouseholdDesk({ facility }: { facility: Facility }) {
  const { t } = useTranslation('check-in');
  const scanField = useRef<HTMLInputElement>(null);
  const roomField = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const desk = useCheckIn(facility, { scanField, roomField: button, form }, oneEmpty);
  const [unfolded, setUnfolded] = useState(false);
  const { persons, terms, issues } = desk;
  // A flat has to be named, and faults have to be seen.
  const open = unfolded || terms.kind === 'tenant' || Object.keys(issues.terms).length > 0;
  const scanned = (person: PersonDraft): void => {
    const empty = persons.find(isEmpty);
    if (empty) desk.exchangeWhole(empty.id, person);
    else desk.add(person);
  };
  if (desk.declared) {
    return (
      <Page title={t('household.title')}>
        <ReceiptPanel declared={at(desk.declared, facility)} />
        <Button size="xl" className="no-print" maw={WIDTH} onClick={desk.again}>
          {t('household.next')}
        </Button>
      </Page>
    );
  }
  return (
    <Page title={t('household.title')} actions={<Countdown />} ownFocus>
      <Stack gap="md" maw={WIDTH}>
        <GuestStatements desk={desk} facility={facility} isFree={persons.every(isEmpty)} />
        <ScanField
          field={scanField}
          facilityId={facility.facilityId}
          label={t('household.scan')}
          onPerson={scanned}
          onCallCode={desk.setCallCode}
        />
        <form
          ref={form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            desk.submit();
          }}
        >
          <Stack gap="md">
            {persons.map((person, at) =>
              person.source.kind === 'typed' && !person.byGuest ? (
                <ShortPerson
                  key={person.id}
                  person={person}
                  number={at + 1}
                  errors={issues.persons[at] ?? {}}
                  onChange={(field, value) => desk.change(person.id, field, value)}
                  onRemove={persons.length > 1 ? () => desk.remove(person.id) : null}
                />
              ) : (
                <PersonCard
                  key={person.id}
                  person={person}
                  number={at + 1}
                  errors={issues.persons[at] ?? {}}
                  onChange={(field, value) => desk.change(person.id, field, value)}
                  onRemove={() => desk.remove(person.id)}
                />
              ),
            )}
            {open ? (
              <TermsFieldset
                facility={facility}
                terms={terms}
                freeRooms={desk.freeRooms}
                errors={issues.terms}
                roomField={roomField}
                onChange={desk.changeTerms}
              />
            ) : (
              <Usual desk={desk} onUnfold={() => setUnfolded(true)} />
            )}
            <Problem error={desk.error} shown={issues.placed} />
            <Button
              ref={button}
              type="submit"
              size="xl"
              fullWidth
              loading={desk.isPending}
              disabled={persons.length === 0}
            >
              {t('declare', { count: persons.length })}
            </Button>
            <Button
              variant="default"
              size="lg"
              fullWidth
              leftSection={<IconUserPlus size={20} aria-hidden />}
              onClick={() => desk.add(typedPerson())}
            >
              {t('household.another')}
            </Button>
          </Stack>
        </form>
      </Stack>
    </Page>
  );
}

/** In words what is declared besides the person, and the way to change it. */
function Usual({ desk: { terms }, onUnfold }: { desk: ReturnType<typeof useCheckIn>; onUnfold: () => void }) {
  const { t } = useTranslation('check-in');
  const reasons = useCodeNames('stay-reason').options;
  const departure = departureOf(terms, serverNow());
  return (
    <Paper withBorder p="sm">
      <Stack gap="xs" align="flex-start">
        <Text>
          {t('household.usual', {
            count: terms.nights,
            at: departure === undefined ? '' : showMoment(`${departure}:00+07:00`),
            reason: reasons.find(({ value }) => value === terms.reason)?.label ?? '',
          })}
        </Text>
        <Button variant="default" onClick={onUnfold}>
          {t('household.change')}
        </Button>
      </Stack>
    </Paper>
  );
}

/** Who has no room number is at the house. */
const at = (declared: Declared, { addressLine }: Facility): Declared =>
  declared.kind === 'accepted' && declared.room === '' ? { ...declared, place: addressLine } : declared;
