import { localDate } from '@luutru/calendar';
import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { serverNow } from '../../../api/server-clock';
import { showDate } from '../../../i18n/format';
import { EachDialog, type EachProps } from './each-dialog';

/** Records of many on which day they registered temporary residence. */
export function RegisterDialog(props: EachProps) {
  const { t } = useTranslation('tenants');
  const today = localDate(serverNow());
  const form = useForm({ initialValues: { on: today } });
  return (
    <EachDialog
      {...props}
      what="register"
      form={form}
      send={({ stayId, version }, { on }) =>
        api.correctStay({ path: { stayId }, body: { version, changes: { place: { temporaryResidenceOn: on } } } })
      }
      changed={({ place: { temporaryResidenceOn: on } }) =>
        t(on === undefined ? 'register.changed' : 'register.changedTo', { on: on === undefined ? '' : showDate(on) })
      }
    >
      <TextInput
        type="date"
        label={t('register.on')}
        description={t('register.hint')}
        required
        max={today}
        data-autofocus
        {...form.getInputProps('on')}
      />
    </EachDialog>
  );
}
