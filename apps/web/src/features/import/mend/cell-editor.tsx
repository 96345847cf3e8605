import type { ChangeEvent, KeyboardEvent } from 'react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language';
import { choiceOf, type FormColumn } from './edits';

interface CellEditorProps {
  readonly column: FormColumn;
  readonly label: string;
  readonly describedBy: string;
  readonly text: string;
  readonly invalid: boolean;
  /** What is typed first takes the place of what was there. */
  readonly afresh: boolean;
  readonly type: (text: string) => void;
  /** Done: by a key that also says where to go, or by leaving. */
  readonly done: (key: 'Enter' | 'Tab' | 'Escape' | null, shift: boolean) => void;
}

/** The field that a cell becomes while it is edited: a list where the column has one, a line of text otherwise. */
export function CellEditor({ column, label, describedBy, text, invalid, afresh, type, done }: CellEditorProps) {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const before = useRef(text);
  const place = (field: HTMLInputElement | HTMLSelectElement | null): void => {
    if (!field || document.activeElement === field) return;
    field.focus();
    if (afresh && 'select' in field) field.select();
  };
  const common = {
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': invalid,
    onBlur: () => done(null, false),
    onKeyDown: (event: KeyboardEvent) => {
      event.stopPropagation();
      const { key, shiftKey } = event;
      if (event.nativeEvent.isComposing || (key !== 'Enter' && key !== 'Tab' && key !== 'Escape')) return;
      event.preventDefault();
      if (key === 'Escape') type(before.current);
      done(key, shiftKey);
    },
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLSelectElement>) => type(target.value),
  };
  if (!column.choices) return <input ref={place} type="text" value={text} maxLength={1_000} {...common} />;
  const chosen = choiceOf(column, text);
  const known = column.choices.find(({ code }) => code === chosen);
  const written = (choice: { code: string; label: { vi?: string } }): string =>
    `${choice.code} - ${choice.label.vi ?? ''}`;
  return (
    <select ref={place} value={known ? written(known) : text} {...common}>
      <option value="">{t('mend.none')}</option>
      {!known && text !== '' && <option value={text}>{t('mend.notListed', { text })}</option>}
      {column.choices.map((choice) => (
        <option key={choice.code} value={written(choice)}>
          {choice.code} - {choice.label[language]}
        </option>
      ))}
    </select>
  );
}
