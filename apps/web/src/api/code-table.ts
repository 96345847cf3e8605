import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../i18n/use-language';
import { ask } from './ask';

/** The codes of a table in force, in the language of the page, as choices of a field; empty while they are fetched. */
export function useCodes(table: string): { value: string; label: string }[] {
  const language = useLanguage();
  const { data } = useQuery({ ...ask('getCodeTable', { path: { table } }), staleTime: 60 * 60_000 });
  return (data?.codes ?? []).map((code) => ({ value: code.code, label: code[language] }));
}
