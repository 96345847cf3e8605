import { Alert, Button, Group, NativeSelect, Paper, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { notify } from '../../app/notify';
import { useSession } from '../../app/session-context';
import { useSubmit } from '../../forms/use-submit';
import { showMoment } from '../../i18n/format';
import { Problem } from '../../states/problem';
import { URGENT } from '../police/colours';
import { useCodeNames } from '../../api/code-names';
import { ownGlasses } from '../police/glasses';
import { state, useStated } from '../police/stated';
import { UnitChoice } from '../police/units';

/** Opens one; the looks that follow use it at once. */
export function OpenForm() {
  const { t } = useTranslation('break-glass');
  const { t: police } = useTranslation('police');
  const { unitIds } = useSession();
  const client = useQueryClient();
  const stated = useStated();
  const purposes = useCodeNames('look-purpose');
  const needed = (value: string): string | null => (value.trim() === '' ? police('stated.missing') : null);
  const form = useForm({
    initialValues: { unitId: '', purpose: stated?.purpose ?? '', caseNumber: stated?.caseNumber ?? '', reason: '' },
    validate: { unitId: needed, purpose: needed, caseNumber: needed, reason: needed },
  });
  const submit = useSubmit(
    form,
    (body) => api.openBreakGlass({ body }),
    (glass) => {
      // Known before it is used: looks forget one that is not among the open ones.
      client.setQueryData(ownGlasses.queryKey, (known) => ({ breakGlasses: [glass, ...(known?.breakGlasses ?? [])] }));
      const { breakGlassId, purpose, caseNumber, expiresAt } = glass;
      state({ purpose, caseNumber: caseNumber ?? '', breakGlassId });
      form.reset();
      notify({ message: t('opened', { until: showMoment(expiresAt) }) });
    },
  );
  return (
    <Paper withBorder p="md" component="section">
      <form ref={submit.ref} onSubmit={submit.onSubmit} noValidate>
        <Stack gap="sm">
          <Title order={2} size="h4">
            {t('open')}
          </Title>
          <Alert color="orange" icon={<IconAlertTriangle aria-hidden />} p="sm">
            {t('warning')}
          </Alert>
          <UnitChoice
            label={t('unit')}
            homeUnitId={unitIds[0]}
            homeOnly
            wholeProvince
            required
            value={form.values.unitId}
            onChange={(unitId) => form.setFieldValue('unitId', unitId)}
            error={form.errors.unitId}
          />
          <NativeSelect
            label={police('stated.purpose')}
            data={[{ value: '', label: police('units.choose') }, ...purposes.options]}
            required
            {...form.getInputProps('purpose')}
          />
          <TextInput
            label={police('stated.caseNumber')}
            placeholder="VV-2026/118"
            maxLength={64}
            autoComplete="off"
            required
            {...form.getInputProps('caseNumber')}
          />
          <Textarea
            label={t('reason')}
            description={t('reasonHint')}
            autosize
            minRows={3}
            maxLength={1_000}
            required
            {...form.getInputProps('reason')}
          />
          <Problem error={submit.error} shown={submit.shown} />
          <Group>
            <Button type="submit" color={URGENT} loading={submit.isPending}>
              {t('openNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
