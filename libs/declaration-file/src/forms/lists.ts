import type { Form, FormColumn } from './form';
import { PORTAL_FORM } from './portal';

const portal = (key: string, change: Partial<FormColumn> = {}): FormColumn => {
  const column = PORTAL_FORM.columns.find((candidate) => candidate.key === key);
  if (!column) throw new Error(`The portal's form has no column ${key}`);
  return { ...column, ...change };
};

/** The columns about the person, the same in all our lists. */
const PERSON = [
  portal('ordinal'),
  portal('fullName'),
  portal('birthDate'),
  portal('sex'),
  portal('nationality', { required: false }),
  portal('documentType'),
  portal('documentName'),
  portal('documentNumber', { required: false }),
  portal('phone'),
  portal('residenceKind'),
  portal('address', { header: { vi: 'ĐỊA CHỈ THƯỜNG TRÚ', en: 'Address' }, aliases: ['địa chỉ', 'địa chỉ chi tiết'] }),
];

/** Tenants of zone housing, flats and rented rooms. */
export const TENANTS_FORM: Form = {
  id: 'tenants',
  name: { vi: 'Danh sách người thuê nhà', en: 'Tenants' },
  sheet: 'DS_NGUOI_THUE',
  columns: [
    ...PERSON,
    {
      key: 'unit',
      pointer: '/place/unit',
      header: { vi: 'CĂN HỘ/PHÒNG THUÊ', en: 'Unit' },
      aliases: ['căn hộ', 'phòng thuê', 'phòng trọ'],
      required: true,
      type: 'text',
    },
    portal('room', { header: { vi: 'SỐ PHÒNG', en: 'Room' } }),
    {
      key: 'employer',
      pointer: '/place/employer',
      header: { vi: 'NƠI LÀM VIỆC', en: 'Employer' },
      aliases: ['công ty', 'doanh nghiệp'],
      required: false,
      type: 'text',
    },
    {
      key: 'industrialZone',
      pointer: '/place/industrialZoneId',
      header: { vi: 'KHU CÔNG NGHIỆP', en: 'Industrial zone' },
      aliases: ['kcn'],
      required: false,
      type: 'code',
      choices: 'industrial-zone',
    },
    {
      key: 'temporaryResidenceOn',
      pointer: '/place/temporaryResidenceOn',
      header: { vi: 'NGÀY ĐĂNG KÝ TẠM TRÚ', en: 'Temporary residence registered on' },
      aliases: ['đăng ký tạm trú', 'ngày đktt'],
      required: false,
      type: 'date',
    },
    portal('arrivedAt', {
      header: { vi: 'NGÀY BẮT ĐẦU Ở', en: 'Lives there since' },
      aliases: ['ngày đến', 'ngày thuê'],
    }),
    portal('expectedDepartureAt', {
      header: { vi: 'NGÀY DỰ KIẾN CHUYỂN ĐI', en: 'Until, if known' },
      aliases: ['ngày đi dự kiến', 'ngày hết hợp đồng'],
      required: false,
    }),
    portal('reason'),
    portal('reasonText'),
    portal('note'),
    portal('externalRef'),
  ],
};

/** In-patients and their relatives, a row each; relatives follow the record number of their patient. */
export const HOSPITAL_FORM: Form = {
  id: 'hospital',
  name: { vi: 'Danh sách bệnh nhân và thân nhân', en: 'In-patients and relatives' },
  sheet: 'DS_BENH_NHAN',
  columns: [
    ...PERSON,
    {
      key: 'recordNumber',
      pointer: '/links/recordNumber',
      header: { vi: 'SỐ HỒ SƠ BỆNH ÁN', en: 'Record number' },
      aliases: ['mã bệnh án', 'số bệnh án', 'số hồ sơ'],
      required: true,
      type: 'text',
    },
    {
      key: 'role',
      pointer: '/kind',
      header: { vi: 'ĐỐI TƯỢNG', en: 'Patient or relative' },
      aliases: ['loại', 'vai trò'],
      required: true,
      type: 'code',
      choices: 'hospital-role',
    },
    {
      key: 'relation',
      pointer: '/place/relation',
      header: { vi: 'QUAN HỆ VỚI BỆNH NHÂN', en: 'Relation to the patient' },
      aliases: ['quan hệ'],
      required: false,
      type: 'code',
      choices: 'relation-to-patient',
    },
    {
      key: 'department',
      pointer: '/place/department',
      header: { vi: 'KHOA', en: 'Department' },
      aliases: ['khoa điều trị'],
      required: true,
      type: 'code',
      choices: 'department',
    },
    portal('room', { header: { vi: 'BUỒNG', en: 'Room' }, aliases: ['phòng', 'số phòng'] }),
    {
      key: 'bed',
      pointer: '/place/bed',
      header: { vi: 'GIƯỜNG', en: 'Bed' },
      required: false,
      type: 'text',
    },
    portal('arrivedAt', {
      header: { vi: 'NGÀY VÀO VIỆN', en: 'Admitted or arrived' },
      aliases: ['ngày đến', 'ngày vào'],
    }),
    portal('expectedDepartureAt', {
      header: { vi: 'NGÀY RA VIỆN DỰ KIẾN', en: 'Expected departure' },
      aliases: ['ngày đi dự kiến', 'dự kiến ra viện'],
      required: false,
    }),
    {
      key: 'departedAt',
      pointer: '/links/departedAt',
      header: { vi: 'NGÀY RA VIỆN', en: 'Left already on' },
      aliases: ['đã ra viện'],
      required: false,
      type: 'moment',
    },
    portal('note'),
    portal('externalRef'),
  ],
};

/** Passengers of one overnight trip. */
export const MANIFEST_FORM: Form = {
  id: 'manifest',
  name: { vi: 'Danh sách hành khách', en: 'Passenger manifest' },
  sheet: 'DS_HANH_KHACH',
  columns: [
    ...PERSON,
    {
      key: 'seat',
      pointer: '/place/seat',
      header: { vi: 'SỐ GHẾ/GIƯỜNG', en: 'Seat' },
      aliases: ['ghế', 'số ghế', 'giường'],
      required: true,
      type: 'text',
    },
    {
      key: 'boardingStop',
      pointer: '/place/boardingStop',
      header: { vi: 'ĐIỂM LÊN XE', en: 'Boarding stop' },
      aliases: ['điểm đón'],
      required: true,
      type: 'code',
      choices: 'stop',
    },
    {
      key: 'alightingStop',
      pointer: '/place/alightingStop',
      header: { vi: 'ĐIỂM XUỐNG XE', en: 'Alighting stop' },
      aliases: ['điểm trả'],
      required: true,
      type: 'code',
      choices: 'stop',
    },
    portal('note'),
    portal('externalRef', { aliases: ['mã vé', 'số vé', 'external ref'] }),
  ],
};
