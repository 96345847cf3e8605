import type { Output } from '@luutru/client';
import type { ComponentType } from 'react';

export type VisitedWards = Output<'viewPerson'>['map'];

/** The place of the map in the view of a person: null until there is one, and then nothing is shown in its stead. */
export const PersonMap: ComponentType<{ readonly wards: VisitedWards }> | null = null;
