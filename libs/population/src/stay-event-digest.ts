import { createHash } from 'node:crypto';
import { canonicalJson } from '@luutru/platform';
import type { StayEvent } from './wire';

/**
 * Lower-case hex SHA-256 of the event's canonical JSON (docs/population-contract.md). Left out is what may be another on
 * another day although the event is the same: a facility changes its name, an outage found later moves a deadline.
 */
export function digestOfStayEvent({ facility: _facility, dueAt: _dueAt, late: _late, ...event }: StayEvent): string {
  return createHash('sha256').update(canonicalJson(event)).digest('hex');
}
