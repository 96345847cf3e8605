/** What the identity provider's ID token says of a person, as far as it concerns us. */
export interface IdentityClaims {
  readonly personal_number?: unknown;
  readonly name?: unknown;
  readonly acr?: unknown;
  readonly amr?: unknown;
}

/** A person whose number the identity provider vouches for. */
export interface ProvenPerson {
  /** Twelve digits. */
  readonly personalNumber: string;
  readonly fullName: string;
  /** Two factors were shown. */
  readonly strong: boolean;
}

/** Levels of assurance we know; the second means a password and a one-time code. */
const PASSWORD_ONLY = 'urn:luutru:acr:1';
export const TWO_FACTORS = 'urn:luutru:acr:2';

/** Null when the claims do not make a person: no number, no name, or a level of assurance we do not know. */
export function provenPerson(claims: IdentityClaims): ProvenPerson | null {
  const { personal_number: personalNumber, name, acr, amr } = claims;
  if (typeof personalNumber !== 'string' || !/^\d{12}$/.test(personalNumber)) return null;
  if (typeof name !== 'string' || name.trim() === '') return null;
  if (acr !== PASSWORD_ONLY && acr !== TWO_FACTORS) return null;
  // Level and methods have to say the same: one of them alone is not believed.
  const methods: readonly unknown[] = Array.isArray(amr) ? amr : [];
  const strong = acr === TWO_FACTORS && methods.includes('otp');
  return { personalNumber, fullName: name.normalize('NFC').trim(), strong };
}
