import type { Sex } from './scanned-document';

/** What a 12-digit personal number PPPGYYSSSSSS tells (NĐ 137/2015/NĐ-CP Điều 13). It has no check digit. */
export interface PersonalNumber {
  /** Province of birth registration, in the numbering before the 2025 merger. */
  readonly provinceCode: string;
  readonly sex: Sex;
  readonly birthYear: number;
  readonly serial: string;
}

/** The 63 province codes of birth registration; they stay valid after the merger. */
const PROVINCES: ReadonlySet<string> = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 044 ' +
    '045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 089 091 ' +
    '092 093 094 095 096'
  ).split(' '),
);

const FIRST_CENTURY = 1900;

/** Reads a personal number, or null when it is not 12 digits. */
export function parsePersonalNumber(value: string): PersonalNumber | null {
  const [, provinceCode, group, year, serial] = /^(\d{3})(\d)(\d{2})(\d{6})$/.exec(value) ?? [];
  if (!provinceCode || !group || !year || !serial) return null;
  const century = FIRST_CENTURY + Math.floor(Number(group) / 2) * 100;
  return { provinceCode, sex: Number(group) % 2 === 0 ? 'M' : 'F', birthYear: century + Number(year), serial };
}

export const isKnownProvince = (code: string): boolean => PROVINCES.has(code);
