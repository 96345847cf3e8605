import { LuutruProblem } from '@luutru/client';
import { Alert, List, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { FormDialog } from '../../../forms/form-dialog';
import { issueText } from '../../../forms/problem-errors';
import { useLanguage } from '../../../i18n/use-language';
import { tell } from '../../../states/tell';
import type { ListedStay } from '../../stays/occupancy';

/** Whom something is done for, and what is told of it. */
export interface EachProps {
  readonly tenants: readonly ListedStay[];
  /** Those for whom it was not done. */
  readonly onDone: (left: readonly ListedStay[]) => void;
  readonly onClose: () => void;
}

interface EachDialogProps<Values extends object> extends EachProps {
  /** Where the words for what is done are. */
  readonly what: 'renew' | 'register';
  readonly form: UseFormReturnType<Values>;
  readonly send: (tenant: ListedStay, values: Values) => Promise<unknown>;
  /** What is shown where somebody else changed a tenant meanwhile. */
  readonly changed: (now: ListedStay) => string;
  readonly children: ReactNode;
}

interface Failure {
  readonly tenant: ListedStay;
  readonly text: string;
}

/**
 * Does one thing for many tenants, each on their own. The version that was seen names each request, so that a repeat records nothing
 * twice; those that failed stay, with the reason.
 */
export function EachDialog<Values extends object>(props: EachDialogProps<Values>) {
  const { tenants, what, form, send, changed, onDone, onClose, children } = props;
  const { t } = useTranslation('tenants');
  const language = useLanguage();
  const queries = useQueryClient();
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [left, setLeft] = useState(tenants);
  const failureOf = async (tenant: ListedStay, error: unknown): Promise<Failure> => {
    if (!(error instanceof LuutruProblem)) return { tenant, text: t('each.noAnswer') };
    if (error.status !== 409) {
      return { tenant, text: error.errors.map((issue) => issueText(issue, language)).join(' ') || error.detail };
    }
    // Somebody changed it meanwhile: what is there now is shown, and is what the next attempt is about.
    const now = await api.getStay({ path: { stayId: tenant.stayId } });
    return { tenant: now, text: changed(now) };
  };
  return (
    <FormDialog
      title={t(`${what}.title`, { count: left.length })}
      form={form}
      action={t(`${what}.action`, { count: left.length })}
      send={async (values) => {
        const failed: Failure[] = [];
        for (const tenant of left) {
          try {
            await send(tenant, values);
          } catch (error) {
            failed.push(await failureOf(tenant, error));
          }
        }
        return failed;
      }}
      onDone={(failed) => {
        void queries.invalidateQueries({ queryKey: ['listStays'] });
        const done = left.length - failed.length;
        if (done > 0) tell(t(`${what}.done`, { count: done }));
        setFailures(failed);
        setLeft(failed.map(({ tenant }) => tenant));
        onDone(failed.map(({ tenant }) => tenant));
        if (failed.length === 0) onClose();
      }}
      onClose={onClose}
    >
      {failures.length > 0 && (
        <Alert color="red" role="alert" title={t(`${what}.failed`, { count: failures.length })}>
          <List size="sm">
            {failures.map(({ tenant, text }) => (
              <List.Item key={tenant.stayId}>
                <Text span inherit fw={650}>
                  {tenant.person.fullName}
                </Text>
                : {text}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {children}
    </FormDialog>
  );
}
