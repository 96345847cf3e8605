import type { Output } from '@luutru/client';
import type { Facility } from '../../api/facility';

export type Trip = Output<'getTrip'>;
export type TripState = 'planned' | 'departed' | 'arrived' | 'cancelled';

/** A bus operator: it declares passengers. */
export const carriesPassengers = (facility: Facility | null): boolean =>
  facility?.stayKinds.includes('passenger') ?? false;

/** `43B-012.34` and `43B01234` are one plate. */
export const samePlate = (one: string, other: string): boolean => bare(one) === bare(other);
const bare = (plate: string): string => plate.toUpperCase().replace(/[\s.-]/g, '');

/** As it is written on the vehicle, where the operator has listed it. */
export const shownPlate = ({ vehicles }: Facility, plate: string): string =>
  vehicles.find((vehicle) => samePlate(vehicle.plate, plate))?.plate ?? plate;

/** Null: the operator has not listed the vehicle. */
export const seatsOf = ({ vehicles }: Facility, plate: string): number | null =>
  vehicles.find((vehicle) => samePlate(vehicle.plate, plate))?.seats ?? null;

export const routeName = ({ routes }: Facility, code: string): string =>
  routes.find((route) => route.code === code)?.name ?? code;

/** Name of a stop of the trip; its code when the trip has no such stop. */
export const stopName = ({ stops }: Pick<Trip, 'stops'>, code: string | undefined): string =>
  stops.find((stop) => stop.code === code)?.name ?? code ?? '';
