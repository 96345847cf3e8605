import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { serverNow } from '../../../api/server-clock';
import { issueText } from '../../../forms/problem-errors';
import { useLanguage } from '../../../i18n/use-language';
import { useAttempt } from '../../check-in/attempt';
import { type PersonDraft, type PersonField, withField } from '../../check-in/person/person-draft';
import type { ListedStay } from '../../stays/occupancy';
import type { Trip } from '../trip';
import { checkPassengers, type RowFaults } from './check-passengers';
import { columnOf, declarePassengers, type RowOutcome } from './declare-passengers';
import { type PassengerDraft, passengerDraft, type SeatField } from './passenger';
import { readManifest } from './read-manifest';

/** The passengers who are about to be declared for a trip: scanned, typed or pasted, until the API has them. */
export function useManifest(trip: Trip, onBoard: readonly ListedStay[]) {
  const { t } = useTranslation('trips');
  const language = useLanguage();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const [rows, setRows] = useState<readonly PassengerDraft[]>([]);
  const [refused, setRefused] = useState<Readonly<Record<string, RowOutcome>>>({});
  const [accepted, setAccepted] = useState<readonly RowOutcome[]>([]);
  /** Rows show what is missing once somebody tried to send them, or pasted them. */
  const [strict, setStrict] = useState(false);

  const send = useMutation({
    mutationFn: (whole: readonly PassengerDraft[]) => declarePassengers(trip.tripId, whole, attempt.now().key),
    onSuccess: (outcomes) => {
      attempt.renew();
      const failed = outcomes.filter(({ stay }) => stay === null);
      const done = new Set(outcomes.filter(({ stay }) => stay !== null).map(({ row }) => row.person.id));
      setAccepted(outcomes.filter(({ stay }) => stay !== null));
      setRows((before) => before.filter(({ person }) => !done.has(person.id)));
      setRefused(Object.fromEntries(failed.map((outcome) => [outcome.row.person.id, outcome])));
      if (done.size === rows.length) setStrict(false);
    },
    onSettled: () => void queries.invalidateQueries({ queryKey: ['listStays'] }),
  });

  const texts = { missing: t('row.missing'), listedTwice: t('row.listedTwice'), seatTaken: t('row.seatTaken') };
  const checked = checkPassengers(rows, onBoard, trip.stops, serverNow(), language, texts);
  const faults = rows.map(({ person }, at): RowFaults => {
    const own = checked[at] ?? { fields: {}, doubts: [] };
    const told: Record<string, string> = {};
    for (const issue of refused[person.id]?.issues ?? []) {
      const column = columnOf(issue.pointer) ?? 'row';
      told[column] = [told[column], issueText(issue, language)].filter(Boolean).join(' ');
    }
    return { fields: { ...told, ...own.fields }, doubts: own.doubts };
  });
  const whole = rows.filter((_, at) => Object.keys(checked[at]?.fields ?? {}).length === 0);

  const change = (make: (before: readonly PassengerDraft[]) => readonly PassengerDraft[]): void => {
    attempt.renew();
    if (send.error) send.reset();
    setRows(make);
  };
  const changeRow = (id: string, make: (row: PassengerDraft) => PassengerDraft): void => {
    setRefused(({ [id]: _told, ...others }) => others);
    change((before) => before.map((row) => (row.person.id === id ? make(row) : row)));
  };
  return {
    rows,
    faults,
    /** Those that can be sent. */
    whole,
    strict,
    accepted,
    error: send.error,
    isPending: send.isPending,
    add: (person?: PersonDraft) => {
      setAccepted([]);
      change((before) => [...before, passengerDraft(trip.stops, person)]);
    },
    paste: (text: string): number => {
      const read = readManifest(text, trip.stops);
      setAccepted([]);
      setStrict(true);
      change((before) => [...before, ...read]);
      return read.length;
    },
    changePerson: (id: string, field: PersonField, value: string) =>
      changeRow(id, (row) => ({ ...row, person: withField(row.person, field, value) })),
    changeSeat: (id: string, field: SeatField, value: string) =>
      changeRow(id, (row) => ({ ...row, [field]: field === 'seat' ? value.toUpperCase() : value })),
    remove: (id: string) => change((before) => before.filter(({ person }) => person.id !== id)),
    /** Sends the rows that are in order: a bus does not wait for one missing birth date. The others stay to be mended. */
    submit: () => {
      setStrict(true);
      if (!send.isPending && whole.length > 0) send.mutate(whole);
    },
  };
}
