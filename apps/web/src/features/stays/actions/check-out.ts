import { LuutruProblem } from '@luutru/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { notify } from '../../../app/notify';
import { issueText } from '../../../forms/problem-errors';
import { useLanguage } from '../../../i18n/use-language';
import type { ListedStay } from '../occupancy';
import { undoNotice } from './undo-notice';

type Leaving = Pick<ListedStay, 'stayId' | 'version'>;

/** Checks people out, each on their own, and offers to take it back. */
export function useCheckOut() {
  const { t } = useTranslation('stays');
  const language = useLanguage();
  const queries = useQueryClient();
  const renew = (): Promise<unknown> =>
    Promise.all(
      ['listStays', 'getStay', 'getStayHistory'].map((name) => queries.invalidateQueries({ queryKey: [name] })),
    );

  const undo = async (left: readonly Leaving[]): Promise<void> => {
    await Promise.all(
      left.map(({ stayId, version }) => api.undoCheckOut({ path: { stayId }, body: { version } }).catch(tell)),
    );
    await renew();
  };
  const tell = (error: unknown): void => {
    const text = error instanceof LuutruProblem ? error.detail : t('checkOut.failed');
    notify({ color: 'red', message: text, autoClose: 10_000 });
  };
  return useMutation({
    mutationFn: (leaving: readonly Leaving[]) =>
      api.checkOutStays({ body: { stays: leaving.map(({ stayId, version }) => ({ stayId, version })) } }),
    onSuccess: async ({ results, done }) => {
      await renew();
      const left = results.flatMap(({ answer }) =>
        answer ? [{ stayId: answer.stayId, version: answer.version }] : [],
      );
      if (done > 0) undoNotice(t('checkOut.done', { count: done }), t('checkOut.undo'), () => void undo(left));
      for (const issue of results.flatMap(({ errors }) => errors)) {
        notify({ color: 'red', message: issueText(issue, language), autoClose: 10_000 });
      }
    },
    onError: tell,
  });
}
