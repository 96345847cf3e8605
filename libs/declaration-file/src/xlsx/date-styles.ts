import { readXml } from './xml-events';
import type { Workbook } from './workbook';

/** Formats of the specification that show a number as a date or time (ECMA-376 part 1, 18.8.30). */
const isBuiltIn = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Letters of days, months, years and hours outside of quotes, colours and escapes. */
const showsDate = (format: string): boolean => /[dmyhs]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** The cell styles of a workbook under which a number is shown as a date. */
export async function dateStyles({ archive, stylesPart }: Workbook): Promise<ReadonlySet<number>> {
  const styles = new Set<number>();
  if (stylesPart === null) return styles;
  const custom = new Map<number, string>();
  let inCells = false;
  let place = 0;
  await readXml(await archive.text(stylesPart, 16 * 1024 * 1024), {
    open: (name, { numFmtId, formatCode }) => {
      const id = Number(numFmtId ?? 0);
      if (name === 'numFmt') custom.set(id, formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const format = custom.get(id);
        if (format === undefined ? isBuiltIn(id) : showsDate(format)) styles.add(place);
        place += 1;
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles;
}
