import { Injectable } from '@nestjs/common';
import { AppError, Database, NO_FACILITY } from '@luutru/platform';
import { type AdminUnit, ReferenceDataService } from '@luutru/reference-data';
import type { OpenColumnName } from './domain/editions/open-columns';
import type { EditionName } from './figures';

/** What is published of one province. */
export interface OpenSeries {
  readonly province: AdminUnit;
  /** Months that are given out, the newest first. */
  readonly months: readonly EditionName[];
}

export type OpenRow = Readonly<Record<OpenColumnName, string | number | null>>;

/** What is published of one month. */
export interface OpenMonth {
  readonly province: AdminUnit;
  readonly edition: EditionName;
  readonly rows: readonly OpenRow[];
}

const NEWEST = `
  SELECT DISTINCT ON (scope_id, month) scope_id, month, number, made_at FROM statistic_edition
  WHERE scope_id = ANY ($1::text[]) ORDER BY scope_id, month, number DESC`;
const SERIES_SQL = `
  SELECT scope_id AS "scopeId", month::text AS month, number, made_at AS "madeAt" FROM (${NEWEST}) AS e
  ORDER BY scope_id, month DESC`;
const SCOPES_SQL = `SELECT scope_id AS "scopeId" FROM statistic_scope WHERE policy_id = 'public' ORDER BY 1`;
/** The whole before its parts. */
const ROWS_SQL = `
  SELECT area, kind, value, hidden, arrivals, overnight, nights FROM statistic_edition_cell
  WHERE scope_id = $1 AND month = $2::date AND number = $3 AND value <> '-'
  ORDER BY area, kind, breakdown, value`;

interface Cell {
  readonly area: string;
  readonly kind: string;
  readonly value: string;
  readonly hidden: boolean;
  readonly arrivals: number | null;
  readonly overnight: number | null;
  readonly nights: number | null;
}

interface Edition extends EditionName {
  readonly scopeId: string;
}

const PREFIX = 'public:';
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Monthly figures of lodging for everybody: what was given out of closed months, and nothing that is counted now. */
@Injectable()
export class OpenDataReadModel {
  constructor(
    private readonly database: Database,
    private readonly reference: ReferenceDataService,
  ) {}

  /** The provinces that something is published of. */
  async series(): Promise<readonly OpenSeries[]> {
    const editions = await this.database.transaction(NO_FACILITY, async (tx) => {
      const scopes = await tx.query<{ scopeId: string }[]>(SCOPES_SQL);
      return tx.query<Edition[]>(SERIES_SQL, [scopes.map(({ scopeId }) => scopeId)]);
    });
    const scopes = [...new Set(editions.map(({ scopeId }) => scopeId))];
    return scopes.flatMap((scopeId) => {
      const province = this.reference.adminUnits.find(scopeId.slice(PREFIX.length));
      return province ? [{ province, months: editions.filter((one) => one.scopeId === scopeId) }] : [];
    });
  }

  /** Which edition of a month is the newest, by the code of the province. Throws `not-found`. */
  async edition(provinceCode: string, month: string): Promise<Pick<OpenMonth, 'province' | 'edition'>> {
    const province = this.reference.adminUnits
      .children(null)
      .find(({ gsoCode, validTo }) => gsoCode === provinceCode && validTo === null);
    if (!province || !MONTH.test(month)) throw new AppError('not-found', 'not-found');
    const scopeId = PREFIX + province.unitId;
    const found = await this.database.transaction(NO_FACILITY, (tx) => tx.query<Edition[]>(SERIES_SQL, [[scopeId]]));
    const edition = found.find((one) => one.month === `${month}-01`);
    if (!edition) throw new AppError('not-found', 'not-found');
    return { province, edition };
  }

  /** The figures of an edition. */
  async month({ province, edition }: Pick<OpenMonth, 'province' | 'edition'>): Promise<OpenMonth> {
    const values = [PREFIX + province.unitId, edition.month, edition.number];
    const cells = await this.database.transaction(NO_FACILITY, (tx) => tx.query<Cell[]>(ROWS_SQL, values));
    return { province, edition, rows: cells.map((cell) => this.rowOf(cell, province, edition)) };
  }

  private rowOf({ area, kind, value, hidden, ...counts }: Cell, province: AdminUnit, edition: EditionName): OpenRow {
    const ward = area === '*' ? null : (this.reference.adminUnits.find(area.slice('ward:'.length)) ?? null);
    return {
      month: edition.month.slice(0, 7),
      province: province.gsoCode,
      ward: ward?.gsoCode ?? null,
      ward_name: ward?.name ?? null,
      class: kind === '*' ? null : kind.slice('class:'.length),
      origin: value === '' ? 'all' : value,
      guests: counts.arrivals,
      overnight_guests: counts.overnight,
      guest_nights: counts.nights,
      status: hidden ? 'too-few-persons' : 'shown',
    };
  }
}
