import type { IssueDefinition } from '@luutru/platform';
import { define } from './define';

/** About the person. */
export const personIssues: readonly IssueDefinition[] = [
  define(
    'one-scan-only',
    'text',
    'Chỉ gửi một trong hai: mã QR hoặc dòng MRZ',
    'Bỏ qr hoặc mrz',
    'Send either the QR text or the MRZ, not both',
    'Leave out qr or mrz',
  ),
  define(
    'differs-from-scan',
    'text',
    'Số giấy tờ nhập tay khác với số quét được',
    'Khai báo dùng số nhập tay; kiểm tra lại giấy tờ',
    'The number typed differs from the one scanned',
    'The typed one was taken; check the document',
  ),
  define(
    'birth-date-in-future',
    'date',
    'Ngày sinh ở tương lai',
    'Kiểm tra lại năm sinh',
    'The birth date lies in the future',
    'Check the year of birth',
  ),
  define(
    'birth-date-too-long-ago',
    'date',
    'Năm sinh trước 1900',
    'Kiểm tra lại năm sinh',
    'The year of birth is before 1900',
    'Check the year of birth',
  ),
  define(
    'no-papers',
    'code',
    'Khách không có giấy tờ tùy thân có số',
    'Khai báo được ghi nhận và báo ngay cho công an xã/phường',
    'The guest has no numbered identity paper',
    'The declaration is recorded and the ward police are told at once',
  ),
  define(
    'nationality-not-listed',
    'code',
    'Mã quốc tịch không có trong danh mục',
    'Khai báo vẫn được ghi nhận; kiểm tra mã 3 chữ cái (Đức là D)',
    'The nationality code is not in the list',
    'The declaration is recorded; check the three-letter code (Germany is D)',
  ),
  define(
    'phone-malformed',
    'phone',
    'Số điện thoại không hợp lệ',
    'Nhập 8 đến 15 chữ số, có thể bắt đầu bằng dấu +',
    'The phone number is not valid',
    'Give 8 to 15 digits, with a leading + if you like',
  ),
  define(
    'address-not-resolved',
    'text',
    'Chưa xác định được xã/phường hiện nay của địa chỉ',
    'Khai báo vẫn được ghi nhận; có thể chọn tỉnh và xã/phường bằng mã',
    "Today's ward of the address could not be found",
    'The declaration is recorded; you may give province and ward by code',
  ),
  define(
    'permit-expired',
    'date',
    'Thời hạn tạm trú phải lớn hơn hoặc bằng hôm nay',
    'Kiểm tra thời hạn trên thị thực, thẻ tạm trú; nếu đã hết hạn thật thì báo ngay công an xã/phường',
    'The permission to stay must not have ended before today',
    'Check the visa or residence card; if it has really expired, tell the ward police at once',
  ),
];
