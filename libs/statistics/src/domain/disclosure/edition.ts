import type { CellName, PeriodFigures } from './family';
import { protectFigures, type ProtectedFigures } from './protect';

/** What must be known of figures that were given out. */
export interface EarlierEdition {
  readonly isWithheld: boolean;
  cells(): Iterable<CellName>;
  hidden(): Iterable<CellName>;
  personsIn(cell: CellName): number;
}

/**
 * The figures of a closed period made anew after declarations that came late, were corrected or cancelled. Who has both editions
 * can subtract them; so a cell that was hidden stays hidden, and one that changed by fewer persons than the threshold
 * is hidden from now on. Null when all together changed by so few: then the earlier edition stays.
 */
export function revise(before: EarlierEdition, now: PeriodFigures): ProtectedFigures | null {
  const plain = protectFigures(now);
  if (before.isWithheld) return plain;
  const isFew = (cell: CellName): boolean => {
    const change = Math.abs(plain.personsIn(cell) - before.personsIn(cell));
    return change > 0 && change < now.threshold;
  };
  if (isFew({})) return null;
  const changed = [...before.cells(), ...plain.cells()].filter(isFew);
  return protectFigures({ ...now, alsoHide: [...(now.alsoHide ?? []), ...before.hidden(), ...changed] });
}
