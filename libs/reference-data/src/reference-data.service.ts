import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database, NO_FACILITY } from '@luutru/platform';
import { AddressResolver } from './domain/address-resolver';
import { AdminUnits, type AdminUnit, type Succession } from './domain/admin-unit';
import { type CodeEntry, CodeTables, type FacilityKind, facilityKind } from './domain/code-tables';
import { type LegalRule, RuleBook } from './domain/rule-book';

interface Loaded {
  readonly adminUnits: AdminUnits;
  readonly addresses: AddressResolver;
  readonly codeTables: CodeTables;
  readonly ruleBook: RuleBook;
}

/** The reference data in memory, as it was at start or at the last {@link reload}. */
@Injectable()
export class ReferenceDataService implements OnModuleInit {
  private loaded?: Loaded;

  constructor(private readonly database: Database) {}

  get adminUnits(): AdminUnits {
    return this.data.adminUnits;
  }

  get addresses(): AddressResolver {
    return this.data.addresses;
  }

  get codeTables(): CodeTables {
    return this.data.codeTables;
  }

  get ruleBook(): RuleBook {
    return this.data.ruleBook;
  }

  /** Throws when a facility carries a kind that the table has not: the data is then incomplete. */
  facilityKind(code: string, day: string): FacilityKind {
    const kind = facilityKind(this.codeTables, code, day);
    if (!kind) throw new Error(`No facility kind ${code} was in force on ${day}`);
    return kind;
  }

  onModuleInit(): Promise<void> {
    return this.reload();
  }

  async reload(): Promise<void> {
    const read = async <R extends object>(name: string, text: string): Promise<R[]> => {
      const [result] = await this.database.run<R>(NO_FACILITY, { name, text, values: [] });
      return result?.rows ?? [];
    };
    const units = await read<AdminUnit>(
      'reference_units',
      `SELECT unit_id AS "unitId", level, gso_code AS "gsoCode", name, name_en AS "nameEn", short_name AS "shortName",
              parent_id AS "parentId", kbtt_code AS "kbttCode", valid_from::text AS "validFrom", valid_to::text AS "validTo",
              CASE WHEN lat IS NOT NULL THEN json_build_object('lat', lat, 'lon', lon) END AS point
       FROM admin_unit ORDER BY unit_id`,
    );
    const successions = await read<Succession>(
      'reference_successions',
      'SELECT old_unit_id AS "oldUnitId", new_unit_id AS "newUnitId", part FROM admin_unit_successor ORDER BY 1, 2',
    );
    const codes = await read<CodeEntry>(
      'reference_codes',
      `SELECT table_name AS "table", code, label_vi AS "labelVi", label_en AS "labelEn", sort, attributes,
              valid_from::text AS "validFrom", valid_to::text AS "validTo"
       FROM code_table_entry`,
    );
    const rules = await read<LegalRule>(
      'reference_rules',
      `SELECT rule_key AS key, valid_from::text AS "validFrom", valid_to::text AS "validTo", value,
              source_vi AS "sourceVi", note_vi AS "noteVi", note_en AS "noteEn"
       FROM legal_rule ORDER BY rule_key, valid_from`,
    );
    const adminUnits = new AdminUnits(units, successions);
    this.loaded = {
      adminUnits,
      addresses: new AddressResolver(adminUnits),
      codeTables: new CodeTables(codes),
      ruleBook: new RuleBook(rules),
    };
  }

  private get data(): Loaded {
    if (!this.loaded) throw new Error('The reference data is not loaded yet');
    return this.loaded;
  }
}
