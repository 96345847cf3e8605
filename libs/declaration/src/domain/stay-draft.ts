import type { Sex } from '@luutru/identity-document';
import type { Finding } from './finding';
import type { PlaceField, StayKind } from './stay-kind';

/** A declaration that passed every rule, with all defaults filled in. */
export interface StayDraft {
  readonly kind: StayKind;
  readonly externalRef: string | null;
  readonly person: DeclaredPerson;
  readonly arrivedAt: Date;
  /** Null when the end is open. */
  readonly expectedDepartureAt: Date | null;
  readonly reason: number | null;
  readonly reasonText: string | null;
  readonly note: string | null;
  readonly place: Readonly<Partial<Record<PlaceField, string>>>;
  readonly dueAt: Date;
  /** The outage that moved the deadline; null: it stands as the law has it. */
  readonly dueExtendedBy: string | null;
  readonly late: boolean;
  readonly warnings: readonly Finding[];
}

export interface DeclaredPerson {
  readonly fullName: string;
  /** `YYYY-MM-DD` or `YYYY`. */
  readonly birthDate: string;
  readonly sex: Sex;
  readonly nationality: string;
  readonly documentType: number;
  /** Null for a person without a numbered paper. */
  readonly documentNumber: string | null;
  readonly documentDescription: string | null;
  readonly phone: string | null;
  /** Foreigners: the last day of their permission to stay. */
  readonly permitUntil: string | null;
  readonly residenceKind: number | null;
  readonly address: string | null;
  /** Today's ward and province of the residence, as far as the address tells. */
  readonly residenceWardId: string | null;
  readonly originProvinceId: string | null;
}

/** The nationality code of Viet Nam. */
export const VIETNAM = 'VNM';

export const isForeigner = (person: Pick<DeclaredPerson, 'nationality'>): boolean => person.nationality !== VIETNAM;
