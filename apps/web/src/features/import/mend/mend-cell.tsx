import { IconAlertTriangle, IconPencilCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language';
import { CellEditor } from './cell-editor';
import { type CellFinding, choiceOf, type FormColumn } from './edits';
import classes from './mend-grid.module.css';

export interface MendCellProps {
  readonly row: number;
  readonly column: FormColumn;
  readonly text: string;
  readonly edited: boolean;
  readonly findings: readonly CellFinding[];
  /** The one cell of the sheet that Tab reaches from outside. */
  readonly active: boolean;
  readonly editing: 'on' | 'afresh' | null;
  readonly id: string;
  readonly begin: () => void;
  readonly type: (text: string) => void;
  readonly done: (key: 'Enter' | 'Tab' | 'Escape' | null, shift: boolean) => void;
}

/** A cell: what it says, what is wrong with it in words, and what was probably meant, one click away. */
export function MendCell(props: MendCellProps) {
  const { row, column, text, edited, findings, active, editing, id } = props;
  const { t } = useTranslation('import');
  const language = useLanguage();
  const header = column.header[language] ?? column.key;
  const faulty = findings.some(({ severity }) => severity === 'error');
  const words = `${id}-words`;
  const choice = column.choices?.find(({ code }) => code === choiceOf(column, text));
  const shown = choice ? `${choice.code} - ${choice.label[language] ?? ''}` : text;
  return (
    <td
      id={id}
      role="gridcell"
      className={classes.cell}
      tabIndex={active && !editing ? 0 : -1}
      aria-invalid={faulty && !edited}
      data-label={header}
      data-state={edited ? 'edited' : faulty ? 'faulty' : findings.length > 0 ? 'doubt' : 'quiet'}
      onClick={(event) =>
        event.target instanceof Element && !event.target.closest('button, select, input') && props.begin()
      }
    >
      {editing ? (
        <CellEditor
          column={column}
          label={t('mend.cell', { row, header })}
          describedBy={words}
          text={text}
          invalid={faulty && !edited}
          afresh={editing === 'afresh'}
          type={props.type}
          done={props.done}
        />
      ) : (
        <span className={classes.text}>{shown}</span>
      )}
      <span id={words} className={classes.words}>
        {edited && (
          <span className={classes.mended}>
            <IconPencilCheck size={14} aria-hidden /> {t('mend.edited')}
          </span>
        )}
        {!edited &&
          findings.map(({ code, message, fix }) => (
            <span key={code} className={classes.finding}>
              <IconAlertTriangle size={14} aria-hidden /> {message[language]}. {fix[language]}.
            </span>
          ))}
      </span>
      {!edited &&
        findings.map(
          ({ code, proposal }) =>
            proposal !== null && (
              <button
                key={code}
                type="button"
                className={classes.proposal}
                tabIndex={-1}
                // Before the cell is left, which would end its editing.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => props.type(proposal)}
              >
                {t('mend.use', { proposal })}
              </button>
            ),
        )}
    </td>
  );
}
