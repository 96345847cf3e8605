import { LuutruProblem } from '@luutru/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { undoNotice } from '../../stays/actions/undo-notice';
import type { Case } from '../cases';

/**
 * Discharges patients, each on their own and with all relatives, and offers to take it back. `failed` says of each who could
 * not be discharged why; pressing again sends the same request for them.
 */
export function useDischarge() {
  const { t } = useTranslation('patients');
  const queries = useQueryClient();
  const keys = useRef(new Map<string, string>());
  const [failed, setFailed] = useState<Readonly<Record<string, string>>>({});
  const renew = (): Promise<unknown> => queries.invalidateQueries({ queryKey: ['listStays'] });
  const words = (error: unknown): string => {
    if (!(error instanceof LuutruProblem)) return t('list.noAnswer');
    return error.code === 'case-action-not-allowed' ? t('list.leftAlready') : error.detail;
  };

  const undo = async (left: readonly { patientId: string; version: number }[]): Promise<void> => {
    const problems: Record<string, string> = {};
    for (const { patientId, version } of left) {
      try {
        await api.actOnPatient({ path: { patientId }, body: { action: 'undo-discharge', version } });
      } catch (error) {
        problems[patientId] = words(error);
      }
    }
    setFailed(problems);
    await renew();
  };
  const mutation = useMutation({
    mutationFn: async (leaving: readonly Case[]) => {
      const done: { patientId: string; version: number }[] = [];
      const problems: Record<string, string> = {};
      for (const { patientId } of leaving) {
        const key = keys.current.get(patientId) ?? crypto.randomUUID();
        keys.current.set(patientId, key);
        try {
          const request = { path: { patientId }, body: { action: 'discharge' as const } };
          done.push(await api.actOnPatient(request, { idempotencyKey: key }));
          keys.current.delete(patientId);
        } catch (error) {
          problems[patientId] = words(error);
        }
      }
      return { done, problems };
    },
    onSuccess: async ({ done, problems }) => {
      setFailed(problems);
      await renew();
      if (done.length > 0) {
        undoNotice(t('list.discharged', { count: done.length }), t('list.undo'), () => void undo(done));
      }
    },
  });
  return { ...mutation, failed };
}
