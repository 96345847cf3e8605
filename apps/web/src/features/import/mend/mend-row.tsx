import { IconAlertTriangle } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language';
import { type FaultyRow, type FormColumn, isEdited, type RowEdit, textAt } from './edits';
import { MendCell } from './mend-cell';
import classes from './mend-grid.module.css';

export interface MendRowProps {
  readonly row: FaultyRow;
  /** The place of the row in the sheet, from 0. */
  readonly place: number;
  readonly columns: readonly FormColumn[];
  readonly edit: RowEdit;
  /** The place of the column that holds the focus of the sheet; null: another row does. */
  readonly active: number | null;
  readonly editing: 'on' | 'afresh' | null;
  readonly begin: (place: number, column: number) => void;
  readonly type: (row: number, field: string, text: string) => void;
  readonly leave: (row: number, left: boolean) => void;
  readonly done: (key: 'Enter' | 'Tab' | 'Escape' | null, shift: boolean) => void;
}

export const cellId = (row: number, column: number): string => `mend-${row}-${column}`;

/** A row to be mended; on a phone a card that shows what is wrong first. */
export const MendRow = memo(function MendRow(props: MendRowProps) {
  const { row, place, columns, edit, active, editing, begin, type, leave, done } = props;
  const { t } = useTranslation('import');
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const ofRow = row.findings.filter(({ field }) => !columns.some(({ key }) => key === field));
  return (
    <tr className={classes.row} role="row" aria-rowindex={place + 2} data-open={open} data-left={edit.left}>
      <th role="rowheader" scope="row" className={classes.number}>
        <span>{t('mend.row', { row: row.row })}</span>
        <span className={classes.person}>{textAt(row, edit, 'fullName')}</span>
        {ofRow.map(({ code, message, fix }) => (
          <span key={code} className={classes.finding}>
            <IconAlertTriangle size={14} aria-hidden /> {message[language]}. {fix[language]}.
          </span>
        ))}
        <span className={classes.tools}>
          <button type="button" aria-pressed={edit.left} onClick={() => leave(row.row, !edit.left)}>
            {t(edit.left ? 'mend.takeBack' : 'mend.leaveOut')}
            <span className={classes.unseen}> {row.row}</span>
          </button>
          <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'mend.fewer' : 'mend.all')}
            <span className={classes.unseen}> {row.row}</span>
          </button>
        </span>
      </th>
      {columns.map((column, at) => (
        <MendCell
          key={column.key}
          id={cellId(place, at)}
          row={row.row}
          column={column}
          text={textAt(row, edit, column.key)}
          edited={isEdited(row, edit, column.key)}
          findings={row.findings.filter(({ field }) => field === column.key)}
          active={active === at}
          editing={active === at ? editing : null}
          begin={() => begin(place, at)}
          type={(text) => type(row.row, column.key, text)}
          done={done}
        />
      ))}
    </tr>
  );
});
