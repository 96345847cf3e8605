import { addDays, localDate } from '@luutru/calendar';
import { LuutruProblem } from '@luutru/client';
import { Alert, List, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { serverNow } from '../../../api/server-clock';
import { FormDialog } from '../../../forms/form-dialog';
import { issueText } from '../../../forms/problem-errors';
import { showDate } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/use-language';
import { tell } from '../../../states/tell';
import type { ListedStay } from '../../stays/occupancy';

interface RenewDialogProps {
  readonly tenants: readonly ListedStay[];
  /** Those that were not renewed. */
  readonly onDone: (left: readonly ListedStay[]) => void;
  readonly onClose: () => void;
}

interface Failure {
  readonly tenant: ListedStay;
  readonly text: string;
}

/**
 * Extends the terms of many to one day, each on their own. The version that was seen names each request, so that a repeat
 * records nothing twice; those that failed stay, with the reason.
 */
export function RenewDialog({ tenants, onDone, onClose }: RenewDialogProps) {
  const { t } = useTranslation('tenants');
  const language = useLanguage();
  const queries = useQueryClient();
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [left, setLeft] = useState(tenants);
  const today = localDate(serverNow());
  const form = useForm({ initialValues: { until: addDays(today, 180) } });
  const failureOf = async (tenant: ListedStay, error: unknown): Promise<Failure> => {
    if (!(error instanceof LuutruProblem)) return { tenant, text: t('renew.noAnswer') };
    if (error.status !== 409) {
      return { tenant, text: error.errors.map((issue) => issueText(issue, language)).join(' ') || error.detail };
    }
    // Somebody changed it meanwhile: what is there now is shown, and is what the next attempt is about.
    const now = await api.getStay({ path: { stayId: tenant.stayId } });
    const until = now.expectedDepartureAt === null ? t('openEnd') : showDate(now.expectedDepartureAt);
    return { tenant: now, text: t('renew.changed', { until }) };
  };
  return (
    <FormDialog
      title={t('renew.title', { count: left.length })}
      form={form}
      action={t('renew.action', { count: left.length })}
      send={async ({ until }) => {
        const failed: Failure[] = [];
        for (const tenant of left) {
          const { stayId, version } = tenant;
          try {
            await api.extendStay({ path: { stayId }, body: { version, expectedDepartureAt: `${until}T12:00` } });
          } catch (error) {
            failed.push(await failureOf(tenant, error));
          }
        }
        return failed;
      }}
      onDone={(failed) => {
        void queries.invalidateQueries({ queryKey: ['listStays'] });
        const done = left.length - failed.length;
        if (done > 0) tell(t('renew.done', { count: done }));
        setFailures(failed);
        setLeft(failed.map(({ tenant }) => tenant));
        onDone(failed.map(({ tenant }) => tenant));
        if (failed.length === 0) onClose();
      }}
      onClose={onClose}
    >
      {failures.length > 0 && (
        <Alert color="red" role="alert" title={t('renew.failed', { count: failures.length })}>
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
      <TextInput
        type="date"
        label={t('renew.until')}
        description={t('renew.hint')}
        required
        min={today}
        data-autofocus
        {...form.getInputProps('until')}
      />
    </FormDialog>
  );
}
