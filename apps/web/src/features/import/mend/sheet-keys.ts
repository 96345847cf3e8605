/** A cell of the sheet: the place of its row and of its column. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface SheetSize {
  readonly rows: number;
  readonly columns: number;
}

/** Where a key leads from a cell that is not being edited; null: nowhere in the sheet. */
export function spotAfter(
  key: string,
  shift: boolean,
  { row, column }: Spot,
  { rows, columns }: SheetSize,
): Spot | null {
  if (key === 'ArrowUp') return row > 0 ? { row: row - 1, column } : null;
  if (key === 'ArrowDown') return row < rows - 1 ? { row: row + 1, column } : null;
  if (key === 'ArrowLeft') return column > 0 ? { row, column: column - 1 } : null;
  if (key === 'ArrowRight') return column < columns - 1 ? { row, column: column + 1 } : null;
  if (key === 'Home') return { row, column: 0 };
  if (key === 'End') return { row, column: columns - 1 };
  if (key !== 'Tab') return null;
  const place = row * columns + column + (shift ? -1 : 1);
  if (place < 0 || place >= rows * columns) return null;
  return { row: Math.floor(place / columns), column: place % columns };
}

/** The next cell with a fault, in the order of reading, round the sheet. */
export function nextFaulty(from: Spot, step: 1 | -1, faulty: readonly Spot[]): Spot | null {
  const place = ({ row, column }: Spot): number => row * 10_000 + column;
  const ordered = [...faulty].sort((a, b) => (place(a) - place(b)) * step);
  return ordered.find((spot) => (place(spot) - place(from)) * step > 0) ?? ordered[0] ?? null;
}

/** A key that writes something, so that typing into a cell begins to edit it. `Process`: an input method is at work. */
export const writes = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent | React.KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && (key.length === 1 || key === 'Process');
