import { addDays, localDate } from '@luutru/calendar';

/** Ids that only a running system has; the documentation test puts real ones in. */
export const EXAMPLE_PATIENT_ID = '019ab000-0000-7000-8000-00000000ba01';
export const EXAMPLE_TRIP_ID = '019ab000-0000-7000-8000-00000000c401';

/** Examples stay true by leaving the arrival out (now) and giving departures relative to the day they are shown. */
export function declareExamples(now: Date) {
  const tomorrow = `${addDays(localDate(now), 1)}T12:00`;
  return {
    guestByQr: {
      summary: 'Khách sạn, quét QR thẻ CCCD / Hotel guest by card QR',
      value: {
        kind: 'guest',
        externalRef: 'BK-0042',
        person: { qr: '049190001234||TRẦN THỊ BÌNH|15081990|Nữ|Phường Minh An, Thành phố Hội An, Quảng Nam|10052021' },
        expectedDepartureAt: tomorrow,
        reason: 1,
        place: { room: '203' },
      },
    },
    foreignerByMrz: {
      summary: 'Khách nước ngoài, dòng MRZ hộ chiếu / Foreigner by passport MRZ',
      value: {
        kind: 'guest',
        externalRef: 'BK-0043',
        person: {
          mrz: 'P<D<<MUELLER<<HANS<PETER<<<<<<<<<<<<<<<<<<<<\nC01X00T478D<<6408125M3102282<<<<<<<<<<<<<<<2',
        },
        expectedDepartureAt: tomorrow,
        reason: 1,
        place: { room: '305' },
      },
    },
    tenant: {
      summary: 'Người thuê dài ngày / Long-term tenant',
      value: {
        kind: 'tenant',
        externalRef: 'HD-0007',
        person: {
          fullName: 'Lê Văn Cường',
          birthDate: '1998-03-21',
          sex: 'M',
          document: { type: 1, number: '048098001111' },
          residence: { kind: 1, address: 'Phường An Hải Bắc, Quận Sơn Trà, Đà Nẵng' },
        },
        reason: 19,
        place: { unit: 'P12', employer: 'Công ty May Hòa Khánh' },
      },
    },
    relative: {
      summary: 'Thân nhân người bệnh / Relative of a patient',
      value: {
        kind: 'relative',
        externalRef: 'TN-0001',
        person: {
          fullName: 'Phạm Thị Dung',
          birthDate: '1975',
          sex: 'F',
          document: { type: 8, number: '049175002222' },
        },
        expectedDepartureAt: tomorrow,
        place: { patientId: EXAMPLE_PATIENT_ID, relation: 'vo-chong' },
      },
    },
    passenger: {
      summary: 'Hành khách xe đường dài / Long-haul bus passenger',
      value: {
        kind: 'passenger',
        externalRef: 'VE-0015',
        person: {
          fullName: 'Đỗ Minh Em',
          birthDate: '2001-12-01',
          sex: 'M',
          document: { type: 1, number: '049201003333' },
        },
        place: { tripId: EXAMPLE_TRIP_ID, seat: 'A07', boardingStop: 'DN', alightingStop: 'HN' },
      },
    },
  };
}
