import { isObject } from '../http/body';
import { invalid } from '../http/failure';

/** How badly the stand-in behaves. Kept in memory only: a restart brings back good manners. */
export interface Behaviour {
  readonly issueWrongNonce: boolean;
  readonly issueWrongAudience: boolean;
  readonly issueWrongIssuer: boolean;
  /** ID tokens without a signature, saying so themselves. */
  readonly algNone: boolean;
  /** ID tokens signed by a key nobody knows, under the id of the known one. */
  readonly strangersSignature: boolean;
  /** ID tokens that ended an hour ago. */
  readonly expiredIdToken: boolean;
  /** ID tokens say that a password alone was asked for, whatever really was. */
  readonly weakAcr: boolean;
  /** Everything but health and admin answers 503. */
  readonly down: boolean;
}

export const GOOD_BEHAVIOUR: Behaviour = {
  issueWrongNonce: false,
  issueWrongAudience: false,
  issueWrongIssuer: false,
  algNone: false,
  strangersSignature: false,
  expiredIdToken: false,
  weakAcr: false,
  down: false,
};

/** A change of some switches; what is left out stays as it is. */
export function changedBehaviour(current: Behaviour, body: unknown): Behaviour {
  if (!isObject(body)) throw invalid('body', 'must be an object');
  for (const [name, value] of Object.entries(body)) {
    if (!Object.hasOwn(GOOD_BEHAVIOUR, name)) throw invalid('body', 'names a switch that does not exist');
    if (typeof value !== 'boolean') throw invalid(name, 'must be true or false');
  }
  return { ...current, ...body };
}
