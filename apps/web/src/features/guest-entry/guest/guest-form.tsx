import { type FieldIssue, LuutruProblem, LuutruUnreachable, type Output } from '@luutru/client';
import { localDate } from '@luutru/calendar';
import { Alert, Button, Checkbox, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconWifiOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { serverNow } from '../../../api/server-clock';
import { focusFirstError } from '../../../forms/focus-first-error';
import { issueText } from '../../../forms/problem-errors';
import { useLanguage } from '../../../i18n/use-language';
import { Problem } from '../../../states/problem';
import { sortIssues } from '../../check-in/declaration';
import { PersonCard } from '../../check-in/person/person-card';
import { type PersonDraft, withField } from '../../check-in/person/person-draft';
import { AddPerson } from './add-person';
import { entryRequest } from './entry-request';
import { changedDraft, type GuestDraft } from './guest-draft';
import { Purpose } from './purpose';

type Desk = Output<'getDesk'>;
type Entered = Output<'enterGuests'>;

interface GuestFormProps {
  readonly desk: Desk;
  readonly token: string;
  readonly draft: GuestDraft;
  readonly onDraft: (draft: GuestDraft) => void;
  readonly onEntered: (entered: Entered) => void;
}

/** Everything a guest enters, on one page from top to bottom. */
export function GuestForm({ desk, token, draft, onDraft, onEntered }: GuestFormProps) {
  const { t } = useTranslation('guest-entry');
  const language = useLanguage();
  const form = useRef<HTMLFormElement>(null);
  const send = useMutation({
    mutationFn: () =>
      api.enterGuests(
        { body: entryRequest(draft, desk.consent.version) },
        { idempotencyKey: draft.key, headers: { 'desk-token': token } },
      ),
    onSuccess: onEntered,
  });
  useEffect(() => {
    if (send.error) focusFirstError(form.current);
  }, [send.error]);
  const faults = send.error instanceof LuutruProblem ? send.error.errors : [];
  const text = (issue: FieldIssue): string => issueText(issue, language);
  const issues = sortIssues(faults, draft.persons.length, text);
  const consentFault = faults.find(({ pointer }) => pointer.startsWith('/consent'));
  const change = (changes: Partial<GuestDraft>): void => {
    if (send.error) send.reset();
    onDraft(changedDraft(draft, changes));
  };
  const exchange = (id: string, make: (person: PersonDraft) => PersonDraft): void =>
    change({ persons: draft.persons.map((person) => (person.id === id ? make(person) : person)) });
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!send.isPending) send.mutate();
      }}
    >
      <Stack gap="md">
        <div>
          <Title order={1} size="h3">
            {t('title')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('lead', { place: desk.facilityName, ward: desk.ward[language] })}
          </Text>
        </div>
        <Purpose consent={desk.consent} />
        {draft.persons.map((person, at) => (
          <PersonCard
            key={person.id}
            person={person}
            number={at + 1}
            errors={issues.persons[at] ?? {}}
            onChange={(field, value) => exchange(person.id, (before) => withField(before, field, value))}
            onRemove={() => change({ persons: draft.persons.filter(({ id }) => id !== person.id) })}
          />
        ))}
        <AddPerson
          first={draft.persons.length === 0}
          onPerson={(person) => change({ persons: [...draft.persons, person] })}
        />
        {draft.persons.length > 0 && (
          <>
            <TextInput
              type="date"
              size="md"
              label={t('departure')}
              description={t('departureHint')}
              error={issues.terms.expectedDepartureAt}
              min={localDate(serverNow())}
              value={draft.departure}
              onChange={(event) => change({ departure: event.currentTarget.value })}
            />
            <Checkbox
              size="md"
              label={desk.consent.agreement[language]}
              checked={draft.agreed}
              error={consentFault && text(consentFault)}
              aria-invalid={consentFault !== undefined}
              onChange={(event) => change({ agreed: event.currentTarget.checked })}
            />
            {send.error instanceof LuutruUnreachable ? (
              <Alert color="orange" icon={<IconWifiOff aria-hidden />} title={t('unsent')} role="alert">
                {t('unsentHint')}
              </Alert>
            ) : (
              <Problem
                error={send.error}
                shown={(pointer) => issues.placed(pointer) || pointer.startsWith('/consent')}
              />
            )}
            <Button type="submit" size="lg" fullWidth loading={send.isPending}>
              {t(send.error instanceof LuutruUnreachable ? 'sendAgain' : 'send', { count: draft.persons.length })}
            </Button>
          </>
        )}
      </Stack>
    </form>
  );
}
