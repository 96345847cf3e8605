import { AUTHORITY_ROLES } from '@luutru/authority';
import { COMPARISONS, type Dimension, DIMENSION_IDS, MEASURE_IDS, REPORT_FORMATS } from '@luutru/statistics';
import type { Answered } from './opened-answer';
import { ZONE_ID } from './secret-people';

/** Figures, what authorities read, and what is there for everybody. */
const PREFIXES = ['/v1/statistics', '/v1/authority', '/v1/ioc', '/r1/', '/open-data'];

/** Those of some routes which a walk through figures has to go through. */
export const figureRoutes = (routes: readonly string[]): readonly string[] =>
  routes.filter((route) => PREFIXES.some((prefix) => route.startsWith(`GET ${prefix}`)));

/** Those of some routes that nobody asked. */
export function untrodden(routes: readonly string[], asked: Iterable<string>): readonly string[] {
  const paths = [...new Set([...asked].map((one) => one.replace(/\?.*/, '')))];
  return routes.filter((route) => {
    const pattern = new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`);
    return !paths.some((path) => pattern.test(path));
  });
}

/** Measures of people, of which one that is shown says that there was something to read. */
const OF_PEOPLE = ['arrivals', 'in-house', 'zone-workers'];

interface Told {
  readonly values?: Readonly<Record<string, number | null>>;
  readonly hidden?: Readonly<Record<string, string>>;
}

/** Which figures of people an answer shows, and why it hides others; of the rounded days, which are never empty, nothing. */
export function figuresIn({ asked, headers, status, text }: Answered): readonly string[] {
  const isJson = String(headers['content-type']).startsWith('application/json');
  if (status !== 200 || !isJson || asked.includes('grain=day')) return [];
  const { rows = [] } = JSON.parse(text) as { rows?: readonly Told[] };
  return rows.flatMap(({ values = {}, hidden = {} }) => [
    ...OF_PEOPLE.filter((measure) => (values[measure] ?? 0) > 0),
    ...Object.values(hidden),
  ]);
}

const PLACES: readonly Dimension[] = ['ward', 'former-ward', 'zone', 'kind', 'stars', 'class'];
const SINGLE = ['', ...DIMENSION_IDS].map((dimension) => (dimension ? `&by=${dimension}` : ''));
const PAIRS = DIMENSION_IDS.flatMap((other, at) =>
  PLACES.filter((place) => DIMENSION_IDS.indexOf(place) < at).map((place) => `&by=${place},${other}`),
);
const LANGUAGES = ['vi', 'en'];

/** Every question of figures that somebody may put, and some that nobody may, of a month that is closed. */
export function statisticsPaths(month: string): readonly string[] {
  const whole = `from=${month}-01&to=${month}-31`;
  const year = month.slice(0, 4);
  const figures = `/v1/statistics/figures?${whole}&measures=`;
  const formats = REPORT_FORMATS.flatMap((format) =>
    LANGUAGES.map((language) => `&format=${format}&language=${language}`),
  );
  const inTurn = REPORT_FORMATS.map((format, at) => `&format=${format}&language=${LANGUAGES[at % 2]}`);
  const other = ['&grain=month', '&grain=day', '&grain=week', '&grain=quarter', '&grain=month&movingAverage=2'];
  const filters = ['&ward=w20410', '&kind=nha-tro', '&stayKind=tenant', `&zone=${ZONE_ID}`, '&stars=0', '&ward=w0'];
  const wrong = ['&by=x', '&by=ward,kind,sex', '&stars=x', '&format=x', '&language=x', '&room=1', '&compare=x'];
  return [
    '/v1/statistics/indicators',
    ...SINGLE.flatMap((by) => inTurn.map((format) => `${figures}arrivals,guest-nights${by}${format}`)),
    ...formats.map((format) => `${figures}arrivals,guest-nights&by=ward${format}`),
    ...PAIRS.flatMap((by) => ['json', 'csv'].map((format) => `${figures}arrivals${by}&format=${format}`)),
    ...MEASURE_IDS.flatMap((measure) => ['', '&by=ward'].map((by) => `${figures}${measure}${by}`)),
    ...[...COMPARISONS.map((one) => `&compare=${one}`), ...other, ...filters, ...wrong, '&measures=x'].map(
      (more) => `${figures}arrivals${more}`,
    ),
    ...[`from=${year}-01-01&to=${year}-12-31&grain=year`, `from=${year}-01-01&to=${year}-12-31&grain=month`].flatMap(
      (period) => REPORT_FORMATS.map((format) => `/v1/statistics/figures?measures=arrivals&${period}&format=${format}`),
    ),
    ...['now', 'workers-long-stay'].map((resource) => `/v1/statistics/${resource}`),
    ...[...SINGLE, ...PAIRS, ...filters, ...wrong].map((by) => `/v1/statistics/now?${by.slice(1)}`),
    ...['1', '20', '31', 'x'].map((days) => `/v1/statistics/workers-long-stay?days=${days}`),
    ...[year, '2025', 'x'].flatMap((one) => formats.map((format) => `/v1/statistics/form-015n?year=${one}${format}`)),
    ...AUTHORITY_ROLES.flatMap((policy) => [
      `${figures}arrivals&policy=${policy}`,
      `/v1/statistics/now?policy=${policy}`,
      `/v1/statistics/workers-long-stay?policy=${policy}`,
      `/v1/statistics/form-015n?year=${year}&policy=${policy}`,
    ]),
    ...['', '&area=w20410', '&area=p48', '&measure=arrivals', '&withdrawn=yes', '&area=p01'].map(
      (more) => `/v1/statistics/anomalies?${whole}${more}`,
    ),
    ...[
      '',
      '/lodging-monthly/schema',
      ...['csv', 'json', 'pdf'].map((end) => `/lodging-monthly/48/${month}.${end}`),
    ].map((path) => `/open-data${path}`),
    '/v1/statistics/subscriptions/unsubscribe?token=x',
    '/v1/statistics/subscriptions/unsubscribe',
  ];
}
