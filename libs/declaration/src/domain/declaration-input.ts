import type { Sex } from '@luutru/identity-document';
import type { PlaceField, StayKind } from './stay-kind';

/** A declaration as it comes in, whatever the channel: right types, but nothing checked against rules. Absent = not given. */
export interface DeclarationInput {
  readonly kind?: StayKind;
  readonly externalRef?: string;
  readonly person?: PersonInput;
  /** ISO 8601; without an offset it is Vietnamese time. Absent: now, for a passenger the departure of the trip. */
  readonly arrivedAt?: string;
  readonly expectedDepartureAt?: string;
  /** Code of the table `stay-reason`. */
  readonly reason?: number;
  readonly reasonText?: string;
  readonly note?: string;
  readonly place?: Readonly<Partial<Record<PlaceField, string>>>;
}

/** A person by scan (`qr` or `mrz`), by fields, or both: a field given by hand wins over the scan. */
export interface PersonInput {
  /** An earlier stay at the same facility whose person this is; fields given by hand win. Resolved before the rules. */
  readonly fromStayId?: string;
  readonly qr?: string;
  readonly mrz?: string;
  readonly fullName?: string;
  /** `YYYY-MM-DD`, or `YYYY` where only the year is known. */
  readonly birthDate?: string;
  readonly sex?: Sex;
  /** ISO 3166-1 alpha-3, Germany `D`. */
  readonly nationality?: string;
  readonly document?: DocumentInput;
  readonly phone?: string;
  /** Foreigners: the day, `YYYY-MM-DD`, until which they may stay in Viet Nam (thời hạn tạm trú). */
  readonly permitUntil?: string;
  readonly residence?: ResidenceInput;
}

export interface DocumentInput {
  /** Code of the table `document-type`. */
  readonly type?: number;
  readonly number?: string;
  /** What the paper is, for type 9; or why there is none. */
  readonly description?: string;
}

export interface ResidenceInput {
  /** Code of the table `residence-kind`. */
  readonly kind?: number;
  readonly address?: string;
  /** Portal (KBTT) codes. */
  readonly provinceCode?: string;
  readonly wardCode?: string;
}
