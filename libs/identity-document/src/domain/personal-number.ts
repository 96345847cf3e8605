import type { Sex } from './scanned-document';

/** A Vietnamese personal identification number (số định danh cá nhân) taken apart. */
export interface PersonalNumber {
  /** Three digits: province, or country from 101 up, where the birth was registered. */
  readonly provinceCode: string;
  readonly sex: Sex;
  readonly birthYear: number;
  /** Six digits. */
  readonly serial: string;
}

/**
 * Takes a number PPPGYYSSSSSS apart (Nghị định 137/2015/NĐ-CP Điều 13, Thông tư 07/2016/TT-BCA Điều 7): G is 0/1 for
 * 19xx male/female, 2/3 for 20xx, up to 8/9 for 23xx. It has no check digit, so any twelve digits can be taken apart;
 * null for anything else. Whether the province exists is a question of its own.
 */
export function parsePersonalNumber(value: string): PersonalNumber | null {
  const match = /^(\d{3})(\d)(\d{2})(\d{6})$/.exec(value.trim());
  if (!match) return null;
  const [, provinceCode = '', digit = '', year = '', serial = ''] = match;
  const century = 1900 + Math.floor(Number(digit) / 2) * 100;
  return { provinceCode, sex: Number(digit) % 2 === 0 ? 'M' : 'F', birthYear: century + Number(year), serial };
}
