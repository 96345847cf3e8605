import { useTranslation } from 'react-i18next';
import { useCodeNames } from '../../api/code-names';
import { showNumber } from '../../i18n/format';
import { UnitName } from '../police/units';

interface CellTextProps {
  readonly column: string;
  readonly value: unknown;
  readonly masking?: string;
  /** What codes of the column are called, as the answer says. */
  readonly names?: Readonly<Record<string, string>> | undefined;
  /** A cell of counts tells of all alike: there nothing is left out for being of few. */
  readonly counted?: boolean;
}

const TABLES: Readonly<Record<string, string>> = {
  facilityKind: 'facility-kind',
  nationality: 'nationality',
  reason: 'stay-reason',
};
const UNITS: readonly string[] = ['ward', 'origin'];
/** Codes that are explained by this page's own words. */
const WORDS: readonly string[] = ['stayKind', 'status', 'state', 'sex', 'nights'];

/** A value as a person reads it. What too few people share comes as null, and says so. */
export function CellText({ column, value, masking, names, counted = false }: CellTextProps) {
  const { t, i18n } = useTranslation('records');
  if (value === null || value === undefined) return <span>{t(counted ? 'notKnown' : 'left')}</span>;
  if (typeof value === 'boolean') return <span>{t(value ? 'yes' : 'no')}</span>;
  // A decade of birth is a number, and not an amount.
  if (typeof value === 'number' && column !== 'birth' && TABLES[column] === undefined)
    return <span>{showNumber(value)}</span>;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const named = names?.[text];
  if (named !== undefined) return <span>{named}</span>;
  const table = TABLES[column];
  if (table !== undefined) return <CodeName table={table} code={text} />;
  if (UNITS.includes(column)) return <UnitName unitId={text} />;
  if (/^\d{4}-\d{2}-\d{2}$/.test(text))
    return (
      <span>
        {text
          .split('-')
          .reverse()
          .slice(masking === 'month' ? 1 : 0)
          .join('/')}
      </span>
    );
  const key = `value.${column}.${text}`;
  return <span>{WORDS.includes(column) && i18n.exists(`records:${key}`) ? t(key) : text}</span>;
}

function CodeName({ table, code }: { table: string; code: string }) {
  const { nameOf } = useCodeNames(table);
  return <span>{nameOf(code)}</span>;
}
