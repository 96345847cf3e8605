import type { Person } from '../people/person';

/** What an ID token tells, with `openid` as the only scope. */
export const CLAIMS = ['sub', 'personal_number', 'name', 'birthdate', 'gender', 'acr', 'amr', 'auth_time'];

/** A type, since an interface would not fit the index signature of the provider's claims. */
export type PersonClaims = {
  /** Opaque, the same for one person at every sign-in. */
  readonly sub: string;
  readonly personal_number: string;
  readonly name: string;
  /** YYYY-MM-DD */
  readonly birthdate: string;
  readonly gender: 'male' | 'female';
};

/** The names of OpenID Connect Core 5.1 where it has one. */
export const claimsOf = (sub: string, person: Person): PersonClaims => ({
  sub,
  personal_number: person.personalNumber,
  name: person.fullName,
  birthdate: person.birthDate,
  gender: person.sex === 'M' ? 'male' : 'female',
});
