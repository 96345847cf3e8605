/** What authorities other than the police may read for; a policy allows some of them. */
export const AUTHORITY_PURPOSES = {
  'thong-ke': { vi: 'Thống kê, tổng hợp', en: 'Statistics' },
  'bao-cao': { vi: 'Báo cáo theo yêu cầu của cấp có thẩm quyền', en: 'A report asked for by a superior authority' },
  'quan-ly-nganh': { vi: 'Quản lý nhà nước của ngành', en: 'Administration of the sector' },
  'kiem-tra': { vi: 'Kiểm tra, thanh tra chuyên ngành', en: 'An inspection of the sector' },
} as const;
export type AuthorityPurpose = keyof typeof AUTHORITY_PURPOSES;

export const isAuthorityPurpose = (text: string): text is AuthorityPurpose => Object.hasOwn(AUTHORITY_PURPOSES, text);
