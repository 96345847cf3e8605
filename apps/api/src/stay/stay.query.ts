import { DELIVERY_STATUSES, type DeliveryStatus, STAY_STATES, type StayState } from '@luutru/declaration';
import { ChoiceField, DayField, NumberQuery, ReferenceField, TextField, UuidField } from '../http/fields';

export class StayListQuery {
  @TextField({ description: 'Mã hoặc id của cơ sở / Facility, unless the key has only one', max: 64 })
  facilityId?: string;

  @ChoiceField({ description: 'Tình trạng gửi / Delivery status', choices: DELIVERY_STATUSES })
  status?: DeliveryStatus;

  @DayField({ description: 'Ngày đến từ (tính cả ngày này) / First day of arrival' })
  from?: string;

  @DayField({ description: 'Ngày đến tới (tính cả ngày này) / Last day of arrival' })
  to?: string;

  @ReferenceField({ description: 'Mã tham chiếu của phần mềm khách / Your own reference' })
  externalRef?: string;

  @UuidField({ description: 'Nhóm / Group, from POST /v1/stays/group' })
  groupId?: string;

  @UuidField({ description: 'Chuyến xe: danh sách hành khách / Trip: its manifest' })
  tripId?: string;

  @UuidField({ description: 'Bệnh nhân: người bệnh và thân nhân / Patient: with relatives' })
  patientId?: string;

  @ChoiceField({ description: 'Tình trạng lưu trú / State of the stay', choices: STAY_STATES })
  state?: StayState;

  @TextField({ description: 'Giá trị next của trang trước / The next value of the previous page', max: 200 })
  cursor?: string;

  @NumberQuery({ description: 'Số dòng mỗi trang, mặc định 50 / Rows a page, default 50', min: 1, max: 200 })
  limit?: number;
}
