import { Button, Group, NativeSelect, Paper, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useSession } from '../../app/session-context';
import { useSubmit } from '../../forms/use-submit';
import { Problem } from '../../states/problem';
import { UnitChoice } from '../police/units';
import { factsIn, ListFormFields, NEW_LIST } from './list-form-fields';

export const LIST_KINDS = ['truy-na', 'mat-tich', 'cam-xuat-canh', 'tre-em', 'khac'] as const;
type Kind = (typeof LIST_KINDS)[number];

/** Proposes a list; it exists once somebody else has approved it. */
export function NewListForm({ onDone }: { onDone: (proposalId: string) => void }) {
  const { t } = useTranslation('watch-lists');
  const { unitIds } = useSession();
  const client = useQueryClient();
  const form = useForm({ initialValues: { ...NEW_LIST, kind: 'truy-na' as Kind, unitId: unitIds[0] ?? '' } });
  const submit = useSubmit(
    form,
    ({ kind, unitId, ...facts }) => api.proposeWatchList({ body: { kind, unitId, ...factsIn(facts) } }),
    ({ proposalId }) => {
      void client.invalidateQueries({ queryKey: ['listWatchListProposals'] });
      onDone(proposalId);
    },
  );
  return (
    <Paper withBorder p="md">
      <form ref={submit.ref} onSubmit={submit.onSubmit}>
        <Stack gap="sm">
          <Title order={2} size="h4">
            {t('newList')}
          </Title>
          <Text size="sm">{t('fourEyes')}</Text>
          <NativeSelect
            label={t('form.kind')}
            data={LIST_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
          <UnitChoice
            label={t('form.unitId')}
            homeUnitId={unitIds[0]}
            homeOnly
            wholeProvince
            required
            value={form.values.unitId}
            onChange={(unitId) => form.setFieldValue('unitId', unitId)}
            error={form.errors.unitId}
          />
          <ListFormFields form={form} />
          <Problem error={submit.error} shown={submit.shown} />
          <Group>
            <Button type="submit" loading={submit.isPending}>
              {t('propose')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
