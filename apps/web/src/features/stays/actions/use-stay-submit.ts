import { LuutruProblem } from '@luutru/client';
import type { UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useSubmit } from '../../../forms/use-submit';

/** Sends what changes a stay. When somebody else was first, the page is renewed so that it shows what they did. */
export function useStaySubmit<Values extends object>(
  form: UseFormReturnType<Values>,
  send: (values: Values) => Promise<unknown>,
  done: () => void,
) {
  const queries = useQueryClient();
  return useSubmit(
    form,
    async (values) => {
      try {
        await send(values);
      } catch (error) {
        if (error instanceof LuutruProblem && error.code === 'version-conflict') {
          for (const name of ['getStay', 'getStayHistory']) void queries.invalidateQueries({ queryKey: [name] });
        }
        throw error;
      }
    },
    done,
  );
}
