import { LuutruProblem } from '@luutru/client';
import type { UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSubmit } from '../../../forms/use-submit';

/** Sends what changes a stay. When somebody else was first, the page is renewed so that it shows what they did. */
export function useStaySubmit<Values extends object>(
  form: UseFormReturnType<Values>,
  send: (values: Values) => Promise<unknown>,
  done: () => void,
) {
  const queries = useQueryClient();
  const [told, setTold] = useState(false);
  const submit = useSubmit(
    form,
    async (values) => {
      try {
        await send(values);
      } catch (error) {
        if (isConflict(error)) {
          void queries.invalidateQueries({ queryKey: ['getStayHistory'] });
          const renewed = queries.refetchQueries({ queryKey: ['getStay'] }, { throwOnError: true });
          await renewed.then(
            () => setTold(true),
            () => undefined,
          );
        }
        throw error;
      }
    },
    done,
  );
  // The dialog says that somebody else was faster, once it knows how the stay stands.
  return { ...submit, error: told && isConflict(submit.error) ? null : submit.error };
}

const isConflict = (error: unknown): boolean => error instanceof LuutruProblem && error.code === 'version-conflict';
