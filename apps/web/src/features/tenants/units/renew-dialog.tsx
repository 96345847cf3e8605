import { addDays, localDate } from '@luutru/calendar';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { serverNow } from '../../../api/server-clock';
import { showDate } from '../../../i18n/format';
import { EachDialog, type EachProps } from './each-dialog';

/** Extends the terms of many to one day. */
export function RenewDialog(props: EachProps) {
  const { t } = useTranslation('tenants');
  const today = localDate(serverNow());
  const form = useForm({ initialValues: { until: addDays(today, 180) } });
  return (
    <EachDialog
      {...props}
      what="renew"
      form={form}
      send={({ stayId, version }, { until }) =>
        api.extendStay({ path: { stayId }, body: { version, expectedDepartureAt: `${until}T12:00` } })
      }
      changed={({ expectedDepartureAt }) =>
        t('renew.changed', { until: expectedDepartureAt === null ? t('openEnd') : showDate(expectedDepartureAt) })
      }
    >
      <TextInput
        type="date"
        label={t('renew.until')}
        description={t('renew.hint')}
        required
        min={today}
        data-autofocus
        {...form.getInputProps('until')}
      />
    </EachDialog>
  );
}
