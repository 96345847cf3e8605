import { PLACE_FIELDS, STAY_KINDS, type StayKind } from '@luutru/declaration';
import { ChoiceField, NumberField, ObjectField, ReferenceField, TextField, UuidField } from '../http/fields';

export class DocumentRequest {
  @NumberField({
    description:
      'Loại giấy tờ (danh mục document-type): 1 CCCD, 4 hộ chiếu, 9 giấy tờ khác / Code of the table document-type',
    min: 1,
    max: 99,
    example: 1,
  })
  type?: number;

  @TextField({ description: 'Số giấy tờ / Document number', max: 32, example: '049190001234' })
  number?: string;

  @TextField({ description: 'Mô tả giấy tờ khác (loại 9) / What the paper is (type 9)', max: 200 })
  description?: string;
}

export class ResidenceRequest {
  @NumberField({
    description: 'Nơi cư trú: 1 thường trú, 2 tạm trú, 3 khác / Table residence-kind',
    min: 1,
    max: 9,
    example: 1,
  })
  kind?: number;

  @TextField({
    description: 'Địa chỉ như trên giấy tờ, kể cả địa chỉ trước sáp nhập / Address as on the card, pre-merger ones too',
    max: 300,
    example: 'Phường Minh An, Thành phố Hội An, Quảng Nam',
  })
  address?: string;

  @TextField({ description: 'Mã tỉnh của cổng KBTT / Portal code of the province', max: 16, example: '501' })
  provinceCode?: string;

  @TextField({ description: 'Mã xã/phường của cổng KBTT / Portal code of the ward', max: 16, example: '501920410' })
  wardCode?: string;
}

export class PersonRequest {
  @UuidField({
    description:
      'Khách cũ: lưu trú trước tại chính cơ sở (từ POST /v1/stays/suggestions) / An earlier stay of the person here',
  })
  fromStayId?: string;

  @TextField({
    description: 'Chuỗi QR trên thẻ CCCD, nguyên văn / The text of the QR code of an identity card, as scanned',
    max: 2_000,
    example: '049190001234||TRẦN THỊ BÌNH|15081990|Nữ|Phường Minh An, Thành phố Hội An, Quảng Nam|10052021',
  })
  qr?: string;

  @TextField({ description: 'Các dòng MRZ của thẻ hoặc hộ chiếu / The MRZ lines of a card or passport', max: 500 })
  mrz?: string;

  @TextField({ description: 'Họ tên / Full name', max: 150, example: 'Trần Thị Bình' })
  fullName?: string;

  @TextField({
    description: 'Ngày sinh YYYY-MM-DD, hoặc YYYY khi chỉ biết năm / Birth date, or its year',
    max: 10,
    example: '1990-08-15',
  })
  birthDate?: string;

  @ChoiceField({ description: 'Giới tính: M nam, F nữ / Sex', choices: ['M', 'F'] })
  sex?: 'M' | 'F';

  @TextField({
    description: 'Quốc tịch, mã 3 chữ cái (Đức là D); bỏ trống là VNM / Nationality, default VNM',
    max: 3,
    example: 'VNM',
  })
  nationality?: string;

  @ObjectField({ description: 'Giấy tờ / Identity paper' }, () => DocumentRequest)
  document?: DocumentRequest;

  @TextField({ description: 'Số điện thoại / Phone', max: 24, example: '0905 000 111' })
  phone?: string;

  @TextField({
    description: 'Người nước ngoài: được tạm trú đến ngày, YYYY-MM-DD / Foreigners: permitted to stay until',
    max: 10,
  })
  permitUntil?: string;

  @ObjectField({ description: 'Nơi cư trú / Residence' }, () => ResidenceRequest)
  residence?: ResidenceRequest;
}

type Place = Partial<Record<(typeof PLACE_FIELDS)[number], string>>;

export class PlaceRequest implements Place {
  @TextField({ description: 'Số phòng / Room', max: 30, example: '203' })
  room?: string;

  @TextField({ description: 'Giường / Bed', max: 30 })
  bed?: string;

  @TextField({ description: 'Căn hộ, phòng trọ thuê dài ngày (tenant) / Flat or rented unit', max: 60 })
  unit?: string;

  @TextField({ description: 'Nơi làm việc của người thuê (tenant) / Employer', max: 150 })
  employer?: string;

  @TextField({ description: 'Khu công nghiệp (tenant) / Industrial zone', max: 60 })
  industrialZoneId?: string;

  @TextField({
    description:
      'Ngày người thuê đã đăng ký tạm trú tại đây (tenant, công dân Việt Nam), YYYY-MM-DD; chưa đăng ký thì bỏ trống / ' +
      'Day on which the tenant registered temporary residence here; left out until then',
    max: 10,
  })
  temporaryResidenceOn?: string;

  @TextField({ description: 'Khoa điều trị (patient, relative) / Department', max: 30 })
  department?: string;

  @UuidField({ description: 'Bệnh nhân (patient, relative), từ POST /v1/patients / Patient' })
  patientId?: string;

  @TextField({
    description: 'Quan hệ với bệnh nhân (relative), danh mục relation-to-patient / Relation to the patient',
    max: 30,
  })
  relation?: string;

  @UuidField({ description: 'Chuyến xe (passenger), từ POST /v1/trips / Trip' })
  tripId?: string;

  @TextField({ description: 'Ghế, giường (passenger) / Seat', max: 10 })
  seat?: string;

  @TextField({ description: 'Điểm lên xe (passenger), mã điểm dừng / Boarding stop', max: 30 })
  boardingStop?: string;

  @TextField({ description: 'Điểm xuống xe (passenger), mã điểm dừng / Alighting stop', max: 30 })
  alightingStop?: string;
}

/** A declaration as clients send it. Everything is optional here: what is missing is reported by the rules. */
export class DeclareStayRequest {
  @ChoiceField({
    description: 'Loại khai báo: khách, người thuê, bệnh nhân, thân nhân, hành khách / Kind of stay',
    choices: STAY_KINDS,
    required: true,
  })
  kind?: StayKind;

  @TextField({
    description: 'Mã hoặc id của cơ sở; bỏ trống khi khóa chỉ có một cơ sở / Facility, unless the key has only one',
    max: 64,
  })
  facilityId?: string;

  @ReferenceField({
    description: 'Mã tham chiếu của phần mềm khách; dùng thay Idempotency-Key / Your own reference',
    example: 'BK-2026-0042',
  })
  externalRef?: string;

  @ObjectField({ description: 'Người lưu trú / The person', required: true }, () => PersonRequest)
  person?: PersonRequest;

  @TextField({
    description: 'Thời điểm đến; không ghi múi giờ là giờ Việt Nam; bỏ trống là bây giờ / Arrival, default now',
    max: 40,
    example: '2026-11-23T21:55',
  })
  arrivedAt?: string;

  @TextField({ description: 'Thời điểm đi dự kiến / Expected departure', max: 40, example: '2026-11-25T12:00' })
  expectedDepartureAt?: string;

  @NumberField({ description: 'Lý do cư trú (danh mục stay-reason) / Reason', min: 1, max: 99, example: 1 })
  reason?: number;

  @TextField({ description: 'Lý do chi tiết, chỉ với lý do 20 / Only for reason 20', max: 200 })
  reasonText?: string;

  @TextField({ description: 'Ghi chú / Note', max: 500 })
  note?: string;

  @ObjectField({ description: 'Ở đâu trong cơ sở / Where in the facility' }, () => PlaceRequest)
  place?: PlaceRequest;
}
