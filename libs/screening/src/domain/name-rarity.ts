/** How common the words of names are. */
export interface NameRarity {
  /** Share of people who bear the folded word anywhere in their name, over 0 and at most 1. */
  shareOf(foldedWord: string): number;
}
