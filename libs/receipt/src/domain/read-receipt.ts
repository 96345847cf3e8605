import { RECEIPT_ACTS, RECEIPT_KINDS, type ReceiptClaims } from './receipt';
import {
  fits,
  isBytes,
  isCount,
  isFacilityCode,
  isFlag,
  isIssuer,
  isMoment,
  isNumericDate,
  isOneOf,
  isText,
  type Shape,
} from './shape';

const SHAPE: Shape = {
  iss: isIssuer,
  rid: isText(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
  ver: isCount(1),
  act: isOneOf(RECEIPT_ACTS),
  fac: isFacilityCode,
  kind: isOneOf(RECEIPT_KINDS),
  arr: isMoment,
  dec: isMoment,
  due: isMoment,
  late: isFlag,
  'prev?': isBytes(32),
  cnt: isBytes(16, 64),
  iat: isNumericDate,
};

/** The claims of a receipt, or null for anything that is not exactly one or contradicts itself. */
export function readReceipt(payload: unknown): ReceiptClaims | null {
  if (!fits(SHAPE, payload)) return null;
  const claims = payload as unknown as ReceiptClaims;
  const first = claims.act === 'declared';
  if (first !== (claims.ver === 1) || (first && claims.prev !== undefined)) return null;
  return claims.late === Date.parse(claims.dec) > Date.parse(claims.due) ? claims : null;
}
