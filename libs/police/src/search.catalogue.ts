import type { ErrorDefinition, IssueDefinition, LocalizedText } from '@luutru/platform';
import { explain } from '@luutru/screening';
import { type HitReason, type HitReasonCode } from './domain/rank';

export const searchErrors: readonly ErrorDefinition[] = [
  {
    code: 'search-limit-reached',
    kind: 'limited',
    title: { vi: 'Đã tra cứu quá nhiều', en: 'Too many searches' },
    detail: {
      vi: 'Đã chạm giới hạn {limit}; tra cứu lại sau {seconds} giây. Chỉ huy đã được báo.',
      en: 'The limit {limit} is reached; search again after {seconds} seconds. Your supervisor has been told.',
    },
  },
];

export const searchIssues: readonly IssueDefinition[] = [
  {
    code: 'search-wildcard',
    valueClass: 'text',
    message: { vi: 'Không tra cứu bằng ký tự đại diện', en: 'Wildcards cannot be searched by' },
    fix: {
      vi: 'Nhập đúng những gì biết; thiếu một phần số thì dùng documentTail với năm sinh.',
      en: 'Enter what is known; for a part of a number use documentTail with the birth year.',
    },
  },
  {
    code: 'search-number-malformed',
    valueClass: 'text',
    message: { vi: 'Không phải số giấy tờ', en: 'This is no document number' },
    fix: {
      vi: 'Nhập 4 đến 20 chữ và số; dấu cách, dấu chấm không sao.',
      en: 'Enter 4 to 20 letters and digits; spaces and dots do not matter.',
    },
  },
  {
    code: 'search-tail-malformed',
    valueClass: 'text',
    message: { vi: 'Phần cuối của số phải đủ 6 ký tự', en: 'The end of a number is 6 characters' },
    fix: { vi: 'Nhập đúng 6 ký tự cuối của số giấy tờ.', en: 'Enter exactly the last 6 characters of the number.' },
  },
  {
    code: 'search-name-too-short',
    valueClass: 'text',
    message: { vi: 'Tên quá ngắn để tra cứu', en: 'The name is too short to search by' },
    fix: { vi: 'Nhập ít nhất một từ đầy đủ của tên.', en: 'Enter at least one whole word of the name.' },
  },
  {
    code: 'search-half-name',
    valueClass: 'text',
    message: { vi: 'Chỉ một từ của tên thì quá nhiều người', en: 'One word of a name fits too many people' },
    fix: {
      vi: 'Thêm họ, năm sinh, hoặc cơ sở với khoảng ngày.',
      en: 'Add the family name, the birth year, or a facility and days.',
    },
  },
  {
    code: 'search-birth-contradiction',
    valueClass: 'number',
    message: { vi: 'Năm sinh khác năm của ngày sinh', en: 'The birth year is not the one of the birth date' },
    fix: { vi: 'Bỏ một trong hai.', en: 'Leave one of them out.' },
  },
  {
    code: 'search-needs-facility',
    valueClass: 'reference',
    message: { vi: 'Cần cơ sở đi kèm', en: 'A facility is needed with it' },
    fix: { vi: 'Gửi thêm facilityId của cơ sở.', en: 'Send the facilityId as well.' },
  },
  {
    code: 'search-period-reversed',
    valueClass: 'date',
    message: { vi: 'Ngày cuối trước ngày đầu', en: 'The last day is before the first' },
    fix: { vi: 'Đổi lại hai ngày.', en: 'Swap the days.' },
  },
  {
    code: 'search-day-impossible',
    valueClass: 'date',
    message: { vi: 'Không có lưu trú nào vào ngày này', en: 'There can be no stays on this day' },
    fix: { vi: 'Kiểm tra lại năm.', en: 'Check the year.' },
  },
  {
    code: 'search-period-too-long',
    valueClass: 'date',
    message: { vi: 'Khoảng ngày dài hơn {days} ngày', en: 'More than {days} days' },
    fix: {
      vi: 'Rút ngắn khoảng ngày, hoặc thêm số giấy tờ, tên hay cơ sở.',
      en: 'Ask for fewer days, or add a number, a name or a facility.',
    },
  },
  {
    code: 'search-too-broad',
    valueClass: 'text',
    message: { vi: 'Chưa đủ thông tin để tra cứu', en: 'Too little to search by' },
    fix: {
      vi: 'Cần số giấy tờ, điện thoại, tên, chuyến xe, cơ sở với khoảng ngày, hoặc khoảng ngày với năm sinh, quốc tịch, địa bàn hay loại cơ sở.',
      en: 'Give a number, a phone, a name, a trip, a facility with days, or days with a birth year, nationality, area or kind of facility.',
    },
  },
];

const OWN_REASONS: Readonly<Record<HitReasonCode, LocalizedText>> = {
  'same-number': { vi: 'cùng số giấy tờ', en: 'same number' },
  'same-phone': { vi: 'cùng số điện thoại', en: 'same phone' },
  'number-end-same': { vi: 'cùng 6 ký tự cuối của số và năm sinh', en: 'same end of the number and birth year' },
  'name-part': { vi: 'có từ này trong tên', en: 'the word is part of the name' },
  'criteria-fit': { vi: 'khớp mọi tiêu chí', en: 'fits every criterion' },
};

/** Why a person was found, for people. */
export function explainHit(reason: HitReason): LocalizedText {
  if (reason.code in OWN_REASONS) return OWN_REASONS[reason.code as HitReasonCode];
  const compared = { weight: 0, ...reason } as Parameters<typeof explain>[0];
  return { vi: explain(compared, 'vi'), en: explain(compared, 'en') };
}
