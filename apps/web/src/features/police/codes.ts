import { useCodes as useChoices } from '../../api/code-table';

/** A code table in the language of the page: its choices, and the label of a code (the code itself while loading). */
export function useCodes(table: string) {
  const choices = useChoices(table);
  return {
    choices,
    labelOf: (code: string | number): string =>
      choices.find(({ value }) => value === String(code))?.label ?? String(code),
  };
}
