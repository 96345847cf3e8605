import { inForce } from './admin-unit';

/** One code of a code table with its labels, in force from `validFrom` up to, not including, `validTo`. */
export interface CodeEntry {
  readonly table: string;
  readonly code: string;
  readonly labelVi: string;
  readonly labelEn: string;
  readonly sort: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** The code tables, effective-dated. */
export class CodeTables {
  private readonly tables = new Map<string, Map<string, CodeEntry[]>>();

  constructor(entries: readonly CodeEntry[]) {
    for (const entry of entries) {
      const table = this.tables.get(entry.table) ?? new Map<string, CodeEntry[]>();
      this.tables.set(entry.table, table);
      table.set(entry.code, [...(table.get(entry.code) ?? []), entry]);
    }
  }

  get names(): string[] {
    return [...this.tables.keys()].sort();
  }

  find(table: string, code: string, day: string): CodeEntry | undefined {
    return this.tables
      .get(table)
      ?.get(code)
      ?.find((entry) => inForce(entry, day));
  }

  has(table: string, code: string, day: string): boolean {
    return this.find(table, code, day) !== undefined;
  }

  /** The entries in force on a day, in their order. Undefined when there is no such table. */
  list(table: string, day: string): CodeEntry[] | undefined {
    const entries = this.tables.get(table);
    return (
      entries &&
      [...entries.values()]
        .flat()
        .filter((entry) => inForce(entry, day))
        .sort((a, b) => a.sort - b.sort)
    );
  }
}

/** What the table `facility-kind` says of a kind. */
export interface FacilityKind {
  readonly code: string;
  readonly kbttKind: string;
  readonly stayKinds: readonly string[];
  readonly roomRequired: boolean;
  readonly starsAllowed: boolean;
}

export function facilityKind(tables: CodeTables, code: string, day: string): FacilityKind | undefined {
  const attributes = tables.find('facility-kind', code, day)?.attributes;
  return attributes && { code, ...(attributes as unknown as Omit<FacilityKind, 'code'>) };
}
