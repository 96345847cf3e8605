import type { ListKindCode } from './list-kind';

/** A list as its keepers describe it. */
export interface ListFacts {
  readonly kind: ListKindCode;
  readonly nameVi: string;
  readonly nameEn: string;
  /** The administrative unit whose police keep it; never changes. */
  readonly unitId: string;
  /** The law or order that allows it. */
  readonly legalBasis: string;
  /** Days `YYYY-MM-DD`, both included; null: without end. */
  readonly validFrom: string;
  readonly validUntil: string | null;
  /** Least score that raises an alert, 0 to 1. */
  readonly threshold: number;
  /** Minutes for taking an alert before it is raised to the next desk. */
  readonly acknowledgeMinutes: number;
  /** Only facilities of this unit are watched; null: all. */
  readonly areaUnitId: string | null;
  /** Level of the desk that its alerts come to first. */
  readonly firstDesk: number;
}

export const DEFAULT_ACKNOWLEDGE_MINUTES = 10;

/** Whether an entry of the list counts on a day. */
export const isInForce = (
  list: { readonly state: string; readonly validFrom: string; readonly validUntil: string | null },
  entryUntil: string | null,
  day: string,
): boolean =>
  list.state === 'active' &&
  list.validFrom <= day &&
  (list.validUntil === null || day <= list.validUntil) &&
  (entryUntil === null || day <= entryUntil);
