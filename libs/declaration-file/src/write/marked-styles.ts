import { FILLS } from './workbook-writer';

/** The styles of a workbook with each of them in our colours added. */
export interface MarkedStyles {
  readonly xml: string;
  readonly plain: number;
  readonly ok: number;
  readonly error: number;
  readonly warning: number;
  /** The same style on red, on yellow. */
  readonly errorOf: (style: number) => number;
  readonly warningOf: (style: number) => number;
}

const MAX_STYLES = 8_000;

interface Section {
  readonly prefix: string;
  readonly start: number;
  readonly end: number;
  readonly inside: string;
}

/** An element with all it holds. By looking for its two ends, so that no style sheet can make it take longer than it is long. */
function sectionOf(xml: string, name: string): Section | null {
  const opening = new RegExp(`<(\\w+:)?${name}(?:\\s[^<>]*)?>`).exec(xml);
  if (!opening || opening[0].endsWith('/>')) return null;
  const [text, prefix = ''] = opening;
  const from = opening.index + text.length;
  const closing = `</${prefix}${name}>`;
  const to = xml.indexOf(closing, from);
  return to < 0 ? null : { prefix, start: opening.index, end: to + closing.length, inside: xml.slice(from, to) };
}

/** The `xf` elements of a section; null for more than there can be, or for one without an end. */
function stylesOf({ prefix, inside }: Section): string[] | null {
  const opening = new RegExp(`<${prefix}xf(?=[\\s/>])[^<>]*>`, 'g');
  const closing = `</${prefix}xf>`;
  const styles: string[] = [];
  for (let match = opening.exec(inside); match; match = opening.exec(inside)) {
    if (!match[0].endsWith('/>')) {
      const end = inside.indexOf(closing, opening.lastIndex);
      if (end < 0) return null;
      opening.lastIndex = end + closing.length;
    }
    styles.push(inside.slice(match.index, opening.lastIndex));
    if (styles.length > MAX_STYLES) return null;
  }
  return styles;
}

/** Adds three fills and a coloured twin of every cell style; null for a style sheet that is not written as others are. */
export function markedStyles(xml: string): MarkedStyles | null {
  const fills = sectionOf(xml, 'fills');
  const cells = sectionOf(xml, 'cellXfs');
  const styles = cells && stylesOf(cells);
  if (!fills || !cells || !styles || styles.length === 0) return null;
  const { prefix } = cells;
  const fillCount = (fills.inside.match(/<(?:\w+:)?fill(?=[\s/>])/g) ?? []).length;
  const count = styles.length;
  const twins = [0, 1, 2].flatMap((fill) => styles.map((style) => withFill(style, fillCount + fill)));
  const own = (text: string): string => text.replaceAll(/<(\/?)(\w)/g, `<$1${prefix}$2`);
  const newFills = [FILLS.error, FILLS.warning, FILLS.ok].map(own).join('');
  const changed = [
    { of: fills, text: rebuilt(fills, 'fills', fillCount + 3, newFills) },
    { of: cells, text: rebuilt(cells, 'cellXfs', count * 4, twins.join('')) },
  ].sort((one, other) => other.of.start - one.of.start);
  const marked = changed.reduce((text, { of, text: put }) => text.slice(0, of.start) + put + text.slice(of.end), xml);
  return {
    xml: marked,
    plain: 0,
    error: count,
    warning: count * 2,
    ok: count * 3,
    errorOf: (style) => count + Math.min(style, count - 1),
    warningOf: (style) => count * 2 + Math.min(style, count - 1),
  };
}

const rebuilt = ({ prefix, inside }: Section, name: string, count: number, added: string): string =>
  `<${prefix}${name} count="${count}">${inside}${added}</${prefix}${name}>`;

function withFill(style: string, fill: number): string {
  const opening = /^<[^>]*?(\/?)>/.exec(style)?.[0] ?? '';
  const bare = opening.replace(/\s(?:fillId|applyFill)="[^"]*"/g, '');
  const filled = bare.replace(/(\/?)>$/, ` fillId="${fill}" applyFill="1"$1>`);
  return filled + style.slice(opening.length);
}
