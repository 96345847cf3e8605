import type { UseFormReturnType } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef } from 'react';
import { useLanguage } from '../i18n/use-language';
import { focusFirstError } from './focus-first-error';
import { problemErrors } from './problem-errors';

/**
 * Sends a form: `<form ref={submit.ref} onSubmit={submit.onSubmit}>`. A refusal puts the faults beside their fields and the
 * focus on the first of them; show what is left by `<Problem error={submit.error} shown={submit.shown} />`.
 */
export function useSubmit<Values extends object, Answer>(
  form: UseFormReturnType<Values>,
  send: (values: Values) => Promise<Answer>,
  onDone?: (answer: Answer) => void,
) {
  const language = useLanguage();
  const ref = useRef<HTMLFormElement>(null);
  const mutation = useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onError: (error) => {
      form.setErrors(problemErrors(error, language));
      focusFirstError(ref.current);
    },
  });
  const onSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (mutation.isPending) return;
    if (form.validate().hasErrors) return focusFirstError(ref.current);
    mutation.mutate(form.getValues());
  };
  const { error, isPending } = mutation;
  return { ref, onSubmit, error, isPending, reset: mutation.reset, shown: (pointer: string) => isField(form, pointer) };
}

/** Whether the form has a field for it: then the fault stands there. */
function isField<Values extends object>(form: UseFormReturnType<Values>, pointer: string): boolean {
  let value: unknown = form.getValues();
  for (const step of pointer.slice(1).split('/')) {
    if (typeof value !== 'object' || value === null || !(step in value)) return false;
    value = (value as Record<string, unknown>)[step];
  }
  return true;
}
