import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/ask';
import { useLanguage } from '../../i18n/use-language';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A code table in the language of the page: its choices, and the label of a code (the code itself while loading). */
export function useCodes(table: string): {
  readonly choices: readonly Choice[];
  readonly labelOf: (code: string | number) => string;
} {
  const language = useLanguage();
  const { data } = useQuery({ ...ask('getCodeTable', { path: { table } }), staleTime: Infinity });
  const choices = (data?.codes ?? []).map(({ code, vi, en }) => ({ value: code, label: language === 'en' ? en : vi }));
  return {
    choices,
    labelOf: (code) => choices.find(({ value }) => value === String(code))?.label ?? String(code),
  };
}
