import type { Point } from './ward-places';

/** A ward with what is shown of it: null is hidden or unknown, and its text says why. */
export interface WardValue {
  readonly wardId: string;
  readonly name: string;
  readonly point: Point | null;
  readonly value: number | null;
  readonly text: string;
}
