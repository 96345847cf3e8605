import {
  Autocomplete,
  Button,
  defaultOptionsFilter,
  NativeSelect,
  SegmentedControl,
  SimpleGrid,
  Stack,
  TextInput,
} from '@mantine/core';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../../api/code-names';
import type { Facility } from '../../../api/facility';
import { serverNow } from '../../../api/server-clock';
import { showMoment } from '../../../i18n/format';
import { useEmployers } from '../../stays/occupancy';
import { departureOf, type LodgingKind, localMoment, type StayTerms, usualReason } from './stay-terms';

interface TermsFieldsetProps {
  readonly facility: Facility;
  readonly terms: StayTerms;
  /** Rooms nobody is in, the next to be given first. */
  readonly freeRooms: readonly string[];
  readonly errors: Readonly<Record<string, string>>;
  readonly roomField: RefObject<HTMLInputElement | null>;
  readonly onChange: (change: Partial<StayTerms>) => void;
}

const OTHER_REASON = '20';

const MOST_NIGHTS = 30;
const nightsOf = (text: string): number => Math.min(MOST_NIGHTS, Math.max(0, Math.floor(Number(text) || 0)));

/** Where, how long and why: what all people of one check-in share. */
export function TermsFieldset({ facility, terms, freeRooms, errors, roomField, onChange }: TermsFieldsetProps) {
  const { t } = useTranslation('check-in');
  const reasons = useCodeNames('stay-reason').options;
  const [more, setMore] = useState(false);
  const employers = useEmployers(facility);
  const departure = departureOf(terms, serverNow());
  const kinds = facility.stayKinds.filter((kind): kind is LodgingKind => kind === 'guest' || kind === 'tenant');
  const tenant = terms.kind === 'tenant';
  return (
    <Stack gap="sm">
      {kinds.length > 1 && (
        <SegmentedControl
          aria-label={t('terms.kind')}
          value={terms.kind}
          onChange={(kind) => onChange({ kind, reason: usualReason(facility.kind, kind), departure: '' })}
          data={kinds.map((kind) => ({ value: kind, label: t(`terms.kinds.${kind}`) }))}
        />
      )}
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="xs">
        <RoomField {...{ facility, terms, freeRooms, roomField, onChange }} error={errors.room ?? errors.unit} />
        {tenant ? (
          <TextInput
            type="date"
            label={t('terms.until')}
            description={t('terms.untilHint')}
            error={errors.expectedDepartureAt}
            min={localMoment(serverNow()).slice(0, 10)}
            value={terms.departure.slice(0, 10)}
            onChange={({ currentTarget: { value } }) => onChange({ departure: value && `${value}T12:00` })}
          />
        ) : (
          <TextInput
            type="number"
            inputMode="numeric"
            label={t('terms.nights')}
            description={
              departure === undefined
                ? t('terms.untilNotice')
                : t('terms.leaves', { at: showMoment(`${departure}:00+07:00`) })
            }
            error={errors.expectedDepartureAt}
            min={0}
            max={MOST_NIGHTS}
            disabled={terms.departure !== ''}
            value={String(terms.nights)}
            onFocus={(event) => event.currentTarget.select()}
            onChange={({ currentTarget }) => onChange({ nights: nightsOf(currentTarget.value) })}
          />
        )}
        <NativeSelect
          label={t('terms.reason')}
          error={errors.reason}
          data={reasons.length > 0 ? reasons : [{ value: terms.reason, label: '…' }]}
          value={terms.reason}
          onChange={(event) => onChange({ reason: event.currentTarget.value })}
        />
        {terms.reason === OTHER_REASON && (
          <TextInput
            label={t('terms.reasonText')}
            required
            error={errors.reasonText}
            value={terms.reasonText}
            onChange={(event) => onChange({ reasonText: event.currentTarget.value })}
          />
        )}
        {tenant && (
          <Autocomplete
            label={t('terms.employer')}
            error={errors.employer}
            autoComplete="off"
            data={[...employers]}
            openOnFocus={false}
            maxDropdownHeight={200}
            value={terms.employer}
            onChange={(employer) => onChange({ employer })}
          />
        )}
        {more && <MoreTerms terms={terms} errors={errors} onChange={onChange} />}
      </SimpleGrid>
      {!more && (
        <Button variant="subtle" size="compact-sm" onClick={() => setMore(true)} style={{ alignSelf: 'flex-start' }}>
          {t('terms.more')}
        </Button>
      )}
    </Stack>
  );
}

function RoomField({
  facility,
  terms,
  freeRooms,
  roomField,
  onChange,
  error,
}: Omit<TermsFieldsetProps, 'errors'> & { error: string | undefined }) {
  const { t } = useTranslation('check-in');
  const codes = facility.rooms.map(({ code }) => code);
  const taken = codes.filter((code) => !freeRooms.includes(code));
  const groups = [
    { group: t('terms.free'), items: [...freeRooms] },
    { group: t('terms.taken'), items: taken },
  ].filter(({ items }) => items.length > 0);
  return (
    <Autocomplete
      ref={roomField}
      label={t(terms.kind === 'tenant' ? 'terms.unit' : 'terms.room')}
      description={facility.rooms.length > 0 ? t('terms.freeCount', { count: freeRooms.length }) : undefined}
      required={facility.roomRequired || terms.kind === 'tenant'}
      error={error}
      autoComplete="off"
      data={groups}
      // A room that is there already, a suggestion, does not hide the others.
      filter={(given) =>
        codes.includes(given.search) ? given.options : (defaultOptionsFilter(given) as typeof given.options)
      }
      // Coming here from a scan must not cover the button that declares.
      openOnFocus={false}
      maxDropdownHeight={240}
      value={terms.room}
      onChange={(room) => onChange({ room })}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}

function MoreTerms({ terms, errors, onChange }: Pick<TermsFieldsetProps, 'terms' | 'errors' | 'onChange'>) {
  const { t } = useTranslation('check-in');
  return (
    <>
      <TextInput
        type="datetime-local"
        label={t('terms.arrival')}
        description={t('terms.arrivalHint')}
        error={errors.arrivedAt}
        max={localMoment(serverNow())}
        value={terms.arrival}
        onChange={(event) => onChange({ arrival: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={t('terms.departure')}
        error={terms.kind === 'tenant' ? undefined : errors.expectedDepartureAt}
        value={terms.departure}
        onChange={(event) => onChange({ departure: event.currentTarget.value })}
      />
      <TextInput
        label={t('terms.note')}
        error={errors.note}
        value={terms.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}
