import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language';
import { type Edits, type FaultyRow, type FormColumn, isEdited, NO_EDIT } from './edits';
import classes from './mend-grid.module.css';
import { cellId, MendRow } from './mend-row';
import { useAfterPress } from './use-after-press';
import { nextFaulty, type Spot, spotAfter, writes } from './sheet-keys';

interface MendGridProps {
  readonly rows: readonly FaultyRow[];
  readonly columns: readonly FormColumn[];
  readonly edits: Edits;
  readonly type: (row: number, field: string, text: string) => void;
  readonly leave: (row: number, left: boolean) => void;
  /** Escape leads out of the sheet, to here. */
  readonly exit: () => void;
}

interface Focus extends Spot {
  readonly editing: 'on' | 'afresh' | null;
}

/**
 * The rows to be mended as a sheet: arrows, Tab and Enter as in any other; typing begins to edit. Alt with arrows goes from
 * fault to fault, Alt+Enter takes what is proposed.
 */
export function MendGrid({ rows, columns, edits, type, leave, exit }: MendGridProps) {
  const { t } = useTranslation('import');
  const language = useLanguage();
  const [focus, setFocus] = useState<Focus>(() => ({
    ...(faultySpots(rows, columns, edits)[0] ?? START),
    editing: null,
  }));
  const current = useRef(focus);
  const afterPress = useAfterPress();
  const latest = useRef({ rows, columns, edits });
  useEffect(() => {
    latest.current = { rows, columns, edits };
  });
  const show = useCallback((next: Focus): void => {
    current.current = next;
    // At once: the key that begins to edit writes into the field that this makes.
    flushSync(() => setFocus(next));
    if (!next.editing) document.getElementById(cellId(next.row, next.column))?.focus();
  }, []);
  const begin = useCallback((row: number, column: number) => show({ row, column, editing: 'on' }), [show]);
  const done = useCallback(
    (key: 'Enter' | 'Tab' | 'Escape' | null, shift: boolean) => {
      const { row, column, editing } = current.current;
      if (!editing) return;
      const here = { row, column, editing: null };
      if (key === null) {
        current.current = here;
        afterPress(() => current.current === here && setFocus(here));
        return;
      }
      const { rows, columns } = latest.current;
      const size = { rows: rows.length, columns: columns.length };
      const move = key === 'Enter' ? (shift ? 'ArrowUp' : 'ArrowDown') : key;
      const next = key === 'Escape' ? null : spotAfter(move, shift, here, size);
      show({ ...(next ?? here), editing: null });
    },
    [show, afterPress],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    if (target.getAttribute('role') !== 'gridcell') return;
    const { key, shiftKey, altKey } = event;
    const row = rows[focus.row];
    const column = columns[focus.column];
    if (!row || !column) return;
    const act = (work: () => void): void => {
      event.preventDefault();
      work();
    };
    if (altKey && (key === 'ArrowDown' || key === 'ArrowUp')) {
      const spot = nextFaulty(focus, key === 'ArrowDown' ? 1 : -1, faultySpots(rows, columns, edits));
      return act(() => spot && show({ ...spot, editing: null }));
    }
    if (altKey && key === 'Enter') {
      const proposal = row.findings.find(
        (finding) => finding.field === column.key && finding.proposal !== null,
      )?.proposal;
      return act(() => proposal && type(row.row, column.key, proposal));
    }
    if (key === 'Enter' || key === 'F2') return act(() => show({ ...focus, editing: 'on' }));
    if (key === 'Escape') return act(exit);
    if (key === 'Delete' || key === 'Backspace') return act(() => type(row.row, column.key, ''));
    if (writes(event)) {
      if (column.choices) event.preventDefault();
      return show({ ...focus, editing: 'afresh' });
    }
    const next = spotAfter(key, shiftKey, focus, { rows: rows.length, columns: columns.length });
    if (next && !altKey) act(() => show({ ...next, editing: null }));
  };
  return (
    <div className={classes.frame}>
      <table
        role="grid"
        className={classes.grid}
        aria-label={t('mend.title')}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        onKeyDown={onKeyDown}
      >
        <thead role="rowgroup">
          <tr role="row" aria-rowindex={1}>
            <th role="columnheader" scope="col">
              {t('rows.row')}
            </th>
            {columns.map(({ key, header, required }) => (
              <th key={key} role="columnheader" scope="col">
                {header[language]}
                {required && ' *'}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, place) => (
            <MendRow
              key={row.row}
              row={row}
              place={place}
              columns={columns}
              edit={edits[row.row] ?? NO_EDIT}
              active={focus.row === place ? focus.column : null}
              editing={focus.row === place ? focus.editing : null}
              begin={begin}
              type={type}
              leave={leave}
              done={done}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const START: Spot = { row: 0, column: 0 };

/** The cells in which something is wrong that nobody has mended yet. */
const faultySpots = (rows: readonly FaultyRow[], columns: readonly FormColumn[], edits: Edits): Spot[] =>
  rows.flatMap((row, place) =>
    columns.flatMap(({ key }, column) => {
      const edit = edits[row.row] ?? NO_EDIT;
      const wrong = row.findings.some(({ field, severity }) => field === key && severity === 'error');
      return wrong && !edit.left && !isEdited(row, edit, key) ? [{ row: place, column }] : [];
    }),
  );
