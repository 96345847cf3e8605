import { invalid } from '../http/failure';
import { personFields } from '../people/identity-question';
import { instant } from '../shape/dates';
import { boolean, dictionary, integer, nullable, object, oneOf, text, type TypeOf } from '../shape/shape';
import { sha256Hex } from '../signature/signature';

const id = text(1, 64, /^[A-Za-z0-9_-]+$/, 'must be letters, digits, _ and -');

const stayEvent = object({
  eventId: text(1, 200),
  type: oneOf('arrival', 'change', 'departure', 'cancellation'),
  facilityId: id,
  stayId: id,
  sequence: integer(1, 2 ** 31 - 1),
  occurredAt: instant,
  declaredAt: instant,
  dueAt: instant,
  late: boolean,
  facility: object({ name: text(1, 500), kind: text(1, 40), wardCode: text(0, 20) }),
  person: object(personFields, { phone: text(1, 40), address: text(1, 1_000) }),
  stay: object(
    { kind: text(1, 40), arrivedAt: instant, reason: nullable(integer(1, 99)), place: dictionary(text(0, 500), 40) },
    { expectedDepartureAt: instant, departedAt: instant, reasonText: text(1, 1_000) },
  ),
});
export type StayEvent = TypeOf<typeof stayEvent>;

/** An event with the canonical text of its content, by which a repeat is told from another event under the same id. */
export interface StayEventRecord {
  readonly event: StayEvent;
  readonly content: string;
  readonly contentHash: string;
}

export function readStayEvent(body: unknown): StayEventRecord {
  const event = stayEvent(body, '');
  const { eventId, facilityId, stayId, sequence } = event;
  if (eventId !== `${facilityId}:${stayId}:${sequence}`)
    throw invalid('eventId', 'must be <facilityId>:<stayId>:<sequence>');
  const content = JSON.stringify(event);
  return { event, content, contentHash: sha256Hex(content) };
}
