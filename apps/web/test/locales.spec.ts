import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Texts = { readonly [key: string]: string | Texts };

const SOURCE = join(__dirname, '..', 'src');

const folders = [
  join(SOURCE, 'locales'),
  ...readdirSync(join(SOURCE, 'features'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(SOURCE, 'features', name, 'locales')),
];

const flat = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );

/** Plural forms differ from language to language. */
const bare = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const variables = (text: string): string[] => [...new Set(text.match(/\{\{\w+/g) ?? [])].sort();

describe.each(folders)('texts in %s', (folder) => {
  const read = (language: string): Map<string, string> =>
    new Map(flat(JSON.parse(readFileSync(join(folder, `${language}.json`), 'utf8')) as Texts));
  const [vi, en] = [read('vi'), read('en')];

  it('are there in both languages, with the same variables', () => {
    const keys = (texts: Map<string, string>): string[] => [...new Set([...texts.keys()].map(bare))].sort();
    expect(keys(en)).toEqual(keys(vi));
    for (const [key, text] of vi) {
      const other = en.get(key) ?? en.get(`${bare(key)}_other`);
      if (other !== undefined) expect([key, variables(other)]).toEqual([key, variables(text)]);
    }
  });

  it('are never empty', () => {
    expect([...vi, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
