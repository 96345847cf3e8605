import { Alert, Button, Group, Radio, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconDownload, IconShieldLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { Facility } from '../../../api/facility';
import { saveFile } from '../../../api/save-file';
import { Page } from '../../../app/page';
import { Section } from '../../../app/section';
import { useSubmit } from '../../../forms/use-submit';
import { useLanguage } from '../../../i18n/use-language';
import { Problem } from '../../../states/problem';
import { tell } from '../../../states/tell';
import { OwnFacility } from '../own-facility';
import { PastBatches } from '../past-batches';

/** The facility's data, to take anywhere, and the files it has sent. */
export function ExportsPage() {
  const { t } = useTranslation('owner');
  return (
    <OwnFacility>
      {(facility) => (
        <Page
          key={facility.facilityId}
          title={t('exports.title')}
          hint={t('exports.hint', { facility: facility.name })}
        >
          <ExportForm facility={facility} />
          <PastBatches facilityId={facility.facilityId} />
        </Page>
      )}
    </OwnFacility>
  );
}

function ExportForm({ facility }: { facility: Facility }) {
  const { t } = useTranslation('owner');
  const language = useLanguage();
  const needed = (day: string, { scope }: { scope: string }): string | null =>
    scope === 'history' && day === '' ? t('exports.daysMissing') : null;
  const form = useForm({
    initialValues: { scope: 'present', form: 'portal', format: 'xlsx', from: '', to: '' },
    validate: { from: needed, to: needed },
  });
  const submit = useSubmit(
    form,
    async ({ scope, form: sheet, format, from, to }) => {
      const response = await api.exportStays({
        query: {
          facilityId: facility.facilityId,
          scope: scope as 'present' | 'history',
          form: sheet as 'portal' | 'foreigners',
          format: format as 'xlsx' | 'csv',
          language,
          ...(scope === 'history' && { from, to }),
        },
      });
      await saveFile(response, `${facility.code}.${format}`);
    },
    () => tell(t('exports.done')),
  );
  const history = form.getValues().scope === 'history';
  return (
    <Section title={t('exports.download')}>
      <Alert color="gray" icon={<IconShieldLock aria-hidden />}>
        {t('exports.warning')}
      </Alert>
      <form ref={submit.ref} onSubmit={submit.onSubmit} noValidate>
        <Stack align="flex-start">
          <Radio.Group label={t('exports.scope')} {...form.getInputProps('scope')}>
            <Stack gap="xs" mt="xs">
              <Radio value="present" label={t('exports.present')} />
              <Radio value="history" label={t('exports.history')} />
            </Stack>
          </Radio.Group>
          {history && (
            <Group align="flex-start">
              <TextInput type="date" label={t('exports.from')} required {...form.getInputProps('from')} />
              <TextInput type="date" label={t('exports.to')} required {...form.getInputProps('to')} />
            </Group>
          )}
          <Radio.Group label={t('exports.form')} {...form.getInputProps('form')}>
            <Stack gap="xs" mt="xs">
              <Radio value="portal" label={t('exports.portal')} />
              <Radio value="foreigners" label={t('exports.foreigners')} />
            </Stack>
          </Radio.Group>
          <Radio.Group label={t('exports.format')} {...form.getInputProps('format')}>
            <Group mt="xs">
              <Radio value="xlsx" label="Excel (.xlsx)" />
              <Radio value="csv" label="CSV" />
            </Group>
          </Radio.Group>
          <Problem error={submit.error} shown={submit.shown} />
          <Button type="submit" loading={submit.isPending} leftSection={<IconDownload size={18} aria-hidden />}>
            {t('exports.download')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
