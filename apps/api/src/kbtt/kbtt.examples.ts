import { addDays, localDate } from '@luutru/calendar';

/** Bodies of the portal's calls; times are relative to the day they are shown. */
export function kbttExamples(now: Date) {
  const today = localDate(now);
  const departure = { ngayDiDuKienStr: `${addDays(today, 2)} 12:00:00` };
  const arrival = { ngayDenCsltStr: `${today} 14:00:00` };
  return {
    vietnamese: {
      guest: {
        summary: 'Khách Việt Nam / A Vietnamese guest',
        value: [
          {
            hoTen: 'Trần Thị Bình',
            gioiTinh: 'F',
            ngayThangNamSinhStr: '1990-08-15',
            soDienThoai: '0905000111',
            loaiGiayTo: 1,
            soGiayTo: '049190001235',
            noiCuTru: 1,
            maTT: '501',
            maPX: '501920410',
            diaChi: '1 Nguyễn Duy Hiệu',
            ...arrival,
            ...departure,
            soPhong: '203',
            lyDoCuTru: 1,
            ghiChu: '',
          },
        ],
      },
    },
    foreigners: {
      foreigner: {
        summary: 'Khách nước ngoài / A foreign guest',
        value: [
          {
            hoTen: 'MUELLER HANS',
            quocTich: 'D',
            soHoChieu: 'C01X00T48',
            gioiTinh: 'M',
            loaiNgayThangNamSinh: 'D',
            ngayThangNamSinhStr: '1964-08-12',
            ...arrival,
            ...departure,
            soPhong: '305',
            thoiHanTamTruStr: addDays(today, 30),
          },
        ],
      },
    },
    changes: {
      extend: {
        summary: 'Gia hạn / Extend',
        value: [{ loai: 'GH', loaiGiayTo: 1, soGiayTo: '049190001235', thoiGianStr: `${addDays(today, 4)} 12:00:00` }],
      },
      leave: {
        summary: 'Trả sớm / Leave early',
        value: [{ loai: 'TS', loaiGiayTo: 1, soGiayTo: '049190001235' }],
      },
    },
  };
}
