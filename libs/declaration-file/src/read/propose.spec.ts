import type { Choices, FormColumn } from '../forms/form';
import { PORTAL_FORM } from '../forms/portal';
import { ProposalReader } from './propose';

const choices: Choices = {
  list: (table) =>
    table === 'nationality'
      ? [
          { code: 'VNM', label: { vi: 'Việt Nam', en: 'Viet Nam' } },
          { code: 'AUT', label: { vi: 'Áo', en: 'Austria' } },
          { code: 'AUS', label: { vi: 'Úc', en: 'Australia' } },
        ]
      : [],
};
const column = (key: string): FormColumn => PORTAL_FORM.columns.find((one) => one.key === key) as FormColumn;

describe('what was probably meant by a cell', () => {
  const reader = new ProposalReader(choices);
  it.each([
    ['birthDate', '08/15/1990', 'date-month-first', '15/08/1990'],
    ['birthDate', '15.8.90', 'date-malformed', '15/08/1990'],
    ['birthDate', '15081990', 'date-malformed', '15/08/1990'],
    ['birthDate', '15 tháng 8', 'date-malformed', null],
    ['birthDate', '31/02/1990', 'date-not-in-calendar', null],
    ['arrivedAt', '11/23/2026 8:05', 'date-month-first', '23/11/2026 08:05'],
    ['nationality', 'Viet Nan', 'cell-code-unknown', 'VNM - Việt Nam'],
    ['nationality', 'Autralia', 'cell-code-unknown', 'AUS - Úc'],
    ['nationality', 'Atlantis', 'cell-code-unknown', null],
    ['nationality', 'X', 'cell-code-unknown', null],
    ['documentNumber', '0491 9050 0001', 'document-number-twelve-digits', '049190500001'],
    ['documentNumber', 'O4919O500001', 'document-number-twelve-digits', '049190500001'],
    ['documentNumber', '12345', 'document-number-twelve-digits', null],
    ['fullName', 'Bình 123', 'name-has-digits', 'Bình'],
    ['fullName', '', 'field-required', null],
  ])('%s: %s (%s) -> %s', (key, text, code, proposal) => {
    expect(reader.propose(column(key), text, code)).toBe(proposal);
  });
});
