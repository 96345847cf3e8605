import type { StayKind } from './stay-kind';

/** What the rules need to know besides the input. All of it is data or a pure look-up. */
export interface DeclarationContext {
  readonly now: Date;
  /** When it is said, where that is not `now`: a correction is held against the rules of the moment of the declaration. */
  readonly saidAt?: Date;
  readonly facility: FacilityFacts;
  /** The trip or the patient the input refers to; null when there is none of that id in the facility. */
  readonly trip?: TripFacts | null;
  readonly patient?: PatientFacts | null;
  readonly rules: DeclarationRules;
  /** Moves a deadline that fell into an outage; absent: none is known. */
  readonly extend?: (due: Date) => { readonly dueAt: Date; readonly outageId: string | null };
  readonly codes: CodeLookup;
  readonly addresses: AddressLookup;
}

export interface FacilityFacts {
  readonly active: boolean;
  readonly stayKinds: ReadonlySet<StayKind>;
  readonly roomRequired: boolean;
  readonly remoteArea: boolean;
  readonly industrialZoneId: string | null;
  readonly zoneRequired: boolean;
  readonly rooms: ReadonlySet<string>;
  readonly departments: ReadonlySet<string>;
}

export interface TripFacts {
  readonly departsAt: Date;
  readonly expectedArrivalAt: Date;
  /** Codes of the stops, in driving order. */
  readonly stops: readonly string[];
  /** When the bus is expected at each stop. */
  readonly stopTimes?: Readonly<Record<string, Date>>;
  readonly open: boolean;
  /** Seats of those on board or expected. */
  readonly seats?: readonly SeatLeg[];
}

/** A seat between two stops. */
export interface SeatLeg {
  readonly seat: string;
  readonly from: string;
  readonly to: string;
}

export interface PatientFacts {
  readonly department: string;
  readonly room: string | null;
  readonly bed: string | null;
  readonly discharged: boolean;
}

/** The dated rules, each as it was in force on a day. */
export interface DeclarationRules {
  /** Arrival before `cutoff` (HH:mm): due at the cutoff; from then on: due at `nextDayDue` the day after. */
  deadline(day: string): { readonly cutoff: string; readonly nextDayDue: string };
  foreignerDeadline(day: string): { readonly hours: number; readonly remoteHours: number };
  arrivalWindow(day: string): { readonly onTimeDays: number; readonly maxLateDays: number };
  maxDaysPerNotice(day: string): number;
  temporaryResidenceAfterDays(day: string): number;
}

export interface CodeLookup {
  has(
    table: 'document-type' | 'stay-reason' | 'residence-kind' | 'nationality' | 'relation-to-patient' | 'cancel-reason',
    code: string,
  ): boolean;
}

export interface AddressLookup {
  resolve(address: string, hint: { provinceCode?: string; wardCode?: string }): ResolvedAddress;
}

export interface ResolvedAddress {
  readonly certainty: 'ward' | 'province' | 'none';
  readonly wardId: string | null;
  readonly provinceId: string | null;
}
