type Text = { readonly '@value': string; readonly '@language': string };

/** A file of a data set. */
export interface DataFile {
  readonly month: string;
  readonly format: 'csv' | 'json';
  /** Within our own origin, whatever name the catalogue calls it by. */
  readonly path: string;
}

/** One data set of the catalogue, as people want to see it. */
export interface DataSet {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly description: Readonly<Record<string, string>>;
  readonly licence: string | null;
  readonly files: readonly DataFile[];
}

type Node = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): Node[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Node[];

const textsOf = (value: unknown): Record<string, string> =>
  Object.fromEntries((listOf(value) as unknown as Text[]).map((text) => [text['@language'], text['@value']]));

const idOf = (value: unknown): string | null => {
  const id = (value as Node | undefined)?.['@id'];
  return typeof id === 'string' ? id : null;
};

/** What the catalogue (DCAT, JSON-LD) lists, the latest month first. */
export function dataSetsOf(catalogue: unknown): readonly DataSet[] {
  return listOf((catalogue as Node)['dcat:dataset']).map((set) => ({
    id: idOf(set) ?? '',
    title: textsOf(set['dct:title']),
    description: textsOf(set['dct:description']),
    licence: idOf(listOf(set['dcat:distribution'])[0]?.['dct:license']),
    files: listOf(set['dcat:distribution'])
      .flatMap((file) => fileOf(idOf(file['dcat:downloadURL'])))
      .sort((one, other) => other.month.localeCompare(one.month) || one.format.localeCompare(other.format)),
  }));
}

function fileOf(url: string | null): DataFile[] {
  const [path, month, format] = /\/open-data\/.+\/(\d{4}-\d{2})\.(csv|json)$/.exec(url ?? '') ?? [];
  if (path === undefined || month === undefined) return [];
  return [{ month, format: format as DataFile['format'], path }];
}
