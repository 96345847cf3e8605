import { addDays, toLocalIso } from '@luutru/calendar';
import { csvLine } from '@luutru/declaration-file';
import { OPEN_COLUMNS, type OpenMonth, type OpenSeries } from '@luutru/statistics';
import type { OpenMonthResponse } from './open-data.dto';

/** Where the data are to be found; these addresses stay. */
export const DATASET_PATH = '/open-data/lodging-monthly';
/** Creative Commons Attribution: whoever uses the data says where they are from. */
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

const MONTHLY = 'http://publications.europa.eu/resource/authority/frequency/MONTHLY';
const MEDIA = 'http://www.iana.org/assignments/media-types/';

const both = (vi: string, en: string): object[] => [
  { '@language': 'vi', '@value': vi },
  { '@language': 'en', '@value': en },
];
const typed = (type: string, value: string): object => ({ '@type': type, '@value': value });

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

/** The description of all that is published, as data portals harvest it (DCAT-AP, JSON-LD). */
export function presentCatalogue(series: readonly OpenSeries[], publicUrl: string): object {
  const at = (path: string): string => `${publicUrl}${path}`;
  return {
    '@context': CONTEXT,
    '@id': at('/open-data'),
    '@type': 'dcat:Catalog',
    'dct:title': both('Dữ liệu mở về lưu trú', 'Open data on stays'),
    'dct:description': both(
      'Số liệu lưu trú theo tháng, không thể suy ra người nào',
      'Monthly figures of stays, from which nobody can be found out',
    ),
    'dct:language': [{ '@id': languageOf('VIE') }, { '@id': languageOf('ENG') }],
    'dct:publisher': { '@type': 'foaf:Agent', '@id': at('/#publisher'), 'foaf:name': 'Luutru' },
    'dct:license': { '@id': LICENCE },
    'dcat:dataset': series.map((one) => datasetOf(one, at)),
  };
}

const languageOf = (code: string): string => `http://publications.europa.eu/resource/authority/language/${code}`;

function datasetOf({ province, months }: OpenSeries, at: (path: string) => string): object {
  const path = `${DATASET_PATH}/${province.gsoCode}`;
  const [newest, oldest] = [months[0], months.at(-1)];
  return {
    '@id': at(path),
    '@type': 'dcat:Dataset',
    'dct:identifier': path.slice(1),
    'dct:title': both(`Khách lưu trú theo tháng - ${province.name}`, `Guests of lodging by month - ${province.nameEn}`),
    'dct:description': both(
      'Lượt khách, khách qua đêm, đêm khách theo phường, xã và hạng cơ sở lưu trú; khách nội địa và quốc tế. Chỉ các tháng đã khóa sổ; số liệu dưới 10 lượt lưu trú, hoặc có thể suy ra số liệu như vậy, không công bố.',
      'Arrivals, overnight guests and guest-nights by ward and class of lodging; domestic and foreign guests. Closed months only; figures of fewer than 10 stays, or from which one could be worked out, are not given.',
    ),
    'dct:accrualPeriodicity': { '@id': MONTHLY },
    'dct:spatial': { '@type': 'dct:Location', 'dct:identifier': province.gsoCode, 'dct:title': province.name },
    'dct:license': { '@id': LICENCE },
    'dct:conformsTo': { '@id': at(`${DATASET_PATH}/schema`) },
    'dcat:keyword': both('lưu trú, du lịch, thống kê', 'lodging, tourism, statistics'),
    ...(newest &&
      oldest && {
        'dct:modified': typed('xsd:dateTime', toLocalIso(newest.madeAt)),
        'dct:temporal': {
          '@type': 'dct:PeriodOfTime',
          'dcat:startDate': typed('xsd:date', oldest.month),
          'dcat:endDate': typed('xsd:date', lastDayOf(newest.month)),
        },
      }),
    'dcat:distribution': months.flatMap(({ month, madeAt }) =>
      (['csv', 'json'] as const).map((format) => {
        const url = at(`${path}/${month.slice(0, 7)}.${format}`);
        return {
          '@id': url,
          '@type': 'dcat:Distribution',
          'dct:title': both(
            `Tháng ${month.slice(5, 7)}/${month.slice(0, 4)}, ${format}`,
            `${month.slice(0, 7)}, ${format}`,
          ),
          'dcat:downloadURL': { '@id': url },
          'dcat:accessURL': { '@id': url },
          'dcat:mediaType': { '@id': MEDIA + (format === 'csv' ? 'text/csv' : 'application/json') },
          'dct:issued': typed('xsd:dateTime', toLocalIso(madeAt)),
          'dct:license': { '@id': LICENCE },
          'dct:conformsTo': { '@id': at(`${DATASET_PATH}/schema`) },
        };
      }),
    ),
  };
}

/** What the columns mean, for programs (CSV on the Web). */
export function presentSchema(publicUrl: string): object {
  return {
    '@context': 'http://www.w3.org/ns/csvw',
    '@id': `${publicUrl}${DATASET_PATH}/schema`,
    dialect: { header: true, encoding: 'utf-8', delimiter: ',' },
    columns: OPEN_COLUMNS.map(({ name, vi, en, type }) => ({
      name,
      titles: name,
      datatype: type,
      'dc:description': { vi, en },
    })),
  };
}

export const presentMonth = ({ province, edition, rows }: OpenMonth): OpenMonthResponse => ({
  province: { code: province.gsoCode ?? '', name: province.name, nameEn: province.nameEn },
  month: edition.month.slice(0, 7),
  edition: edition.number,
  madeAt: toLocalIso(edition.madeAt),
  licence: LICENCE,
  rows: rows.map((row) => ({ ...row })),
});

/** The rows as CSV (RFC 4180) in UTF-8; what is not given is empty. */
export const csvOfMonth = ({ rows }: OpenMonth): string =>
  [
    csvLine(OPEN_COLUMNS.map(({ name }) => name)),
    ...rows.map((row) => csvLine(OPEN_COLUMNS.map(({ name }) => String(row[name] ?? '')))),
  ].join('');

function lastDayOf(month: string): string {
  const next = addDays(month, 31);
  return addDays(`${next.slice(0, 7)}-01`, -1);
}
