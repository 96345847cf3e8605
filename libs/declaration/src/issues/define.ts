import type { IssueDefinition } from '@luutru/platform';

export const define = (
  code: string,
  valueClass: string,
  vi: string,
  fixVi: string,
  en: string,
  fixEn: string,
): IssueDefinition => ({ code, valueClass, message: { vi, en }, fix: { vi: fixVi, en: fixEn } });
