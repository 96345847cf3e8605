import { nextPersonalNumber } from './builders';

/** A Vietnamese guest as clients of the national portal send one; right in every respect. */
export const portalGuest = (change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  hoTen: 'Trần Thị Bình',
  gioiTinh: 'F',
  soDienThoai: '0905000111',
  ngayThangNamSinhStr: '1990-08-15',
  ghiChu: '',
  noiCuTru: 1,
  maTT: '501',
  maPX: '501920410',
  diaChi: '1 Nguyễn Duy Hiệu',
  ngayDenCsltStr: '2026-11-23 21:00:00',
  ngayDiDuKienStr: '2026-11-25 12:00:00',
  soPhong: '203',
  lyDoCuTru: 1,
  loaiGiayTo: 1,
  soGiayTo: nextPersonalNumber(),
  anhTruocB64: 'aGluaA==',
  ...change,
});

/** A foreigner, likewise. */
export const portalForeigner = (
  soHoChieu: string,
  change: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> => ({
  hoTen: 'MUELLER HANS',
  quocTich: 'D',
  soHoChieu,
  gioiTinh: 'M',
  loaiNgayThangNamSinh: 'D',
  ngayThangNamSinhStr: '1964-08-12',
  ngayDenCsltStr: '2026-11-23 21:00:00',
  ngayDiDuKienStr: '2026-11-25 12:00:00',
  soPhong: '203',
  thoiHanTamTruStr: '2026-12-31',
  ...change,
});
