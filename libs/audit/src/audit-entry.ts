/** Who did it. `system` is the platform itself (worker, command line). */
export interface Actor {
  readonly kind: 'api-key' | 'person' | 'system';
  readonly id: string;
}

/** One change or one sensitive read. Holds ids and counts, never personal data. */
export interface AuditEntry {
  readonly at: Date;
  /** The facility concerned; {@link PLATFORM_FACILITY} when there is none. */
  readonly facilityId: string;
  readonly actor: Actor;
  /** A verb such as `stay.declare`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string | null;
  readonly requestId: string | null;
  /** Why somebody looked: a code of the table `look-purpose`. */
  readonly purpose?: string;
  /** Rows shown by a read. */
  readonly rowCount?: number;
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Stands in the audit trail where no facility is concerned. */
export const PLATFORM_FACILITY = '00000000-0000-0000-0000-000000000000';
