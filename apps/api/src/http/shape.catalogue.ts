import type { IssueDefinition } from '@luutru/platform';

const define = (
  code: string,
  valueClass: string,
  message: IssueDefinition['message'],
  fix: IssueDefinition['fix'],
): IssueDefinition => ({ code, valueClass, message, fix });

/** Faults of shape: what can be wrong with any field whatever it means. */
export const shapeIssues: readonly IssueDefinition[] = [
  define(
    'field-required',
    'missing',
    { vi: 'Thiếu trường bắt buộc', en: 'A required field is missing' },
    { vi: 'Bổ sung trường này', en: 'Give this field' },
  ),
  define(
    'field-unknown',
    'unknown',
    { vi: 'Trường không có trong đặc tả', en: 'The field is not part of the request' },
    { vi: 'Bỏ trường này hoặc kiểm tra lại tên trường', en: 'Leave it out or check its name' },
  ),
  define(
    'type-wrong',
    'type',
    { vi: 'Sai kiểu dữ liệu, cần {expected}', en: 'Wrong type: {expected} is expected' },
    { vi: 'Gửi đúng kiểu dữ liệu theo đặc tả (/docs)', en: 'Send the type the documentation gives (/docs)' },
  ),
  define(
    'text-unusable',
    'text',
    { vi: 'Văn bản chứa ký tự không dùng được', en: 'The text has characters that cannot be used' },
    {
      vi: 'Bỏ ký tự điều khiển và ký tự lỗi, gửi UTF-8 chuẩn',
      en: 'Remove control and broken characters; send well-formed UTF-8',
    },
  ),
  define(
    'text-too-long',
    'text',
    { vi: 'Văn bản dài quá {max} ký tự', en: 'The text is longer than {max} characters' },
    { vi: 'Rút ngắn lại', en: 'Shorten it' },
  ),
  define(
    'number-out-of-range',
    'number',
    { vi: 'Số phải từ {min} đến {max}', en: 'The number must be from {min} to {max}' },
    { vi: 'Sửa lại giá trị', en: 'Correct the value' },
  ),
  define(
    'value-not-allowed',
    'code',
    { vi: 'Giá trị không được phép; chấp nhận: {allowed}', en: 'The value is not allowed; accepted: {allowed}' },
    { vi: 'Chọn một trong các giá trị được chấp nhận', en: 'Use one of the accepted values' },
  ),
  define(
    'id-malformed',
    'id',
    { vi: 'Mã định danh không đúng dạng UUID', en: 'The id is not a UUID' },
    { vi: 'Dùng nguyên mã mà hệ thống đã trả về', en: 'Use the id as the system gave it' },
  ),
  define(
    'list-too-long',
    'list',
    { vi: 'Danh sách dài quá {max} dòng', en: 'The list has more than {max} rows' },
    { vi: 'Chia thành nhiều cơ sở', en: 'Divide it into several facilities' },
  ),
  define(
    'listed-twice',
    'text',
    { vi: 'Bị trùng trong danh sách', en: 'Listed twice' },
    { vi: 'Bỏ dòng trùng', en: 'Remove the repetition' },
  ),
];
