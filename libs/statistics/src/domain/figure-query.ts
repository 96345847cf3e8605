import { daysBetween } from '@luutru/calendar';
import { BASES } from './bases';
import { type Dimension, isCode, isWhere } from './dimensions';
import { basesOf, type Measure } from './measures';
import { type Comparison, cut, daysIn, type Grain, type Period } from './periods';

/** Only facilities and stays like these; absent: all that the caller may see. */
export interface FigureFilter {
  readonly wards?: readonly string[];
  readonly formerWard?: string;
  readonly zone?: string;
  readonly kinds?: readonly string[];
  readonly stars?: readonly number[];
  readonly stayKinds?: readonly string[];
}

/** What is asked. */
export interface FigureQuery {
  readonly measures: readonly Measure[];
  readonly by: readonly Dimension[];
  readonly period: Period;
  readonly grain: Grain | null;
  readonly filter: FigureFilter;
  readonly compare: Comparison | null;
  /** Over how many parts a moving average goes; null: none. */
  readonly movingAverage: number | null;
}

/** A fault of a question: code, the parameter, and what the text of the code speaks of. */
export interface QueryFault {
  readonly code: string;
  readonly pointer: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export const MAX_YEARS = 10;
export const MAX_PARTS = 400;

/** What makes a question one that cannot be answered. */
export function faultsOf({ measures, by, period, grain, filter, movingAverage }: FigureQuery): readonly QueryFault[] {
  const faults: QueryFault[] = [];
  const fault = (code: string, pointer: string, params?: QueryFault['params']): void =>
    void faults.push({ code, pointer, ...(params && { params }) });
  if (period.until <= period.from) fault('period-backwards', '/to');
  else if (daysBetween(period.from, period.until) > MAX_YEARS * 366)
    fault('statistics-period-too-long', '/to', { years: MAX_YEARS });
  else if (cut(period, grain).length > MAX_PARTS) fault('period-too-fine', '/grain', { max: MAX_PARTS });
  if (by.length > 2) fault('list-too-long', '/by', { max: 2 });
  if (new Set(by).size < by.length) fault('listed-twice', '/by');
  if (by.filter(isCode).length > 1) fault('codes-not-crossed', '/by');
  if (by.includes('weekday') && grain !== null) fault('weekday-without-grain', '/grain');
  if (movingAverage !== null && grain === null) fault('moving-average-needs-grain', '/grain');
  const ofStay = by.filter((dimension) => isCode(dimension) || dimension === 'stay-kind');
  for (const measure of measures) {
    const cells = new Set(basesOf([measure]).map((base) => BASES[base].cells));
    const [wrong] = ofStay.filter((dimension) => !(dimension === 'route' && cells.has('trip')));
    const ofPlaces = [...cells].some((one) => one !== 'stay');
    if (ofPlaces && (wrong ?? filter.stayKinds) !== undefined) {
      fault('measure-not-by', wrong ? '/by' : '/stayKind', { measure, dimension: wrong ?? 'stay-kind' });
    }
  }
  return faults;
}

/** Whether figures of whole provinces answer it, as far as the question goes. */
export const isOfProvinces = ({ by, filter }: Pick<FigureQuery, 'by' | 'filter'>): boolean =>
  !by.some(isWhere) && filter.wards === undefined && filter.formerWard === undefined && filter.zone === undefined;

/** Days that are read stay by stay. */
export const MAX_DAYS_OF_STAYS = 100;

/**
 * Codes of stays are kept by day for provinces, and by month for the areas in them. The days at the edges of months are made
 * of the stays; a long period cut into days would be all made of them.
 */
export function faultsOfArea({ by, grain, period }: FigureQuery): readonly QueryFault[] {
  const byDay = grain === 'day' || grain === 'week' || by.includes('weekday');
  if (!byDay || !by.some(isCode) || daysIn(period) <= MAX_DAYS_OF_STAYS) return [];
  return [{ code: 'codes-by-day-too-long', pointer: '/from', params: { days: MAX_DAYS_OF_STAYS } }];
}
