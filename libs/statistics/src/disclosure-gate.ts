import { Injectable } from '@nestjs/common';
import type { Caller } from '@luutru/access';
import { type Disclosure, type StatisticsTable, coarsened } from './domain/table';

/** The way by which figures of this moment leave, whole tables at a time and before anything is made of them. */
@Injectable()
export class DisclosureGate {
  private readonly disclosure: Disclosure = coarsened;

  /** Who may not see exact figures sees what may be disclosed. */
  release(caller: Caller, table: StatisticsTable): StatisticsTable {
    return seesExact(caller) ? table : this.disclosure(table);
  }
}

/** Whoever reads figures anywhere without seeing them exactly there sees none exactly: a table may mix both. */
export const seesExact = ({ principal }: Caller): boolean =>
  principal.grants.every(
    ({ permissions }) => !permissions.has('statistics.read') || permissions.has('statistics.exact'),
  );
