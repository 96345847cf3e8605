import type { IssueDefinition } from '@luutru/platform';

const define = (
  code: string,
  valueClass: string,
  vi: string,
  fixVi: string,
  en: string,
  fixEn: string,
): IssueDefinition => ({ code, valueClass, message: { vi, en }, fix: { vi: fixVi, en: fixEn } });

/** Every fault and doubt the declaration rules report. */
export const declarationIssues: readonly IssueDefinition[] = [
  define(
    'field-not-for-kind', 'text',
    'Trường này không dùng cho loại khai báo {kind}', 'Bỏ trường này, hoặc đổi kind cho đúng',
    'This field does not belong to a declaration of kind {kind}', 'Leave the field out, or correct kind',
  ),
  define(
    'code-unknown', 'code',
    'Mã không có trong danh mục {table}', 'Chọn một mã trong danh mục (GET /v1/reference/code-tables)',
    'The code is not in the table {table}', 'Use a code of the table (GET /v1/reference/code-tables)',
  ),
  define(
    'moment-malformed', 'date-time',
    'Thời điểm không đúng định dạng', 'Ghi theo mẫu 2026-11-23T22:55 (giờ Việt Nam) hoặc kèm múi giờ 2026-11-23T22:55:00+07:00',
    'The moment is not in the right form', 'Write 2026-11-23T22:55 (Vietnamese time) or with an offset 2026-11-23T22:55:00+07:00',
  ),
  define(
    'moment-not-in-calendar', 'date-time',
    'Ngày hoặc giờ này không tồn tại', 'Kiểm tra lại ngày, tháng, giờ (ví dụ 31/02 không có)',
    'There is no such day or hour', 'Check day, month and hour (there is no 31/02, for instance)',
  ),
  define(
    'arrival-in-future', 'date-time',
    'Ngày đến phải là ngày hiện tại hoặc trước đó', 'Khai báo khi khách đến; sửa lại ngày đến nếu nhập nhầm',
    'The arrival must be today or earlier', 'Declare when the guest arrives; correct the day if mistyped',
  ),
  define(
    'arrival-too-long-ago', 'date-time',
    'Ngày đến đã quá {maxLateDays} ngày', 'Kiểm tra lại năm và tháng; khai báo muộn hơn nữa phải liên hệ công an xã/phường',
    'The arrival is more than {maxLateDays} days ago', 'Check year and month; even later declarations go through the ward police',
  ),
  define(
    'departure-before-arrival', 'date-time',
    'Ngày đi dự kiến phải lớn hơn hoặc bằng ngày đến', 'Sửa ngày đi dự kiến hoặc ngày đến',
    'The expected departure is before the arrival', 'Correct the departure or the arrival',
  ),
  define(
    'stay-longer-than-notice', 'date-time',
    'Mỗi lần thông báo lưu trú tối đa {maxDays} ngày', 'Rút ngắn ngày đi dự kiến, sau đó gia hạn nếu khách ở tiếp',
    'One notice covers {maxDays} days at most', 'Give an earlier departure and extend it if the guest stays on',
  ),
  define(
    'temporary-residence-needed', 'date-time',
    'Ở từ {afterDays} ngày trở lên phải đăng ký tạm trú', 'Khai báo vẫn được ghi nhận; hướng dẫn người thuê đăng ký tạm trú (Điều 27 Luật Cư trú)',
    'A stay of {afterDays} days or more needs temporary residence registration', 'The declaration is recorded; tell the tenant to register (Law on Residence, Article 27)',
  ),
  define(
    'declared-late', 'date-time',
    'Khai báo sau thời hạn quy định', 'Khai báo vẫn được ghi nhận và đánh dấu muộn; lần sau hãy khai trước hạn',
    'The declaration came after its deadline', 'It is recorded and marked late; declare before the deadline next time',
  ),
  define(
    'trip-unknown', 'reference',
    'Không có chuyến xe này trong cơ sở', 'Tạo chuyến trước (POST /v1/trips) rồi dùng tripId nhận được',
    'The facility has no such trip', 'Create the trip first (POST /v1/trips) and use its tripId',
  ),
  define(
    'trip-closed', 'reference',
    'Chuyến xe đã kết thúc hoặc đã hủy', 'Chọn chuyến khác còn hiệu lực',
    'The trip has ended or was cancelled', 'Choose a trip that is open',
  ),
  define(
    'stop-not-on-route', 'reference',
    'Điểm lên/xuống không thuộc chuyến xe', 'Dùng mã điểm dừng có trong chuyến (GET /v1/trips/{tripId})',
    'The stop is not on this trip', 'Use a stop code of the trip (GET /v1/trips/{tripId})',
  ),
  define(
    'alighting-before-boarding', 'reference',
    'Điểm xuống phải sau điểm lên', 'Đổi lại điểm lên hoặc điểm xuống',
    'The alighting stop must come after the boarding stop', 'Correct one of the two stops',
  ),
  define(
    'patient-unknown', 'reference',
    'Không có đợt điều trị này trong cơ sở', 'Tạo đợt điều trị trước (POST /v1/patients) rồi dùng patientId nhận được',
    'The facility has no such patient', 'Create the patient first (POST /v1/patients) and use the patientId',
  ),
  define(
    'patient-discharged', 'reference',
    'Bệnh nhân đã xuất viện', 'Chọn đúng bệnh nhân đang nằm viện',
    'The patient was discharged', 'Choose a patient who is still in hospital',
  ),
  define(
    'room-not-listed', 'text',
    'Phòng này chưa có trong danh sách phòng của cơ sở', 'Khai báo vẫn được ghi nhận; kiểm tra số phòng hoặc bổ sung phòng vào danh sách',
    "This room is not in the facility's list", 'The declaration is recorded; check the room or add it to the list',
  ),
  define(
    'department-not-listed', 'text',
    'Khoa này chưa có trong danh sách khoa của cơ sở', 'Khai báo vẫn được ghi nhận; kiểm tra mã khoa hoặc bổ sung vào danh sách',
    "This department is not in the facility's list", 'The declaration is recorded; check the code or add it to the list',
  ),
  define(
    'reason-text-required', 'text',
    'Lý do 20 (Mục đích khác) phải ghi rõ', 'Nhập lý do vào reasonText',
    'Reason 20 (other purpose) must be spelled out', 'Write the reason into reasonText',
  ),
  define(
    'reason-text-not-for-code', 'text',
    'Chỉ nhập lý do chi tiết khi chọn lý do 20', 'Bỏ reasonText, hoặc chọn lý do 20',
    'Only reason 20 takes a text', 'Leave reasonText out, or choose reason 20',
  ),
  define(
    'one-scan-only', 'text',
    'Chỉ gửi một trong hai: mã QR hoặc dòng MRZ', 'Bỏ qr hoặc mrz',
    'Send either the QR text or the MRZ, not both', 'Leave out qr or mrz',
  ),
  define(
    'differs-from-scan', 'text',
    'Số giấy tờ nhập tay khác với số quét được', 'Khai báo dùng số nhập tay; kiểm tra lại giấy tờ',
    'The number typed differs from the one scanned', 'The typed one was taken; check the document',
  ),
  define(
    'birth-date-in-future', 'date',
    'Ngày sinh ở tương lai', 'Kiểm tra lại năm sinh',
    'The birth date lies in the future', 'Check the year of birth',
  ),
  define(
    'birth-date-too-long-ago', 'date',
    'Năm sinh trước 1900', 'Kiểm tra lại năm sinh',
    'The year of birth is before 1900', 'Check the year of birth',
  ),
  define(
    'no-papers', 'code',
    'Khách không có giấy tờ tùy thân có số', 'Khai báo được ghi nhận và báo ngay cho công an xã/phường',
    'The guest has no numbered identity paper', 'The declaration is recorded and the ward police are told at once',
  ),
  define(
    'nationality-not-listed', 'code',
    'Mã quốc tịch không có trong danh mục', 'Khai báo vẫn được ghi nhận; kiểm tra mã 3 chữ cái (Đức là D)',
    'The nationality code is not in the list', 'The declaration is recorded; check the three-letter code (Germany is D)',
  ),
  define(
    'phone-malformed', 'phone',
    'Số điện thoại không hợp lệ', 'Nhập 8 đến 15 chữ số, có thể bắt đầu bằng dấu +',
    'The phone number is not valid', 'Give 8 to 15 digits, with a leading + if you like',
  ),
  define(
    'address-not-resolved', 'text',
    'Chưa xác định được xã/phường hiện nay của địa chỉ', 'Khai báo vẫn được ghi nhận; có thể chọn tỉnh và xã/phường bằng mã',
    "Today's ward of the address could not be found", 'The declaration is recorded; you may give province and ward by code',
  ),
  define(
    'facility-not-active', 'reference',
    'Cơ sở đang tạm ngừng hoặc đã đóng', 'Liên hệ công an xã/phường để kích hoạt lại cơ sở',
    'The facility is suspended or closed', 'Ask the ward police to reactivate it',
  ),
  define(
    'kind-not-for-facility', 'code',
    'Cơ sở này không khai báo loại {kind}', 'Kiểm tra kind và facilityId',
    'This facility does not declare stays of kind {kind}', 'Check kind and facilityId',
  ),
  define(
    'already-in-house', 'reference',
    'Người này đang lưu trú tại cơ sở và chưa trả phòng, hoặc đã có khai báo trùng thời gian', 'Xem khai báo đã có (stayId), trả phòng hoặc sửa thời gian rồi khai lại',
    'This person is already in house here, or was declared for an overlapping time', 'Look at the existing stay (stayId), check it out or correct the times',
  ),
];
