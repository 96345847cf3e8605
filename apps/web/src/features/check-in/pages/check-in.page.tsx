import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { lazy, Suspense, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Facility, useFacilities } from '../../../api/facility';
import { Page } from '../../../app/page';
import { Problem } from '../../../states/problem';
import { Empty, Loading } from '../../../states/states';
import { Countdown } from '../countdown';
import { GuestStatements } from '../guest-statements';
import { isHousehold } from '../household/household';
import { PersonCard } from '../person/person-card';
import { typedPerson } from '../person/person-draft';
import { TermsFieldset } from '../place/terms-fieldset';
import { ReceiptPanel } from '../receipt/receipt-panel';
import { ScanField } from '../scan/scan-field';
import { useCheckIn } from '../use-check-in';
import '../check-in.css';

const HouseholdDesk = lazy(() =>
  import('../household/household-desk').then((module) => ({ default: module.HouseholdDesk })),
);

/** The desk: scan, room, Enter. */
export function CheckInPage() {
  const { t } = useTranslation('check-in');
  const { facility, isPending, error, refetch } = useFacilities();
  if (isPending) return <Loading />;
  if (error && !facility) return <Problem error={error} retry={() => void refetch()} />;
  const lodging = facility?.stayKinds.some((kind) => kind === 'guest' || kind === 'tenant');
  if (!facility || !lodging) {
    return (
      <Page title={t('title')}>
        <Empty title={t('notHere')}>{t('notHereHint')}</Empty>
      </Page>
    );
  }
  return isHousehold(facility) ? (
    <Suspense fallback={<Loading />}>
      <HouseholdDesk key={facility.facilityId} facility={facility} />
    </Suspense>
  ) : (
    <Desk key={facility.facilityId} facility={facility} />
  );
}

function Desk({ facility }: { facility: Facility }) {
  const { t } = useTranslation('check-in');
  const scanField = useRef<HTMLInputElement>(null);
  const roomField = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const desk = useCheckIn(facility, { scanField, roomField, form });
  const several = desk.persons.some(({ room }) => room !== null);
  return (
    <Page title={t('title')} actions={<Countdown />} ownFocus>
      <GuestStatements desk={desk} facility={facility} isFree={desk.persons.length === 0} />
      <ScanField field={scanField} facilityId={facility.facilityId} onPerson={desk.add} onCallCode={desk.setCallCode} />
      <form
        ref={form}
        onSubmit={(event) => {
          event.preventDefault();
          desk.submit();
        }}
        noValidate
      >
        <Stack gap="md">
          {desk.persons.map((person, at) => (
            <PersonCard
              key={person.id}
              person={person}
              number={at + 1}
              errors={desk.issues.persons[at] ?? {}}
              ownRoom={several}
              onChange={(field, value) => desk.change(person.id, field, value)}
              onRoom={(room) => desk.changeRoom(person.id, room)}
              onRemove={() => desk.remove(person.id)}
            />
          ))}
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconUserPlus size={18} aria-hidden />}
              onClick={() => desk.add(typedPerson())}
            >
              {t(desk.persons.length === 0 ? 'byHand' : 'another')}
            </Button>
            {desk.persons.length > 1 && (
              <Checkbox
                label={t('severalRooms')}
                checked={several}
                onChange={(event) => desk.severalRooms(event.currentTarget.checked)}
              />
            )}
          </Group>
          {desk.persons.length > 0 && (
            <>
              <TermsFieldset
                facility={facility}
                terms={desk.terms}
                freeRooms={desk.freeRooms}
                errors={desk.issues.terms}
                roomField={roomField}
                onChange={desk.changeTerms}
              />
              {!desk.statementEnded && <Problem error={desk.error} shown={desk.issues.placed} />}
              <Group>
                <Button type="submit" size="lg" loading={desk.isPending}>
                  {t('declare', { count: desk.persons.length })}
                </Button>
                <Text size="sm" c="dimmed">
                  {t('declareHint')}
                </Text>
              </Group>
            </>
          )}
        </Stack>
      </form>
      {desk.declared && <ReceiptPanel declared={desk.declared} />}
    </Page>
  );
}
