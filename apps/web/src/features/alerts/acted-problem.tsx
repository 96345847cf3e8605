import { LuutruProblem } from '@luutru/client';
import { useQueryClient } from '@tanstack/react-query';
import { Problem } from '../../states/problem';
import type { AlertHeader } from './desk-list';

export interface AlertActionProps {
  readonly alert: AlertHeader & { readonly decisionId: string | null };
  readonly onActed: () => void;
}

/** Somebody was quicker: what is shown is loaded anew when the officer says so. */
export function ActedProblem({ error, onActed }: { error: unknown; onActed: () => void }) {
  const client = useQueryClient();
  const changed = error instanceof LuutruProblem && ['alert-changed', 'alert-action-not-allowed'].includes(error.code);
  const reload = (): void => {
    void client.invalidateQueries({ queryKey: ['listAlerts'] });
    onActed();
  };
  return <Problem error={error} {...(changed && { retry: reload })} />;
}
