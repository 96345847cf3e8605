import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { unitArea } from '@luutru/access';
import { addDays } from '@luutru/calendar';
import { PERSON_KINDS, tailKey } from '@luutru/declaration';
import { BlindIndex, runIn, type SqlValue, type Statement, type StatementTarget } from '@luutru/platform';
import type { AdminUnits } from '@luutru/reference-data';
import type { SearchCriteria, SearchPath } from './domain/search-criteria';
import { nameLookUps } from './name-look-ups';

/** A stay as a search finds it, the person sealed. */
export interface FoundRow {
  readonly facilityId: string;
  readonly facilityCode: string;
  readonly facilityName: string;
  readonly facilityKind: string;
  readonly wardId: string;
  readonly stayId: string;
  readonly kind: string;
  readonly state: string;
  readonly arrivedAt: Date;
  readonly expectedDepartureAt: Date | null;
  readonly departedAt: Date | null;
  readonly documentType: number;
  readonly nationality: string;
  readonly sex: 'M' | 'F';
  readonly room: string | null;
  readonly department: string | null;
  readonly tripId: string | null;
  readonly seat: string | null;
  readonly box: Buffer;
}

/** What a search found, and whether there was more than it may read. */
export interface FoundRows {
  readonly rows: readonly FoundRow[];
  readonly more: boolean;
}

/** What is searched, and the facilities it is confined to within the officer's area; null: all of the area. */
export interface SearchOrder {
  readonly criteria: SearchCriteria;
  readonly path: SearchPath;
  readonly facilityIds: readonly string[] | null;
  /** Stays declared later do not count, so that pages of one search fit together. */
  readonly asOf: Date;
  /** The Vietnamese day. */
  readonly today: string;
  /** One row more tells that there were more. */
  readonly limit: number;
}

/** How long before a period a stay may have begun that reaches into it: longer ones are found while they last. */
const PLACE_LOOK_BACK = 400;
const AREA_LOOK_BACK = 62;
/** Oldest age that is looked for where no birth year is given. */
const AGES = 105;
/** Rows per value looked for: the newest of the year asked for, of each year where none is, of a name that may be meant. */
const PER_VALUE = 40;
const PER_YEAR = 12;
const PER_NEAR_VALUE = 12;
const FOUND = 'facility_id, arrived_on, stay_id';

/** Days of arrival that are named one by one to the planner. */
const FEW_DAYS = 8;

/** Where a stay is kept that may fit; the tier says how near its name is. */
interface FoundKey {
  readonly facilityId: string;
  readonly arrivedOn: string;
  readonly stayId: string;
  readonly tier: number;
}

/** Collects parameters while a statement is written. */
class Parameters {
  readonly values: SqlValue[] = [];

  add(value: SqlValue, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }

  statement(text: string): Statement {
    const name = `search_${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
    return { name, text, values: this.values };
  }
}

/**
 * The days of arrival once more, so that the months they are not in are put aside before the statement begins: getting each of
 * them ready, with its row security, takes longer than reading a stay.
 */
function months(keys: readonly FoundKey[], sql: Parameters): string {
  const days = [...new Set(keys.map(({ arrivedOn }) => arrivedOn))].sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  if (days.length > FEW_DAYS) return `arrived_on BETWEEN ${sql.add(first, 'date')} AND ${sql.add(last, 'date')}`;
  const named = Array.from({ length: FEW_DAYS }, (_, at) => sql.add(days[at] ?? last, 'date'));
  return `arrived_on IN (${named.join(', ')})`;
}

/** Finds stays by criteria, within the area that the transaction's scope shows. Never reads more rows than it is told. */
@Injectable()
export class PersonSearchReadModel {
  constructor(private readonly index: BlindIndex) {}

  /** The facilities of the area that criteria confine a search to, or null when they do not. */
  async facilities(
    tx: StatementTarget,
    { facilityId, facilityKind, unitId }: SearchCriteria,
    path: SearchPath,
    units: AdminUnits,
  ): Promise<string[] | null> {
    if (facilityId === null && facilityKind === null && unitId === null && path !== 'area') return null;
    const area = unitId === null ? null : unitArea(units, unitId, null);
    const rows = await runIn<{ id: string }>(tx, {
      name: 'search_facilities',
      text: `SELECT f.facility_id AS id FROM facility f
             WHERE f.facility_id IN (SELECT facilities_in_areas())
               AND ($1::text IS NULL OR f.code = upper($1) OR f.facility_id::text = lower($1))
               AND ($2::text IS NULL OR f.kind = $2)
               AND ($3::text[] IS NULL OR f.ward_id = ANY($3) OR f.former_ward_id = ANY($4::text[]))`,
      values: [facilityId, facilityKind, area && [...area.wardIds], area && [...area.formerWardIds]],
    });
    return rows.map(({ id }) => id);
  }

  /** Stays that may fit, nearest names first, then newest first; at most `limit`. */
  async find(tx: StatementTarget, order: SearchOrder): Promise<FoundRows> {
    if (order.facilityIds?.length === 0) return { rows: [], more: false };
    const answer = await runIn<FoundKey & { more: boolean }>(tx, this.keys(order));
    const keys = answer.filter(({ stayId }) => stayId !== null);
    const more = answer[0]?.more === true || keys.length >= order.limit;
    if (keys.length === 0) return { rows: [], more };
    return { rows: await runIn<FoundRow>(tx, this.stays(order, keys)), more };
  }

  /** One row comes back at least, so that nothing found because not all was looked at is not mistaken for nobody. */
  private keys(order: SearchOrder): Statement {
    const sql = new Parameters();
    const most = order.criteria.birthYear === null ? PER_YEAR : PER_VALUE;
    return sql.statement(`
      WITH raw AS MATERIALIZED (${this.found(order, sql)})
      SELECT limits.more, found.facility_id AS "facilityId", found.arrived_on::text AS "arrivedOn", found.stay_id AS "stayId",
             found.tier
      FROM (SELECT EXISTS (SELECT FROM raw WHERE nth > ${most} AND tier = 0) AS more) AS limits
      LEFT JOIN (
        SELECT ${FOUND}, min(tier) AS tier FROM raw WHERE nth <= ${most} GROUP BY ${FOUND}
        ORDER BY min(tier), arrived_on DESC, stay_id LIMIT ${sql.add(order.limit, 'integer')}) AS found ON true`);
  }

  /** OFFSET keeps the planner, which row security misleads, from reading all stays of a facility for one of them. */
  private stays(order: SearchOrder, keys: readonly FoundKey[]): Statement {
    const sql = new Parameters();
    const list = (column: keyof FoundKey, type: string): string =>
      sql.add(
        keys.map((key) => key[column]),
        `${type}[]`,
      );
    return sql.statement(`
      SELECT s.facility_id AS "facilityId", f.code AS "facilityCode", f.name AS "facilityName", f.kind AS "facilityKind",
             f.ward_id AS "wardId", s.stay_id AS "stayId", s.kind, s.state, s.arrived_at AS "arrivedAt",
             s.expected_departure_at AS "expectedDepartureAt", s.departed_at AS "departedAt",
             s.document_type AS "documentType", s.nationality, s.sex, s.room, s.department, s.trip_id AS "tripId", s.seat,
             s.personal_sealed AS box
      FROM unnest(${list('facilityId', 'uuid')}, ${list('arrivedOn', 'date')}, ${list('stayId', 'uuid')},
                  ${list('tier', 'smallint')}) AS found(facility_id, arrived_on, stay_id, tier)
      CROSS JOIN LATERAL (
        SELECT * FROM stay WHERE facility_id = found.facility_id AND arrived_on = found.arrived_on AND stay_id = found.stay_id
          AND ${months(keys, sql)} OFFSET 0) s
      JOIN facility f ON f.facility_id = s.facility_id
      WHERE s.declared_at <= ${sql.add(order.asOf, 'timestamptz')}${this.filters(order, sql)}
      ORDER BY found.tier, s.arrived_on DESC, s.stay_id`);
  }

  /** Rows (facility_id, arrived_on, stay_id, nth of its value, tier) by the index of the path. */
  private found(order: SearchOrder, sql: Parameters): string {
    const { criteria } = order;
    const { documentNumber, phone, documentTail, birthYear } = criteria;
    switch (order.path) {
      case 'number':
        return this.carried(order, sql, PERSON_KINDS.number, 'document', documentNumber ?? '');
      case 'phone':
        return this.carried(order, sql, PERSON_KINDS.phone, 'phone', phone ?? '');
      case 'tail':
        return this.carried(
          order,
          sql,
          PERSON_KINDS.tail,
          'document-tail',
          tailKey(documentTail ?? '', birthYear ?? 0),
        );
      case 'trip':
        return this.onTrip(order, sql);
      case 'place':
      case 'area':
        return this.inPeriod(order, sql);
      case 'name':
        return this.named(order, sql);
    }
  }

  private carried(order: SearchOrder, sql: Parameters, kind: number, purpose: string, value: string): string {
    const values = this.index.candidates(purpose, value).map((candidate) => candidate.value);
    return `SELECT ${FOUND}, 1 AS nth, 0 AS tier FROM person_index
      WHERE value = ANY(${sql.add(values, 'bytea[]')}) AND kind = ${kind}${this.place(order, sql)}${this.days(order, sql)}
      ORDER BY arrived_on DESC LIMIT ${sql.add(order.limit, 'integer')}`;
  }

  private onTrip(order: SearchOrder, sql: Parameters): string {
    const { tripId, plate } = order.criteria;
    const ofTrip = [
      ...(tripId === null ? [] : [`trip_id = ${sql.add(tripId, 'uuid')}`]),
      ...(plate === null ? [] : [`plate = ${sql.add(plate, 'text')}`]),
    ].join(' AND ');
    return `SELECT s.facility_id, s.arrived_on, s.stay_id, 1 AS nth, 0 AS tier
      FROM (SELECT facility_id, trip_id FROM trip WHERE ${ofTrip}${this.place(order, sql)}
            ORDER BY departs_at DESC LIMIT 60) t
      JOIN stay s ON s.facility_id = t.facility_id AND s.trip_id = t.trip_id
      WHERE true${this.days(order, sql)} ORDER BY s.arrived_on DESC LIMIT ${sql.add(order.limit, 'integer')}`;
  }

  private inPeriod(order: SearchOrder, sql: Parameters): string {
    return `SELECT ${FOUND}, 1 AS nth, 0 AS tier FROM stay s
      WHERE true${this.place(order, sql)}${this.days(order, sql)}${this.filters(order, sql)}
      ORDER BY arrived_on DESC, stay_id LIMIT ${sql.add(order.limit, 'integer')}`;
  }

  private named(order: SearchOrder, sql: Parameters): string {
    const { criteria } = order;
    const wanted = nameLookUps(criteria).flatMap(({ purpose, value, tier }) =>
      this.index.candidates(purpose, value).map((candidate) => ({ value: candidate.value, tier })),
    );
    const within = (): string => `${this.place(order, sql)}${this.days(order, sql)}`;
    const among = (some: typeof wanted): string =>
      `unnest(${sql.add(
        some.map(({ value }) => value),
        'bytea[]',
      )}, ${sql.add(
        some.map(({ tier }) => tier),
        'smallint[]',
      )}) AS wanted(value, tier)`;
    const numbered = (where: string, most: number): string => `CROSS JOIN LATERAL (
        SELECT n.*, row_number() OVER (ORDER BY arrived_on DESC, stay_id) AS nth FROM (
          SELECT ${FOUND} FROM name_index WHERE value = wanted.value${where}${within()}
          ORDER BY arrived_on DESC, stay_id LIMIT ${most + 1}) n) n`;
    if (criteria.birthYear !== null) {
      const year = sql.add(criteria.birthYear, 'smallint');
      return `SELECT n.*, wanted.tier FROM ${among(wanted)} ${numbered(` AND birth_year = ${year}`, PER_VALUE)}`;
    }
    const thisYear = Number(order.today.slice(0, 4));
    return `SELECT n.*, wanted.tier FROM ${among(wanted.filter(({ tier }) => tier === 0))}
        CROSS JOIN generate_series(${thisYear - AGES}, ${thisYear}) AS born(year) ${numbered(' AND birth_year = born.year', PER_YEAR)}
      UNION ALL
      SELECT n.*, 1 AS nth, wanted.tier FROM ${among(wanted.filter(({ tier }) => tier > 0))} CROSS JOIN LATERAL (
        SELECT ${FOUND} FROM name_index WHERE value = wanted.value${within()}
        ORDER BY birth_year, arrived_on DESC, stay_id LIMIT ${PER_NEAR_VALUE}) n`;
  }

  /** Confines to facilities, as an index can. */
  private place({ facilityIds }: SearchOrder, sql: Parameters): string {
    return facilityIds === null ? '' : ` AND facility_id = ANY(${sql.add([...facilityIds], 'uuid[]')})`;
  }

  /** The days of arrival that a period leaves, as partitions and indexes can. */
  private days({ criteria: { period }, path, today }: SearchOrder, sql: Parameters): string {
    if (!period) return '';
    const back = path === 'area' ? AREA_LOOK_BACK : PLACE_LOOK_BACK;
    const from = period.event === 'arrival' ? (period.from ?? today) : addDays(period.from ?? today, -back);
    const last = period.to ?? today;
    return ` AND arrived_on BETWEEN ${sql.add(from, 'date')} AND ${sql.add(last, 'date')}`;
  }

  /** Everything else, on the stay itself. */
  private filters({ criteria }: SearchOrder, sql: Parameters): string {
    const { sex, nationality, kind, room, department, birthYear, tripId, plate } = criteria;
    const equal: [string, SqlValue, string][] = [
      ['s.sex', sex, 'text'],
      ['s.nationality', nationality, 'text'],
      ['s.kind', kind, 'text'],
      ['s.room', room, 'text'],
      ['s.department', department, 'text'],
      ['s.birth_year', birthYear, 'smallint'],
      ['s.trip_id', tripId, 'uuid'],
    ];
    const asked = equal.filter(([, value]) => value !== null);
    const onPlate =
      plate === null
        ? ''
        : ` AND (s.facility_id, s.trip_id) IN (SELECT facility_id, trip_id FROM trip WHERE plate = ${sql.add(plate, 'text')})`;
    return (
      asked.map(([column, value, type]) => ` AND ${column} = ${sql.add(value, type)}`).join('') +
      onPlate +
      this.event(criteria, sql)
    );
  }

  /** A cancelled stay is found by who it was said of, not by when it would have been. */
  private event({ period }: SearchCriteria, sql: Parameters): string {
    if (!period) return '';
    const { event, from, to } = period;
    const begin = (day: string): string => `(${sql.add(day, 'text')} || ' 00:00+07')::timestamptz`;
    switch (event) {
      case 'arrival':
        return ` AND s.state <> 'cancelled'`;
      case 'departure':
        return ` AND s.state <> 'cancelled' AND s.departed_at >= ${begin(from ?? '')} AND s.departed_at < ${begin(addDays(to ?? '', 1))}`;
      case 'in-house':
        if (from === null || to === null) return ` AND s.state IN ('in_house', 'overdue')`;
        return ` AND (s.state IN ('in_house', 'overdue') OR (s.state <> 'cancelled' AND s.departed_at >= ${begin(from)}))`;
    }
  }
}
