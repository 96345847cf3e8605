import { Autocomplete, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import type { Output } from '@luutru/client';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { Facility } from '../../../api/facility';
import { serverNow } from '../../../api/server-clock';
import { FormDialog } from '../../../forms/form-dialog';
import { localMoment } from '../../check-in/place/stay-terms';

interface NewTripDialogProps {
  readonly facility: Facility;
  /** The day that is looked at: `2026-11-26`. */
  readonly day: string;
  readonly onDone: (trip: Output<'createTrip'>) => void;
  readonly onClose: () => void;
}

/** A trip of one of the operator's routes: vehicle, route, hour. */
export function NewTripDialog({ facility, day, onDone, onClose }: NewTripDialogProps) {
  const { t } = useTranslation('trips');
  const key = useRef(crypto.randomUUID());
  const form = useForm({
    initialValues: {
      plate: facility.vehicles.length === 1 ? (facility.vehicles[0]?.plate ?? '') : '',
      routeCode: facility.routes[0]?.code ?? '',
      departsAt: `${day}T${nextHour()}`,
      driverName: '',
    },
    // Another trip is another request.
    onValuesChange: () => (key.current = crypto.randomUUID()),
  });
  return (
    <FormDialog
      title={t('new.title')}
      form={form}
      action={t('new.action')}
      send={({ driverName, ...values }) =>
        api.createTrip(
          {
            body: {
              facilityId: facility.facilityId,
              ...values,
              ...(driverName.trim() !== '' && { driverName: driverName.trim() }),
            },
          },
          { idempotencyKey: key.current },
        )
      }
      onDone={onDone}
      onClose={onClose}
    >
      <Autocomplete
        label={t('plate')}
        placeholder="43B-012.34"
        required
        autoComplete="off"
        data-autofocus
        data={facility.vehicles.map(({ plate }) => plate)}
        {...form.getInputProps('plate')}
      />
      <NativeSelect
        label={t('route')}
        required
        data={facility.routes.map(({ code, name }) => ({ value: code, label: name }))}
        {...form.getInputProps('routeCode')}
      />
      <TextInput type="datetime-local" label={t('departs')} required {...form.getInputProps('departsAt')} />
      <TextInput label={t('driver')} autoComplete="off" {...form.getInputProps('driverName')} />
    </FormDialog>
  );
}

/** The next whole hour of today, as trips leave by the clock. */
const nextHour = (): string => {
  const time = localMoment(new Date(serverNow().getTime() + 3_600_000)).slice(11, 13);
  return `${time}:00`;
};
