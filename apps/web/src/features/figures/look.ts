import type { Looked } from './address';
import type { Days } from './periods';
import type { Sort } from './sorts';

/** What the parts of the page share: what is looked at, of which authority, until when. */
export interface Look {
  readonly looked: Looked;
  readonly period: Days;
  readonly sort: Sort;
  readonly byDay: boolean;
  readonly change: (change: Looked) => void;
}
