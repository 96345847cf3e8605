import { inForce } from './admin-unit';

/** The values of the dated rules, by key. */
export interface RuleValues {
  /** Hours `HH:mm`, Vietnamese time. */
  readonly 'stay.deadline': { readonly cutoff: string; readonly nextDayDue: string };
  readonly 'stay.deadline.foreigner': { readonly hours: number; readonly remoteHours: number };
  readonly 'stay.arrival-window': { readonly onTimeDays: number; readonly maxLateDays: number };
  readonly 'stay.max-days-per-notice': { readonly days: number };
  readonly 'stay.temporary-residence': { readonly afterDays: number };
  readonly 'stay.outage-extension': { readonly graceMinutes: number };
  readonly 'stay.close-relative-single-notice': { readonly allowed: boolean };
  readonly 'passenger.declarant': { readonly vehicleOwnerDeclares: boolean };
  /** An overlap this short is no contradiction; kinds of stay that mean being there. */
  readonly 'movement.two-places': { readonly toleranceMinutes: number; readonly kinds: readonly string[] };
  /** Least minutes over so many provincial borders, and which provinces border on which. */
  readonly 'movement.journey': {
    readonly tiers: readonly { readonly borders: number; readonly minutes: number }[];
    readonly neighbours: Readonly<Record<string, readonly string[]>>;
  };
  /** Papers that share a phone number within so many days. */
  readonly 'movement.phone': { readonly identities: number; readonly days: number };
  readonly 'data.retention': { readonly months: number };
  readonly 'fine.not-declaring': {
    readonly bands: readonly {
      readonly fromGuests: number;
      readonly toGuests: number | null;
      readonly minVnd: number;
      readonly maxVnd: number;
    }[];
  };
  /** When a facility that declares nothing is called silent (libs/compliance). */
  readonly 'compliance.silence': {
    readonly historyDays: number;
    readonly minimumHistoryDays: number;
    readonly minimumDeclarations: number;
    readonly minimumActiveDays: number;
    readonly recentDays: number;
    readonly minimumSilentDays: number;
    readonly chance: number;
    readonly newDays: number;
    readonly fullShare: number;
    readonly outageHours: number;
    readonly roomsPerDay: Readonly<Record<string, number>>;
  };
  /** From where figures of a facility are worth a look, by indicator. */
  readonly 'compliance.bands': {
    readonly points: { readonly outside: number; readonly far: number; readonly silent: number };
    readonly bands: Readonly<
      Record<string, { readonly limit: number; readonly far: number; readonly minimum: number }>
    >;
  };
}

export type RuleKey = keyof RuleValues;

/** A rule with its legal source, in force from `validFrom` up to, not including, `validTo`. */
export interface LegalRule {
  readonly key: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly value: unknown;
  readonly sourceVi: string;
  readonly noteVi: string | null;
  readonly noteEn: string | null;
}

/** Law as data: what was in force on a day. */
export class RuleBook {
  constructor(readonly rules: readonly LegalRule[]) {}

  /** The rule of that key on a day (`YYYY-MM-DD`), or undefined when there was none. */
  find<K extends RuleKey>(key: K, day: string): RuleValues[K] | undefined {
    return this.findRule(key, day)?.value;
  }

  /** The same with its source and the time it is in force. */
  findRule<K extends RuleKey>(key: K, day: string): (LegalRule & { readonly value: RuleValues[K] }) | undefined {
    return this.rules.find((rule) => rule.key === key && inForce(rule, day)) as
      (LegalRule & { readonly value: RuleValues[K] }) | undefined;
  }

  /** Throws when no rule was in force: the data is then incomplete. */
  get<K extends RuleKey>(key: K, day: string): RuleValues[K] {
    const value = this.find(key, day);
    if (value === undefined) throw new Error(`No rule ${key} was in force on ${day}`);
    return value;
  }
}
