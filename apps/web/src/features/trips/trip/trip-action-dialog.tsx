import { Autocomplete, NativeSelect } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import type { Facility } from '../../../api/facility';
import { FormDialog } from '../../../forms/form-dialog';
import { tell } from '../../../states/tell';
import type { ListedStay } from '../../stays/occupancy';
import type { Trip } from '../trip';
import { NO_SHOW } from './passenger-list';

export type TripAction = 'depart' | 'reach' | 'arrive' | 'cancel' | 'change-vehicle';

interface TripActionDialogProps {
  readonly facility: Facility;
  readonly trip: Trip;
  readonly action: TripAction;
  /** Who is on it. */
  readonly passengers: readonly ListedStay[];
  readonly onClose: () => void;
}

/** Moves a trip on. Each names the version that was seen: a change in between is told, not overwritten. */
export function TripActionDialog({ facility, trip, action, passengers, onClose }: TripActionDialogProps) {
  const { t } = useTranslation('trips');
  const queries = useQueryClient();
  const { tripId, version, stops } = trip;
  const form = useForm({ initialValues: { plate: '', stop: stops[1]?.code ?? '' } });
  const leaving =
    action === 'arrive' ? passengers : passengers.filter(({ place }) => place.alightingStop === form.values.stop);
  const renew = (): void => {
    for (const name of ['getTrip', 'listTrips', 'listStays']) void queries.invalidateQueries({ queryKey: [name] });
  };
  const send = async ({ plate, stop }: { plate: string; stop: string }) => {
    // A trip with passengers cannot be cancelled: none of them has come.
    if (action === 'cancel') await cancelAll(passengers);
    const more = { ...(action === 'change-vehicle' && { plate }), ...(action === 'reach' && { stop }) };
    return api.actOnTrip({ path: { tripId }, body: { action, version, ...more } });
  };
  return (
    <FormDialog
      title={t(`actions.${action}`)}
      hint={hintOf()}
      form={form}
      action={t(`actions.${action}`)}
      danger={action === 'cancel'}
      send={(values) => send(values).finally(renew)}
      onDone={({ checkedOut, warnings }) => {
        tell(checkedOut > 0 ? t('leftBus', { count: checkedOut }) : t('done', { action: t(`actions.${action}`) }));
        for (const { message } of warnings) tell(message.vi);
        onClose();
      }}
      onClose={onClose}
    >
      {action === 'change-vehicle' && (
        <Autocomplete
          label={t('plate')}
          required
          data-autofocus
          data={facility.vehicles.map(({ plate }) => plate)}
          {...form.getInputProps('plate')}
        />
      )}
      {action === 'reach' && (
        <NativeSelect
          label={t('stop')}
          data-autofocus
          data={stops.slice(1).map(({ code, name }) => ({ value: code, label: name }))}
          {...form.getInputProps('stop')}
        />
      )}
    </FormDialog>
  );

  function hintOf(): string {
    if (action === 'cancel') return t('hints.cancel', { count: passengers.length });
    if (action === 'reach' || action === 'arrive') return t('hints.leave', { count: leaving.length });
    return t(`hints.${action}`, { count: passengers.length });
  }
}

async function cancelAll(passengers: readonly ListedStay[]): Promise<void> {
  for (const { stayId, version } of passengers) {
    await api.cancelStay({ path: { stayId }, body: { version, reason: NO_SHOW } });
  }
}
