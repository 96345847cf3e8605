import type { Choice, Choices, ChoiceTable } from '../forms/form';
import { cleanText } from './cell-value';
import { fold } from './fold';

/** Where labels of these appear more than once, only the code tells which is meant. */
interface Table {
  readonly byCode: ReadonlyMap<string, Choice>;
  readonly byLabel: ReadonlyMap<string, readonly string[]>;
}

/** Words people use besides the labels of the tables. */
const ALIASES: Readonly<Partial<Record<ChoiceTable, Readonly<Record<string, string>>>>> = {
  sex: { m: 'M', f: 'F', nam: 'M', nu: 'F', male: 'M', female: 'F' },
  'document-type': { cccd: '1', 'can cuoc cong dan': '1', 'can cuoc': '8', cmnd: '2', passport: '4', 'ho chieu': '4' },
  'hospital-role': { 'benh nhan': 'patient', 'than nhan': 'relative', 'nguoi nha': 'relative' },
  nationality: { 'viet nam': 'VNM', vietnam: 'VNM', vn: 'VNM', deu: 'D' },
};

/** A ward's code begins with that of its province and a 9. */
const isWithin = (table: ChoiceTable, code: string, province: string | undefined): boolean =>
  table !== 'ward' || province === undefined || code.startsWith(`${province}9`);

/** Reads cells that hold a code, "code - label", or a label. */
export class CodeReader {
  private readonly tables = new Map<ChoiceTable, Table>();

  constructor(private readonly choices: Choices) {}

  /**
   * The code meant, or null; a label that several share means none of them. A text that could be a code of a table we do not
   * know in full is handed on as it is.
   * @param within code of the province that a ward must belong to
   */
  read(table: ChoiceTable, text: string, within?: string): string | null {
    const { byCode, byLabel } = this.table(table);
    const cleaned = cleanText(text);
    // A facility that never named its departments or stops: the rules decide what they think of the text.
    if (byCode.size === 0) return cleaned;
    const [, before, label] = /^(\S+?)\s*[-–—]\s*(.+)$/.exec(cleaned) ?? [];
    for (const code of [cleaned, before]) {
      if (code === undefined) continue;
      const known = byCode.get(code) ?? byCode.get(code.toUpperCase()) ?? byCode.get(code.replace(/^0+(?=\d)/, ''));
      if (known) return known.code;
    }
    const aliases = ALIASES[table] ?? {};
    for (const word of [cleaned, label, before]) {
      if (word === undefined) continue;
      const folded = fold(word);
      const [found, ...others] = (byLabel.get(folded) ?? []).filter((code) => isWithin(table, code, within));
      if (found !== undefined && others.length === 0) return found;
      if (Object.hasOwn(aliases, folded)) return aliases[folded] ?? null;
    }
    // An ISO code that our list lacks is a doubt for the rules, not a fault.
    if (table === 'nationality' && /^[A-Z]{3}$/i.test(before ?? cleaned)) return (before ?? cleaned).toUpperCase();
    return null;
  }

  private table(name: ChoiceTable): Table {
    const known = this.tables.get(name);
    if (known) return known;
    const entries = this.choices.list(name);
    const byLabel = new Map<string, string[]>();
    for (const { code, label } of entries) {
      for (const name of new Set([fold(label.vi), fold(label.en)]))
        byLabel.set(name, [...(byLabel.get(name) ?? []), code]);
    }
    const table = { byCode: new Map(entries.map((entry) => [entry.code, entry])), byLabel };
    this.tables.set(name, table);
    return table;
  }
}
