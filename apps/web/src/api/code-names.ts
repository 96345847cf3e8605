import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../i18n/use-language';
import { ask } from './ask';

const KEPT_MS = 60 * 60_000;

/** The codes of a table in force with their names, and what a code is called; the code itself until the table is here. */
export function useCodeNames(table: string) {
  const language = useLanguage();
  const { data } = useQuery({ ...ask('getCodeTable', { path: { table } }), staleTime: KEPT_MS });
  const names = new Map(data?.codes.map((entry) => [entry.code, entry[language]]));
  return {
    options: [...names].map(([value, label]) => ({ value, label })),
    nameOf: (code: string | number): string => names.get(String(code)) ?? String(code),
  };
}
