interface ListKind {
  readonly vi: string;
  readonly en: string;
  /** What a look at one of its alerts is for: a code of the table `look-purpose`. */
  readonly purpose: string;
  /**
   * Least score of an alert unless the keepers choose another: the dearer a miss, the lower. `npm run bench -- alerts`
   * prints what each would bring; a list of tens of thousands needs more than a short one.
   */
  readonly threshold: number;
}

const define = <K extends string>(table: Record<K, ListKind>): Readonly<Record<K, ListKind>> => table;

/** The kinds of lists; each has its law, its keepers and its urgency. */
export const LIST_KINDS = define({
  'truy-na': { vi: 'Truy nã', en: 'Wanted', purpose: 'dieu-tra', threshold: 0.95 },
  'mat-tich': { vi: 'Mất tích', en: 'Missing', purpose: 'tim-nguoi', threshold: 0.9 },
  'cam-xuat-canh': { vi: 'Cấm xuất cảnh', en: 'Exit ban', purpose: 'dieu-tra', threshold: 0.97 },
  'tre-em': { vi: 'Trẻ em cần bảo vệ', en: 'Children to be protected', purpose: 'tim-nguoi', threshold: 0.8 },
  khac: { vi: 'Khác', en: 'Other', purpose: 'dieu-tra', threshold: 0.97 },
});
export type ListKindCode = keyof typeof LIST_KINDS;
export const LIST_KIND_CODES = Object.keys(LIST_KINDS) as readonly ListKindCode[];
