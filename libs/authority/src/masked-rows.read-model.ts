import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { addDays, localDate } from '@luutru/calendar';
import { type AreaScope, CLOCK, type Clock, type SqlValue, type Statement } from '@luutru/platform';
import { AuthorityDatabase } from './authority-database';
import { columnOf, maskOf, type Resource } from './domain/columns';
import type { Period } from './domain/period';
import type { AuthorityPolicy } from './policy.record';

/** One row, by the names of the policy's columns; nothing else is in it. */
export type MaskedRow = Readonly<Record<string, string | number | boolean | null>>;

/** Where a list goes on: after that row of that day. */
export interface RowPosition {
  readonly day: string | null;
  readonly key: string;
}

export interface MaskedRequest {
  readonly policy: AuthorityPolicy;
  readonly resource: Resource;
  /** What the reader reaches, and what the policy is for; a facility must lie in both. */
  readonly areas: readonly AreaScope[];
  readonly policyAreas: readonly AreaScope[];
  /** Of facilities: no meaning. */
  readonly period: Period;
  /** By names of the policy's columns. */
  readonly filters: Readonly<Record<string, string>>;
  readonly after: RowPosition | null;
  readonly limit: number;
}

/** A column to select, and whether what the database calls it is a day. */
interface Selected {
  readonly column: string;
  readonly view: string;
}

const SOURCES = {
  rows: { view: 'authority_stay', day: 'arrived_on', step: '1 day' },
  counts: { view: 'authority_stay_count', day: 'arrived_in', step: null },
  trips: { view: 'authority_trip', day: 'departs_on', step: '1 day' },
  facilities: { view: 'authority_facility', day: null, step: null },
} as const;

const POLICY_SQL = `SELECT set_config('app.authority_policy', $1, true), set_config('app.policy_areas', $2, true),
  set_config('app.authority_month', $3, true), set_config('app.authority_today', $4, true)`;

/** Reads the masked views as `luutru_authority`: no key, no id, no table. */
@Injectable()
export class MaskedRowsReadModel {
  constructor(
    private readonly database: AuthorityDatabase,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Newest day first, within a day in an order that tells nothing; counts month by month. */
  async page(request: MaskedRequest): Promise<{ rows: readonly MaskedRow[]; next: RowPosition | null }> {
    const { limit } = request;
    const found = isCounted(request) ? await this.months(request) : await this.select(request, '');
    const last = found.slice(0, limit).at(-1);
    return {
      rows: found.slice(0, limit).map(({ row_day: _day, row_key: _key, ...row }) => spelled(row)),
      next: found.length > limit && last ? { day: last.row_day, key: last.row_key } : null,
    };
  }

  /** One month at a time, so that a page looks into no more of them than it needs. */
  private async months(request: MaskedRequest): Promise<FoundRow[]> {
    const { after, limit, period } = request;
    const found: FoundRow[] = [];
    let month = after?.day ?? period.to;
    while (month >= period.from && found.length <= limit) {
      const within = month === after?.day ? after : null;
      found.push(...(await this.select({ ...request, after: within, limit: limit - found.length }, month)));
      month = `${addDays(month, -1).slice(0, 7)}-01`;
    }
    return found;
  }

  /** One more row than asked for says that there is more. */
  private async select(request: MaskedRequest, month: string): Promise<FoundRow[]> {
    const { policy, policyAreas, areas } = request;
    const name = `${policy.policyId}:${policy.version}`;
    const [, result] = await this.database.views.run<FoundRow>(
      { facilityIds: [], areas },
      {
        name: 'authority_policy',
        text: POLICY_SQL,
        values: [name, areasJson(policyAreas), month, localDate(this.clock.now())],
      },
      statementOf(request),
    );
    return result?.rows ?? [];
  }
}

/** The database raises letters of ASCII only: `CôNG TY`. The page would show what nobody writes. */
const spelled = (row: MaskedRow): MaskedRow =>
  typeof row.employer === 'string' ? { ...row, employer: row.employer.toLocaleUpperCase('vi') } : row;

type FoundRow = { readonly row_day: string | null; readonly row_key: string } & MaskedRow;

const isCounted = ({ resource, policy }: MaskedRequest): boolean =>
  resource === 'stays' && policy.staysForm === 'counts';

function statementOf(request: MaskedRequest): Statement {
  const { policy, resource, period, filters, after, limit } = request;
  const source = SOURCES[resource === 'stays' ? (policy.staysForm ?? 'rows') : resource];
  const values: SqlValue[] = [after?.key ?? '', limit + 1];
  const parameter = (value: SqlValue): string => `$${values.push(value)}`;
  const selected = selectedColumns(policy, resource);
  const wanted = selected.flatMap(({ column, view }) => {
    const value = filters[column];
    return value === undefined ? [] : [`${view}::text = ${parameter(value)}`];
  });
  const columns = selected.map(({ column, view }) => `${view === source.day ? `${view}::text` : view} AS "${column}"`);
  if (isCounted(request)) columns.push('stays AS "count"');
  const list = `${source.day === null ? 'NULL' : `${source.day}::text`} AS row_day, order_key AS row_key${columns.map((c) => `, ${c}`).join('')}`;
  if (source.step === null) {
    const where = ['order_key > $1', ...wanted].join(' AND ');
    return named(`SELECT ${list} FROM ${source.view} WHERE ${where} ORDER BY order_key LIMIT $2`, values);
  }
  const to = parameter(after?.day ?? period.to);
  const from = parameter(period.from);
  const ofDay = [`${source.day} = d.day::date`, `(d.day::date < ${to}::date OR order_key > $1)`, ...wanted];
  // Day by day, so that only as many days are looked at as fill the page.
  return named(
    `SELECT * FROM (
       SELECT r.* FROM generate_series(${to}::timestamp, ${from}::timestamp, interval '-${source.step}') AS d(day)
       CROSS JOIN LATERAL (
         SELECT ${list} FROM ${source.view} WHERE ${ofDay.join(' AND ')} ORDER BY order_key LIMIT $2
       ) r LIMIT $2
     ) page ORDER BY row_day DESC, row_key`,
    values,
  );
}

function selectedColumns(policy: AuthorityPolicy, resource: Resource): Selected[] {
  return policy.columns.flatMap(({ resource: of, column, masking }) => {
    const definition = of === resource ? columnOf(resource, column) : undefined;
    const mask = definition && maskOf(definition, masking);
    return mask ? [{ column, view: mask.view }] : [];
  });
}

/** Prepared under a name of its own text: there are as many as there are policies and ways to narrow them. */
const named = (text: string, values: readonly SqlValue[]): Statement => ({
  name: `authority_${createHash('sha256').update(text).digest('hex').slice(0, 20)}`,
  text,
  values,
});

const areasJson = (areas: readonly AreaScope[]): string =>
  areas.length === 0
    ? ''
    : JSON.stringify(
        areas.map(({ wardIds, formerWardIds, zoneIds, kinds }) => ({
          wards: wardIds,
          formerWards: formerWardIds,
          zones: zoneIds,
          kinds,
        })),
      );
