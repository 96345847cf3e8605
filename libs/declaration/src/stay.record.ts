import type { Actor } from '@luutru/audit';
import type { Issue } from '@luutru/platform';
import type { StayDraft } from './domain/stay-draft';

/** Where a declaration came in. */
export type Channel = 'rest' | 'kbtt' | 'file';

/** What became of a stay's newest event at the population database. */
export const DELIVERY_STATUSES = ['pending', 'delivered', 'verified', 'mismatch', 'not_found', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** A draft about to be stored. */
export interface NewStay {
  readonly facilityId: string;
  readonly stayId: string;
  /** The Vietnamese day of arrival: the partition of the stay. */
  readonly arrivedOn: string;
  readonly declaredAt: Date;
  readonly channel: Channel;
  /** Links the people of one booking; null for a person alone. */
  readonly groupId: string | null;
  readonly actor: Actor;
  readonly requestId: string;
  readonly draft: StayDraft;
}

/** The answer to an accepted declaration, kept and given again on a repeat. Holds no personal data. */
export interface DeclarationAnswer {
  readonly stayId: string;
  readonly facilityId: string;
  readonly kind: string;
  readonly state: string;
  readonly status: DeliveryStatus;
  /** ISO 8601 with the Vietnamese offset. */
  readonly arrivedAt: string;
  readonly declaredAt: string;
  readonly dueAt: string;
  readonly late: boolean;
  readonly warnings: readonly Issue[];
  /** Signed proof of the declaration: a compact JWS (RFC 7515) that names nobody. */
  readonly receipt: string;
}

/** The sealed part of a stay: everything that names or reaches a person. Stored as JSON in `stay.personal_sealed`. */
export interface PersonalData {
  readonly fullName: string;
  readonly birthDate: string;
  readonly documentNumber: string | null;
  readonly documentDescription: string | null;
  readonly phone: string | null;
  /** Missing in records from before it was asked for. */
  readonly permitUntil?: string | null;
  readonly residenceKind: number | null;
  readonly address: string | null;
  readonly residenceWardId: string | null;
  readonly reasonText: string | null;
  readonly note: string | null;
  readonly externalRef: string | null;
  /** What was said with the last action, such as why it was cancelled. */
  readonly actionNote?: string;
}

/** Seals and opens under these names; changing them would make stored data unreadable. */
export const STAY_SEAL = { table: 'stay', column: 'personal_sealed' } as const;
