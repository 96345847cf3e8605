import { useSyncExternalStore } from 'react';
import type { Stated } from '../police/stated';
import type { Criteria, Reading } from './typed';

/** A search that was asked for; the same criteria asked for again are another one. */
export interface AskedSearch {
  readonly serial: number;
  readonly stated: Stated;
  readonly criteria: Criteria;
}

/** Somebody who is looked at, by a stay of theirs. */
export interface Chosen {
  readonly facilityId: string;
  readonly stayId: string;
  readonly stated: Stated;
}

export interface FurtherCriteria {
  readonly birthYear: string;
  readonly sex: '' | 'M' | 'F';
  readonly nationality: string;
  readonly kind: string;
  readonly facilityKind: string;
  readonly unitId: string;
  readonly facilityId: string;
  readonly room: string;
  readonly event: '' | 'arrival' | 'departure' | 'in-house';
  readonly from: string;
  readonly to: string;
}

export const NO_FURTHER: FurtherCriteria = {
  birthYear: '',
  sex: '',
  nationality: '',
  kind: '',
  facilityKind: '',
  unitId: '',
  facilityId: '',
  room: '',
  event: '',
  from: '',
  to: '',
};

interface Work {
  readonly text: string;
  readonly reading: Reading | '';
  readonly further: FurtherCriteria;
  readonly folded: boolean;
  readonly asked: AskedSearch | null;
  readonly page: number;
  /** Who was looked at, in order; an address names the place in it and nobody. */
  readonly chosen: readonly Chosen[];
}

/** What an officer is in the middle of. In the memory of the page only: it names people. */
let work: Work = { text: '', reading: '', further: NO_FURTHER, folded: true, asked: null, page: 0, chosen: [] };
const listeners = new Set<() => void>();

export function keep(change: Partial<Work>): void {
  work = { ...work, ...change };
  for (const listener of listeners) listener();
}

/** Under another purpose or case it is another look, and is recorded as one. */
const isSameLook = (one: Chosen, other: Chosen): boolean =>
  one.stayId === other.stayId &&
  one.stated.purpose === other.stated.purpose &&
  one.stated.caseNumber === other.stated.caseNumber &&
  one.stated.breakGlassId === other.stated.breakGlassId;

/** Puts somebody on the list of those looked at; returns their place in it. */
export function choose(chosen: Chosen): string {
  const at = work.chosen.findIndex((one) => isSameLook(one, chosen));
  if (at >= 0) return String(at + 1);
  keep({ chosen: [...work.chosen, chosen] });
  return String(work.chosen.length);
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useWork = (): Work => useSyncExternalStore(subscribe, () => work);
