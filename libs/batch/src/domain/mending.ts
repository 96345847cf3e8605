/** Rows in one request; a screen holds far fewer. */
export const MAX_MENDED_ROWS = 1_000;

/** Where a row that was refused stands: to be mended, on its way again, or recorded by a later batch. */
export const REFUSED_ROW_STATES = ['faulty', 'sent', 'recorded'] as const;
export type RefusedRowState = (typeof REFUSED_ROW_STATES)[number];

/** A fault of an order, by row and field. */
export interface OrderFault {
  readonly code: string;
  readonly pointer: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What a row is to be sent again with: texts of its cells by column. What is not named stays; an empty text clears. */
export interface RowOrder {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
}

export interface StandingRow {
  readonly state: RefusedRowState;
}

const STATE_ISSUES = { sent: 'row-sent-mended', recorded: 'row-recorded-already' } as const;
const UNUSABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFD]|\p{Surrogate}/u;

const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 64);

/** What is wrong with an order by itself, named by row and field. */
export function orderFaults(
  orders: readonly { readonly row?: number; readonly values?: Readonly<Record<string, unknown>> }[],
  fields: ReadonlySet<string>,
  longest: number,
): OrderFault[] {
  const seen = new Set<number>();
  return orders.flatMap(({ row, values = {} }, at): OrderFault[] => {
    const own = `/rows/${at}`;
    const params: OrderFault['params'] = row === undefined ? {} : { row };
    const twice = row !== undefined && seen.has(row);
    if (row !== undefined) seen.add(row);
    const ofRow = row === undefined ? 'field-required' : twice ? 'listed-twice' : null;
    const ofCells = Object.entries(values).flatMap(([field, value]): OrderFault[] => {
      const pointer = `${own}/values/${pointerPart(field)}`;
      if (!fields.has(field)) return [{ code: 'field-unknown', pointer, params }];
      if (typeof value !== 'string') return [{ code: 'type-wrong', pointer, params: { ...params, expected: 'text' } }];
      if (value.length > longest) return [{ code: 'text-too-long', pointer, params: { ...params, max: longest } }];
      return UNUSABLE.test(value) ? [{ code: 'text-unusable', pointer, params }] : [];
    });
    return [...(ofRow ? [{ code: ofRow, pointer: `${own}/row`, params }] : []), ...ofCells];
  });
}

/** The rows that cannot be sent again as things stand. */
export function standingFaults(orders: readonly RowOrder[], standing: ReadonlyMap<number, StandingRow>): OrderFault[] {
  return orders.flatMap(({ row }, at) => {
    const state = standing.get(row)?.state;
    if (state === 'faulty') return [];
    const code = state === undefined ? 'row-not-faulty' : STATE_ISSUES[state];
    return [{ code, pointer: `/rows/${at}/row`, params: { row } }];
  });
}

/** The cells as they go in again; empty ones are left out. */
export function mendedTexts(
  before: Readonly<Record<string, string>>,
  { values }: RowOrder,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries({ ...before, ...values }).filter(([, text]) => text.trim() !== ''));
}
