import type { ErrorDefinition, ErrorKind, IssueDefinition, LocalizedText } from '@luutru/platform';

const error = (code: string, kind: ErrorKind, title: LocalizedText, detail: LocalizedText): ErrorDefinition => ({
  code,
  kind,
  title,
  detail,
});

/** Problems of keeping lists and of handling alerts. */
export const watchListErrors: readonly ErrorDefinition[] = [
  error(
    'watch-list-ended',
    'conflict',
    { vi: 'Danh sách đã kết thúc', en: 'The list has ended' },
    { vi: 'Danh sách đã được rút; hãy lập danh sách mới.', en: 'It has been withdrawn; propose a new list.' },
  ),
  error(
    'watch-own-proposal',
    'forbidden',
    { vi: 'Không được tự duyệt đề nghị của mình', en: 'Nobody decides on their own proposal' },
    {
      vi: 'Mỗi thay đổi danh sách cần hai người: người đề nghị và một người khác duyệt.',
      en: 'A change of a list takes two people: one proposes, somebody else approves.',
    },
  ),
  error(
    'watch-proposal-decided',
    'conflict',
    { vi: 'Đề nghị đã được xử lý', en: 'The proposal has been decided' },
    { vi: 'Đề nghị đang ở trạng thái {state}; tải lại danh sách.', en: 'It is {state}; reload the queue.' },
  ),
  error(
    'watch-proposal-outdated',
    'conflict',
    { vi: 'Đề nghị đã lạc hậu', en: 'The proposal is outdated' },
    {
      vi: 'Danh sách hoặc mục trong đề nghị đã được thay đổi sau khi đề nghị; hãy từ chối và đề nghị lại.',
      en: 'What it changes has been changed since it was made; refuse it and have it proposed anew.',
    },
  ),
  error(
    'watch-import-too-many',
    'invalid',
    { vi: 'Tệp có quá nhiều dòng', en: 'The file has too many rows' },
    { vi: 'Mỗi tệp tối đa {max} dòng; hãy chia thành nhiều tệp.', en: 'At most {max} rows a file; split it.' },
  ),
  error(
    'watch-import-faulty',
    'invalid',
    { vi: 'Tệp còn dòng sai', en: 'The file has faulty rows' },
    {
      vi: 'Có {rows} dòng sai, xem errors; chưa có gì được đề nghị. Sửa tệp rồi gửi lại.',
      en: '{rows} rows are wrong, see errors; nothing has been proposed. Mend the file and send it again.',
    },
  ),
  error(
    'watch-import-changes-nothing',
    'conflict',
    { vi: 'Tệp không thay đổi gì', en: 'The file changes nothing' },
    { vi: 'Mọi dòng đều đã có trong danh sách.', en: 'All of its rows are in the list already.' },
  ),
  error(
    'watch-file-too-large',
    'invalid',
    { vi: 'Tệp quá lớn', en: 'The file is too large' },
    { vi: 'Tệp danh sách tối đa {megabytes} MB.', en: 'A file of a list has at most {megabytes} MB.' },
  ),
  error(
    'alert-changed',
    'conflict',
    { vi: 'Cảnh báo vừa được thay đổi', en: 'The alert has changed meanwhile' },
    {
      vi: 'Cảnh báo đang ở phiên bản {version} ({state}); các thao tác có thể: {allowed}. Tải lại rồi thao tác tiếp.',
      en: 'It is at version {version} ({state}) by now; possible actions: {allowed}. Reload and go on from there.',
    },
  ),
  error(
    'alert-action-not-allowed',
    'conflict',
    { vi: 'Không thực hiện được ở tình trạng này', en: 'Not possible in this state' },
    {
      vi: 'Cảnh báo đang ở tình trạng {state}, phiên bản {version}; các thao tác có thể: {allowed}.',
      en: 'The alert is {state}, version {version}; possible actions: {allowed}.',
    },
  ),
  error(
    'too-many-desks',
    'limited',
    { vi: 'Mở quá nhiều bàn trực cùng lúc', en: 'Too many duty desks at once' },
    {
      vi: 'Một tài khoản mở tối đa {max} luồng cảnh báo; hãy đóng bớt.',
      en: 'One account follows alerts in {max} places at most; close some.',
    },
  ),
];

const issue = (
  code: string,
  valueClass: string,
  vi: string,
  fixVi: string,
  en: string,
  fixEn: string,
): IssueDefinition => ({ code, valueClass, message: { vi, en }, fix: { vi: fixVi, en: fixEn } });

/** Faults of lists and entries. */
export const watchListIssues: readonly IssueDefinition[] = [
  issue(
    'watch-unit-out-of-reach',
    'reference',
    'Đơn vị không thuộc địa bàn của bạn',
    'Chọn đơn vị hành chính hiện hành mà bạn được giao',
    'The unit is not in your reach',
    "Choose one of today's administrative units that you are responsible for",
  ),
  issue(
    'watch-validity-ends-first',
    'date',
    'Ngày hết hiệu lực trước ngày bắt đầu',
    'Sửa lại thời hạn hiệu lực',
    'The validity ends before it begins',
    'Correct the validity',
  ),
  issue(
    'watch-validity-over',
    'date',
    'Thời hạn hiệu lực đã qua',
    'Chọn một ngày từ hôm nay trở đi, hoặc bỏ trống',
    'The validity is over already',
    'Choose a day from today on, or none',
  ),
  issue(
    'watch-name-missing',
    'missing',
    'Thiếu họ tên',
    'Ghi ít nhất một họ tên hoặc tên gọi khác',
    'A name is missing',
    'Give one name or alias at least',
  ),
  issue(
    'watch-name-unusable',
    'text',
    'Tên quá ngắn hoặc không phải chữ',
    'Ghi họ tên có ít nhất hai chữ cái',
    'The name is too short or no word',
    'Give a name of two letters at least',
  ),
  issue(
    'watch-number-malformed',
    'text',
    'Số giấy tờ không đúng dạng',
    'Ghi 4 đến 20 chữ cái và chữ số, không dấu cách',
    'The document number is malformed',
    'Give 4 to 20 letters and digits',
  ),
  issue(
    'watch-birth-date-malformed',
    'date',
    'Ngày sinh không đúng dạng',
    'Ghi năm, năm-tháng hoặc năm-tháng-ngày có trong lịch (trong tệp: dd/MM/yyyy, MM/yyyy, yyyy)',
    'The birth date is malformed',
    'Give YYYY, YYYY-MM or YYYY-MM-DD of a day that exists (in a file: dd/MM/yyyy, MM/yyyy, yyyy)',
  ),
  issue(
    'watch-birth-date-impossible',
    'date',
    'Ngày sinh trước năm 1900 hoặc ở tương lai',
    'Kiểm tra lại ngày sinh',
    'The birth date is before 1900 or in the future',
    'Check the birth date',
  ),
  issue(
    'watch-nationality-unknown',
    'code',
    'Không nhận ra quốc tịch',
    'Ghi mã ISO ba chữ, ví dụ VNM',
    'The nationality is not known',
    'Give the ISO code of three letters, such as VNM',
  ),
  issue(
    'watch-sex-unknown',
    'code',
    'Không nhận ra giới tính',
    'Ghi Nam, Nữ, M hoặc F',
    'The sex is not known',
    'Give Nam, Nữ, M or F',
  ),
  issue(
    'watch-reference-twice',
    'reference',
    'Mã hồ sơ trùng với dòng {other}',
    'Mỗi mã hồ sơ chỉ ghi một dòng',
    'The reference is that of row {other} too',
    'Give each reference one row',
  ),
  issue(
    'watch-entry-unknown',
    'reference',
    'Không có mục này trong danh sách',
    'Tải lại danh sách',
    'There is no such entry in the list',
    'Reload the list',
  ),
  issue(
    'watch-entry-twice',
    'reference',
    'Mục này đã có thay đổi khác trong cùng đề nghị',
    'Gộp các thay đổi của một mục làm một',
    'The entry is changed twice in one proposal',
    'Make it one change',
  ),
  issue(
    'watch-entry-changed',
    'state',
    'Mục đã được thay đổi, đang ở phiên bản {version} ({state})',
    'Tải lại mục rồi đề nghị lại',
    'The entry has changed: it is at version {version} ({state})',
    'Reload it and propose again',
  ),
];
