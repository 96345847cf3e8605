import type { Output } from '@luutru/client';
import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSubmit } from '../../forms/use-submit';
import { Problem } from '../../states/problem';
import { factsIn, ListFormFields, type ListValues } from './list-form-fields';

type List = Output<'getWatchList'>;

interface ChangeListProps {
  readonly list: List;
  readonly onDone: (proposalId: string) => void;
}

const valuesOf = (list: List): ListValues => ({
  nameVi: list.name.vi,
  nameEn: list.name.en,
  legalBasis: list.legalBasis,
  validFrom: list.validFrom,
  validUntil: list.validUntil ?? '',
  thresholdPercent: list.thresholdPercent,
  acknowledgeMinutes: list.acknowledgeMinutes,
  areaUnitId: list.areaUnitId ?? '',
  firstDesk: list.firstDesk,
});

/** Proposes other facts of a list: only those that were changed. */
export function ChangeListForm({ list, onDone }: ChangeListProps) {
  const { t } = useTranslation('watch-lists');
  const before = valuesOf(list);
  const form = useForm({ initialValues: before });
  const submit = useSubmit(
    form,
    (values) => {
      const changed = Object.entries(factsIn(values)).filter(
        ([name, value]) => value !== before[name as keyof ListValues],
      );
      return api.proposeWatchListChange({ path: { listId: list.listId }, body: Object.fromEntries(changed) });
    },
    ({ proposalId }) => onDone(proposalId),
  );
  return (
    <Paper withBorder p="md">
      <form ref={submit.ref} onSubmit={submit.onSubmit}>
        <Stack gap="sm">
          <Text size="sm">{t('fourEyes')}</Text>
          <ListFormFields form={form} />
          <Problem error={submit.error} shown={submit.shown} />
          <Group>
            <Button type="submit" loading={submit.isPending} disabled={!form.isDirty()}>
              {t('propose')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}

/** Proposes to end a list: its entries no longer count. */
export function WithdrawList({ list, onDone }: ChangeListProps) {
  const { t } = useTranslation('watch-lists');
  const withdraw = useMutation({
    mutationFn: () => api.proposeWatchListWithdrawal({ path: { listId: list.listId } }),
    onSuccess: ({ proposalId }) => onDone(proposalId),
  });
  return (
    <Stack gap="xs">
      <Text size="sm">{t('withdrawListHint', { count: list.entries })}</Text>
      <Group>
        <Button color="red" variant="outline" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
          {t('withdrawList')}
        </Button>
      </Group>
      {withdraw.isError && <Problem error={withdraw.error} />}
    </Stack>
  );
}
