import type { IssueDefinition } from '@luutru/platform';
import type { FindingCode } from './domain/finding';

type Text = Omit<IssueDefinition, 'code'>;

const text = (valueClass: string, vi: string, fixVi: string, en: string, fixEn: string): Text => ({
  valueClass,
  message: { vi, en },
  fix: { vi: fixVi, en: fixEn },
});

/** The compiler holds this complete: one entry for every code. */
const TEXTS: Readonly<Record<FindingCode, Text>> = {
  'scan-empty': text(
    'text',
    'Chuỗi quét rỗng',
    'Quét lại thẻ hoặc nhập tay',
    'The scan is empty',
    'Scan again or type the fields',
  ),
  'scan-too-long': text(
    'text',
    'Chuỗi quét dài quá {max} ký tự',
    'Chỉ gửi nội dung của một mã',
    'The scan is longer than {max} characters',
    'Send the content of one code only',
  ),
  'scan-not-recognised': text(
    'text',
    'Không nhận ra mã này',
    'Quét đúng mã QR ở mặt thẻ hoặc các dòng MRZ, hoặc nhập tay',
    'The scan is not an identity card or passport',
    'Scan the QR code of the card or the MRZ lines, or type the fields',
  ),
  'scan-keyboard-mangled': text(
    'text',
    'Họ tên có vẻ bị bộ gõ tiếng Việt làm sai',
    'Tắt bộ gõ (Telex/VNI) khi quét, kiểm tra lại họ tên',
    'An input method seems to have garbled the name',
    'Turn the Vietnamese input method off while scanning; check the name',
  ),
  'scan-field-unreadable': text(
    'text',
    'Không đọc được trường này từ mã quét',
    'Nhập trường này bằng tay',
    'This field could not be read from the scan',
    'Type this field',
  ),
  'mrz-repaired': text(
    'text',
    'Một ký tự đọc sai đã được sửa theo số kiểm tra',
    'Đối chiếu lại với giấy tờ',
    'A misread character was put right by its check digit',
    'Compare with the document',
  ),
  'mrz-check-digit': text(
    'text',
    'Số kiểm tra không khớp, có thể đọc sai',
    'Đối chiếu và sửa lại theo giấy tờ',
    'A check digit does not fit; something may be misread',
    'Compare with the document and correct it',
  ),
  'mrz-sex-unspecified': text(
    'code',
    'Giấy tờ không ghi giới tính',
    'Chọn giới tính bằng tay',
    'The document does not state the sex',
    'Give the sex by hand',
  ),
  'name-without-diacritics': text(
    'text',
    'Họ tên từ MRZ không có dấu',
    'Bổ sung dấu theo giấy tờ nếu được',
    'The MRZ gives the name without diacritics',
    'Complete the name from the document if you can',
  ),
  'name-empty': text(
    'text',
    'Họ tên không có chữ cái nào',
    'Nhập họ tên như trên giấy tờ',
    'The name has no letter',
    'Write the name as on the document',
  ),
  'name-has-digits': text(
    'text',
    'Họ tên có chữ số',
    'Nhập lại họ tên; kiểm tra bộ gõ VNI',
    'The name has digits',
    'Write the name again; check the VNI input method',
  ),
  'name-looks-mistyped': text(
    'text',
    'Họ tên có vẻ gõ thiếu bộ gõ (Telex)',
    'Kiểm tra lại dấu trong họ tên',
    'The name looks typed without its input method (Telex)',
    'Check the diacritics of the name',
  ),
  'document-expired': text(
    'date',
    'Giấy tờ đã hết hạn',
    'Khai báo vẫn được ghi nhận; nhắc khách đổi giấy tờ',
    'The document has expired',
    'The declaration is recorded; tell the guest',
  ),
  'document-number-required': text(
    'missing',
    'Thiếu số giấy tờ',
    'Nhập số giấy tờ; khách không có giấy tờ thì chọn loại 9 và mô tả',
    'The document number is missing',
    'Give it; for a guest without papers use type 9 and a description',
  ),
  'document-number-format': text(
    'number',
    'Số giấy tờ không đúng dạng: {format}',
    'Kiểm tra lại loại và số giấy tờ',
    'The number does not have the form of its type: {format}',
    'Check type and number',
  ),
  'document-description-required': text(
    'missing',
    'Loại 9 (giấy tờ khác) phải có mô tả',
    'Ghi rõ là giấy tờ gì, hoặc vì sao không có',
    'Type 9 (other paper) needs a description',
    'Say what paper it is, or why there is none',
  ),
  'document-type-unusual': text(
    'code',
    'Giấy tờ của công dân Việt Nam nhưng quốc tịch khác',
    'Kiểm tra lại loại giấy tờ và quốc tịch',
    'A paper of Vietnamese citizens, but another nationality',
    'Check document type and nationality',
  ),
  'personal-number-province': text(
    'number',
    'Ba số đầu của số định danh không phải mã tỉnh',
    'Kiểm tra lại số định danh',
    'The first three digits are no province code',
    'Check the personal number',
  ),
  'personal-number-birth-year': text(
    'date',
    'Năm sinh không khớp với số định danh',
    'Kiểm tra lại ngày sinh và số định danh',
    'The year of birth does not fit the personal number',
    'Check birth date and number',
  ),
  'personal-number-sex': text(
    'code',
    'Giới tính không khớp với số định danh',
    'Kiểm tra lại giới tính và số định danh',
    'The sex does not fit the personal number',
    'Check sex and number',
  ),
  'date-malformed': text(
    'date',
    'Ngày không đúng định dạng',
    'Ghi theo mẫu 1990-08-15, hoặc 1990 khi chỉ biết năm',
    'The date is not in the right form',
    'Write 1990-08-15, or 1990 where only the year is known',
  ),
  'date-not-in-calendar': text(
    'date',
    'Ngày này không tồn tại',
    'Kiểm tra lại ngày và tháng (ví dụ 31/02 không có)',
    'There is no such day',
    'Check day and month (there is no 31/02, for instance)',
  ),
};

/** What each finding of this library says, and how to mend it. */
export const findingCatalogue: readonly IssueDefinition[] = Object.entries(TEXTS).map(([code, entry]) => ({
  code,
  ...entry,
}));
