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

/** Adds three fills and a coloured twin of every cell style; null for a style sheet that is not written as others are. */
export function markedStyles(xml: string): MarkedStyles | null {
  const fills = /<(\w+:)?fills(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?fills>/.exec(xml);
  const cells = /<(\w+:)?cellXfs(?:\s[^>]*)?>([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml);
  if (!fills || !cells) return null;
  const prefix = cells[1] ?? '';
  const fillCount = (fills[2]?.match(/<(?:\w+:)?fill>|<(?:\w+:)?fill\s|<(?:\w+:)?fill\/>/g) ?? []).length;
  const pattern = new RegExp(`<${prefix}xf\\b[^>]*?(?:/>|>[\\s\\S]*?</${prefix}xf>)`, 'g');
  const styles = cells[2]?.match(pattern) ?? [];
  const count = styles.length;
  if (count === 0 || count > MAX_STYLES) return null;
  const twins = [0, 1, 2].flatMap((fill) => styles.map((style) => withFill(style, fillCount + fill)));
  const own = (text: string): string => text.replaceAll(/<(\/?)(\w)/g, `<$1${prefix}$2`);
  const newFills = [FILLS.error, FILLS.warning, FILLS.ok].map(own).join('');
  const marked = xml
    .replace(fills[0], () => rebuilt(fills, 'fills', fillCount + 3, newFills))
    .replace(cells[0], () => rebuilt(cells, 'cellXfs', count * 4, twins.join('')));
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

const rebuilt = (match: RegExpExecArray, name: string, count: number, added: string): string =>
  `<${match[1] ?? ''}${name} count="${count}">${match[2] ?? ''}${added}</${match[1] ?? ''}${name}>`;

function withFill(style: string, fill: number): string {
  const opening = /^<[^>]*?(\/?)>/.exec(style)?.[0] ?? '';
  const bare = opening.replace(/\s(?:fillId|applyFill)="[^"]*"/g, '');
  const filled = bare.replace(/(\/?)>$/, ` fillId="${fill}" applyFill="1"$1>`);
  return filled + style.slice(opening.length);
}
