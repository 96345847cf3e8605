import { type RefObject, useEffect, useRef, useState } from 'react';
import { missingFields } from './person/check-person';
import { type PersonDraft, type PersonField, withField } from './person/person-draft';

interface PersonsOptions {
  readonly scanField: RefObject<HTMLInputElement | null>;
  /** Where to go on once a person is complete. */
  readonly nextField: RefObject<HTMLElement | null>;
  readonly form: RefObject<HTMLElement | null>;
  /** What would be sent differs from now on. */
  readonly onChange: () => void;
  readonly initial?: () => readonly PersonDraft[];
}

/** The people of one declaration, and where the focus goes as they come and go. */
export function usePersons({ scanField, nextField, form, onChange, initial = () => [] }: PersonsOptions) {
  const [persons, setPersons] = useState(initial);
  const waiting = useRef<'next' | 'person' | null>(null);
  useEffect(() => {
    const next = waiting.current;
    waiting.current = null;
    if (next === 'next') nextField.current?.focus();
    else if (next === 'person') focusFirstEmpty(form.current);
  }, [persons, nextField, form]);

  const replace = (make: (before: readonly PersonDraft[]) => readonly PersonDraft[]): void => {
    onChange();
    setPersons(make);
  };
  const exchange = (id: string, make: (person: PersonDraft) => PersonDraft): void =>
    replace((before) => before.map((person) => (person.id === id ? make(person) : person)));
  const awaitFocus = (person: PersonDraft): void => {
    waiting.current = missingFields(person).length > 0 ? 'person' : 'next';
  };
  return {
    persons,
    replace,
    add: (person: PersonDraft) => {
      replace((before) => [...before, person]);
      awaitFocus(person);
    },
    /** Somebody in the place of another, such as a scan in the place of an empty entry. */
    exchangeWhole: (id: string, person: PersonDraft) => {
      exchange(id, () => person);
      awaitFocus(person);
    },
    change: (id: string, field: PersonField, value: string) =>
      exchange(id, (person) => withField(person, field, value)),
    changeRoom: (id: string, room: string) => exchange(id, (person) => ({ ...person, room })),
    remove: (id: string) => {
      replace((before) => before.filter((person) => person.id !== id));
      scanField.current?.focus();
    },
  };
}

/** The first field of the newest person that still has to be filled in. */
function focusFirstEmpty(form: HTMLElement | null): void {
  const cards = form?.querySelectorAll('section');
  const fields = cards?.[cards.length - 1]?.querySelectorAll<HTMLInputElement>('[required]');
  [...(fields ?? [])].find((field) => field.value === '')?.focus();
}
