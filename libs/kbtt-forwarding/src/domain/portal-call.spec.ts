import { portalCall, type PortalFacts } from './portal-call';

const at = (text: string): Date => new Date(`${text}+07:00`);

const PERSON: PortalFacts['person'] = {
  fullName: 'Trần Thị Bình',
  birthDate: '1990-08-15',
  sex: 'F',
  nationality: 'VNM',
  phone: '0905000111',
  documentType: 1,
  documentNumber: '049190001234',
  documentDescription: null,
  permitUntil: null,
  residenceKind: 1,
  provinceCode: '501',
  wardCode: '501920410',
  address: '1 Nguyễn Duy Hiệu',
};

const stay = (change: Partial<PortalFacts> = {}, person: Partial<PortalFacts['person']> = {}): PortalFacts => ({
  event: 'arrival',
  kind: 'guest',
  arrivedAt: at('2026-11-23T21:00:00'),
  expectedDepartureAt: at('2026-11-25T12:00:00'),
  departedAt: null,
  reason: 1,
  reasonText: null,
  note: null,
  room: '203',
  before: null,
  ...change,
  person: { ...PERSON, ...person },
});

const extended = (change: Partial<PortalFacts> = {}): PortalFacts =>
  stay({
    event: 'change',
    expectedDepartureAt: at('2026-11-27T12:00:00'),
    before: { expectedDepartureAt: at('2026-11-25T12:00:00'), departedAt: null },
    ...change,
  });

describe('portalCall', () => {
  it('declares a Vietnamese guest in the fields of the portal', () => {
    expect(portalCall(stay())).toEqual({
      say: 'declare',
      about: 'vietnamese',
      element: {
        hoTen: 'Trần Thị Bình',
        gioiTinh: 'F',
        ngayThangNamSinhStr: '1990-08-15',
        soDienThoai: '0905000111',
        noiCuTru: 1,
        maTT: '501',
        maPX: '501920410',
        diaChi: '1 Nguyễn Duy Hiệu',
        ngayDenCsltStr: '2026-11-23 21:00:00',
        ngayDiDuKienStr: '2026-11-25 12:00:00',
        soPhong: '203',
        lyDoCuTru: 1,
        loaiGiayTo: 1,
        soGiayTo: '049190001234',
      },
    });
  });

  it('declares a foreigner, of whose birth only the year may be known', () => {
    const passport = { nationality: 'D', documentType: 4, documentNumber: 'C01X00T47' };
    const elementOf = (person: Partial<PortalFacts['person']>) =>
      (portalCall(stay({}, { ...passport, ...person })) as { element: object }).element;
    expect(elementOf({ birthDate: '1964', permitUntil: '2026-12-31' })).toMatchObject({
      quocTich: 'D',
      soHoChieu: 'C01X00T47',
      loaiNgayThangNamSinh: 'Y',
      ngayThangNamSinhStr: '1964-01-01',
      thoiHanTamTruStr: '2026-12-31',
    });
    expect(elementOf({ birthDate: '1964-08-12' })).toMatchObject({
      loaiNgayThangNamSinh: 'D',
      ngayThangNamSinhStr: '1964-08-12',
      thoiHanTamTruStr: '2026-11-25',
    });
  });

  it('leaves out what is not known, and says another reason in words', () => {
    const silent = { phone: null, residenceKind: null, provinceCode: null, wardCode: null, address: null };
    const call = portalCall(stay({ kind: 'tenant', reason: null, expectedDepartureAt: null }, silent));
    expect(call).toEqual({
      say: 'declare',
      about: 'vietnamese',
      element: {
        hoTen: 'Trần Thị Bình',
        gioiTinh: 'F',
        ngayThangNamSinhStr: '1990-08-15',
        ngayDenCsltStr: '2026-11-23 21:00:00',
        ngayDiDuKienStr: '2026-12-23 21:00:00',
        soPhong: '203',
        lyDoCuTru: 20,
        lyDoChiTiet: 'Lưu trú',
        loaiGiayTo: 1,
        soGiayTo: '049190001234',
      },
    });
  });

  it('tells an early departure and a later one, by the document', () => {
    const document = { loaiGiayTo: 1, soGiayTo: '049190001234' };
    const left = stay({ event: 'departure', departedAt: at('2026-11-24T08:00:00') });
    expect(portalCall(left)).toEqual({ say: 'change', element: { loai: 'TS', ...document } });
    expect(portalCall(extended())).toEqual({
      say: 'change',
      element: { loai: 'GH', ...document, thoiGianStr: '2026-11-27 12:00:00' },
    });
  });

  it.each<[string, PortalFacts]>([
    ['kbtt-kind-unknown', stay({ kind: 'passenger' })],
    ['kbtt-without-papers', stay({}, { documentNumber: null })],
    ['kbtt-birth-date-incomplete', stay({}, { birthDate: '1990' })],
    ['kbtt-ends-by-itself', stay({ event: 'departure', departedAt: at('2026-11-25T12:00:00') })],
    ['kbtt-ends-by-itself', stay({ event: 'departure', departedAt: at('2026-11-26T09:00:00') })],
    ['kbtt-cannot-say', stay({ event: 'cancellation' })],
    ['kbtt-cannot-say', extended({ expectedDepartureAt: at('2026-11-24T12:00:00') })],
    ['kbtt-cannot-say', extended({ expectedDepartureAt: at('2026-11-25T12:00:00') })],
    ['kbtt-cannot-say', extended({ expectedDepartureAt: null })],
    ['kbtt-cannot-say', extended({ before: null })],
    // An undone departure: the portal ended the stay, and knows no way back.
    [
      'kbtt-cannot-say',
      extended({
        before: { expectedDepartureAt: at('2026-11-25T12:00:00'), departedAt: at('2026-11-24T08:00:00') },
      }),
    ],
  ])('says nothing, because %s', (because, facts) => {
    expect(portalCall(facts)).toEqual({ say: 'nothing', because });
  });
});
