import type { IssueDefinition } from '@luutru/platform';
import type { FindingCode } from './domain/finding';

type Text = readonly [vi: string, en: string];

/** Value class, message and fix of every code; the type makes a missing one a compile error. */
const TEXTS: Readonly<Record<FindingCode, readonly [valueClass: string, message: Text, fix: Text]>> = {
  'scan-empty': [
    'scan',
    ['Chưa nhận được dữ liệu từ máy quét', 'Nothing came from the scanner'],
    ['Quét lại, hoặc nhập tay thông tin giấy tờ', 'Scan again, or type what the document says'],
  ],
  'scan-too-long': [
    'scan',
    ['Dữ liệu quét dài hơn {max} ký tự', 'The scan is longer than {max} characters'],
    ['Chỉ quét mã của một giấy tờ rồi gửi lại', 'Scan the code of one document only and send it again'],
  ],
  'scan-not-recognised': [
    'scan',
    ['Không nhận ra mã của giấy tờ tùy thân', 'This is not a known code of an identity document'],
    [
      'Quét mã QR trên thẻ CCCD/Căn cước hoặc các dòng ký tự của hộ chiếu, mặt sau thẻ; nếu không được thì nhập tay',
      'Scan the QR code of the card, or the printed lines of the passport or the back of the card; otherwise type the fields',
    ],
  ],
  'scan-too-few-fields': [
    'scan',
    [
      'Mã QR chỉ có {found} trường, cần ít nhất {needed}',
      'The QR code has {found} fields, at least {needed} are needed',
    ],
    [
      'Quét lại cho đủ mã; nếu vẫn thiếu thì nhập tay',
      'Scan the whole code again; if fields are still missing, type them',
    ],
  ],
  'scan-is-visa': [
    'scan',
    ['Đây là thị thực (visa), không phải hộ chiếu', 'This is a visa, not a passport'],
    ['Quét trang nhân thân có ảnh của hộ chiếu', 'Scan the page of the passport that has the photograph'],
  ],
  'scan-field-unreadable': [
    'scan',
    ['Không đọc được một trường trên giấy tờ ({field})', 'One field of the document could not be read ({field})'],
    ['Nhập tay trường này theo giấy tờ', 'Type this field as the document has it'],
  ],
  'scan-keyboard-mangled': [
    'scan',
    [
      'Chữ có dấu có thể đã bị bộ gõ tiếng Việt làm sai khi quét ({field})',
      'A Vietnamese input method may have garbled the scanned text ({field})',
    ],
    [
      'Tắt bộ gõ (chuyển sang tiếng Anh) rồi quét lại, hoặc sửa tay theo giấy tờ',
      'Switch the input method to English and scan again, or correct it by hand',
    ],
  ],
  'mrz-all-checks-failed': [
    'scan',
    [
      'Không số kiểm tra nào trong các dòng ký tự của giấy tờ khớp',
      'None of the check digits in the printed lines fits',
    ],
    [
      'Quét lại: để giấy tờ phẳng, sạch, đủ sáng; nếu không được thì nhập tay',
      'Scan again with the document flat, clean and well lit; otherwise type the fields',
    ],
  ],
  'mrz-repaired': [
    'scan',
    [
      'Một ký tự bị đọc nhầm đã được sửa theo số kiểm tra ({field})',
      'A misread character was put right by its check digit ({field})',
    ],
    ['So lại trường này với giấy tờ', 'Compare this field with the document'],
  ],
  'check-digit-failed': [
    'scan',
    ['Số kiểm tra không khớp, có thể đã đọc nhầm ({field})', 'The check digit does not fit: perhaps misread ({field})'],
    ['So trường này với giấy tờ và sửa nếu sai', 'Compare this field with the document and correct it'],
  ],
  'birth-date-year-only': [
    'date',
    ['Giấy tờ chỉ ghi năm sinh', 'The document gives only the year of birth'],
    [
      'Giữ nguyên năm sinh; chỉ nhập ngày, tháng nếu có giấy tờ khác chứng minh',
      'Leave the year as it is; add day and month only if another paper proves them',
    ],
  ],
  'sex-unspecified': [
    'code',
    ['Giấy tờ không ghi giới tính', 'The document does not state the sex'],
    ['Hỏi khách rồi chọn Nam hoặc Nữ', 'Ask the guest and choose male or female'],
  ],
  'nationality-unknown': [
    'code',
    ['Mã quốc tịch trên giấy tờ không có trong danh mục', 'The nationality code of the document is not in the lists'],
    ['Kiểm tra lại và chọn quốc tịch trong danh mục', 'Check it and choose a nationality of the list'],
  ],
  'document-expired': [
    'date',
    ['Giấy tờ đã hết hạn', 'The document has expired'],
    ['Đề nghị khách xuất trình giấy tờ còn hạn', 'Ask the guest for a document in force'],
  ],
  'name-without-diacritics': [
    'name',
    ['Tên đọc từ dòng ký tự của giấy tờ không có dấu', 'The printed lines give the name without Vietnamese marks'],
    ['Bổ sung dấu cho họ tên theo giấy tờ', 'Add the marks to the name as the document shows it'],
  ],
  'name-truncated': [
    'name',
    ['Tên có thể đã bị cắt bớt trong dòng ký tự của giấy tờ', 'The printed lines may give the name cut short'],
    ['So với họ tên đầy đủ trên giấy tờ và bổ sung', 'Compare with the full name on the document and complete it'],
  ],
  'name-empty': [
    'name',
    ['Chưa có họ tên', 'There is no name'],
    ['Nhập họ tên theo giấy tờ', 'Give the full name as the document has it'],
  ],
  'name-too-long': [
    'name',
    ['Họ tên dài hơn {max} ký tự', 'The name is longer than {max} characters'],
    ['Chỉ nhập họ tên, không kèm thông tin khác', 'Give the name only, nothing else with it'],
  ],
  'name-has-digits': [
    'name',
    ['Họ tên có chữ số', 'The name has digits in it'],
    [
      'Bỏ chữ số; nếu do bộ gõ VNI thì gõ lại tên có dấu',
      'Remove them; if an input method left them, type the name again',
    ],
  ],
  'name-has-symbols': [
    'name',
    ['Họ tên có ký hiệu lạ', 'The name has unusual symbols in it'],
    ['Kiểm tra lại và bỏ ký hiệu không thuộc họ tên', 'Check it and remove what does not belong to the name'],
  ],
  'name-not-latin': [
    'name',
    ['Họ tên không viết bằng chữ La-tinh', 'The name is not in Latin letters'],
    ['Nhập họ tên bằng chữ La-tinh như trên hộ chiếu', 'Give the name in Latin letters as the passport has it'],
  ],
  'name-single-word': [
    'name',
    ['Họ tên chỉ có một từ', 'The name has only one word'],
    ['Nhập đủ cả họ và tên nếu giấy tờ có', 'Give family name and given names if the document has both'],
  ],
  'name-looks-mistyped': [
    'name',
    ['Họ tên có vẻ gõ sai dấu (còn sót phím Telex/VNI)', 'The name looks mistyped (keys of Telex or VNI left in it)'],
    ['Kiểm tra bộ gõ và gõ lại họ tên', 'Check the input method and type the name again'],
  ],
  'document-type-unknown': [
    'code',
    ['Loại giấy tờ phải có giá trị từ 1 đến 9', 'The document type must be from 1 to 9'],
    ['Chọn loại giấy tờ trong danh mục', 'Choose a document type of the list'],
  ],
  'document-type-not-for-nationality': [
    'code',
    ['Loại giấy tờ này chỉ cấp cho công dân Việt Nam', 'This document is issued to Vietnamese citizens only'],
    ['Kiểm tra lại quốc tịch và loại giấy tờ; khách nước ngoài dùng hộ chiếu', 'Check both; foreigners use a passport'],
  ],
  'document-number-required': [
    'number',
    ['Chưa có số giấy tờ', 'There is no document number'],
    [
      'Nhập số giấy tờ; khách không có giấy tờ thì chọn loại 9',
      'Give the number; choose type 9 for a guest without papers',
    ],
  ],
  'document-number-twelve-digits': [
    'number',
    ['Số CCCD, Căn cước, định danh cá nhân phải gồm đúng 12 chữ số', 'The number must have exactly 12 digits'],
    ['Kiểm tra lại số, giữ cả các số 0 ở đầu', 'Check the number and keep the zeros at its beginning'],
  ],
  'document-number-nine-or-twelve-digits': [
    'number',
    ['Số CMND phải gồm 9 hoặc 12 chữ số', 'The number must have 9 or 12 digits'],
    ['Kiểm tra lại số, giữ cả các số 0 ở đầu', 'Check the number and keep the zeros at its beginning'],
  ],
  'document-number-letters-digits': [
    'number',
    ['Số giấy tờ chỉ gồm chữ cái và chữ số, tối đa {max} ký tự', 'Letters A-Z and digits only, at most {max}'],
    ['Nhập đúng số trên giấy tờ, không kèm ký hiệu khác', 'Give the number of the document and nothing else'],
  ],
  'document-number-free-text': [
    'number',
    ['Số giấy tờ tối đa {max} ký tự và không có ký hiệu lạ', 'At most {max} characters and no unusual symbols'],
    ['Chỉ nhập số ghi trên giấy tờ', 'Give only the number that the paper has'],
  ],
  'document-description-required': [
    'text',
    ['Giấy tờ khác phải ghi rõ là giấy tờ gì', 'Another paper must be described'],
    ['Ghi tên giấy tờ, hoặc lý do khách không có giấy tờ', 'Say what the paper is, or why there is none'],
  ],
  'personal-number-province': [
    'number',
    ['Ba chữ số đầu của số định danh không ứng với tỉnh nào', 'The first three digits stand for no province'],
    ['So lại số với giấy tờ', 'Compare the number with the document'],
  ],
  'personal-number-birth-year': [
    'date',
    ['Năm sinh không khớp với số định danh cá nhân', 'The year of birth does not agree with the personal number'],
    ['So lại ngày sinh và số với giấy tờ', 'Compare birth date and number with the document'],
  ],
  'personal-number-sex': [
    'code',
    ['Giới tính không khớp với số định danh cá nhân', 'The sex does not agree with the personal number'],
    ['So lại giới tính và số với giấy tờ', 'Compare sex and number with the document'],
  ],
  'date-malformed': [
    'date',
    ['Ngày sinh không đúng định dạng', 'The birth date is not in the right form'],
    ['Ghi theo mẫu 1990-01-15, hoặc 1990 nếu chỉ biết năm', 'Write 1990-01-15, or 1990 if only the year is known'],
  ],
  'date-not-in-calendar': [
    'date',
    ['Ngày sinh này không tồn tại', 'There is no such day'],
    [
      'Kiểm tra lại ngày, tháng, năm (ví dụ 31/02 không có)',
      'Check day, month and year (there is no 31/02, for instance)',
    ],
  ],
};

/** What every code of this library says and how to mend it, in Vietnamese and English. */
export const findingCatalogue: readonly IssueDefinition[] = Object.entries(TEXTS).map(
  ([code, [valueClass, message, fix]]) => ({
    code,
    valueClass,
    message: { vi: message[0], en: message[1] },
    fix: { vi: fix[0], en: fix[1] },
  }),
);
