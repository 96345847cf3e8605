import { toLocalIso } from '@luutru/calendar';
import type { LocalizedText } from '@luutru/platform';
import { isoMicros } from './domain/exported-head';
import type { Fault, Finding } from './domain/finding';
import type { Verification } from './verification';

const FAULTS: Readonly<Record<Fault, LocalizedText>> = {
  'seal-missing': { vi: 'niêm phong này không còn', en: 'this seal is gone' },
  'seal-altered': { vi: 'nội dung niêm phong đã bị sửa', en: 'the seal itself was altered' },
  'chain-broken': {
    vi: 'niêm phong không nối tiếp niêm phong trước nó',
    en: 'the seal does not follow from the one before it',
  },
  'head-differs': {
    vi: 'mã niêm phong khác với bản đã xuất ra ngoài',
    en: 'its head differs from the one that was exported',
  },
  'head-not-exported': {
    vi: 'mã niêm phong không có trong bản đã xuất ra ngoài',
    en: 'its head is missing between exported ones',
  },
  'key-unknown': { vi: 'được ký bằng khóa không xác định', en: 'it is signed with an unknown key' },
  'signature-wrong': { vi: 'chữ ký không đúng', en: 'its signature is wrong' },
  'entries-differ': {
    vi: 'các dòng nhật ký không còn như khi niêm phong (bị sửa, xóa, thêm hoặc đổi chỗ)',
    en: 'the entries are not those that were sealed (altered, deleted, inserted or reordered)',
  },
  'seals-truncated': {
    vi: 'các niêm phong cuối đã bị xóa: bản xuất ra ngoài có nhiều hơn',
    en: 'the last seals were deleted: more of them were exported',
  },
  'entries-unsealed': {
    vi: 'có dòng nhật ký đã lâu mà không niêm phong nào bao gồm',
    en: 'there are old entries that no seal covers',
  },
};

/** What a verification found, line by line, Vietnamese first. */
export function describeVerification({ seals, entries, unsealed, finding }: Verification): string[] {
  if (finding) return describeFinding(finding);
  return [
    `Nhật ký nguyên vẹn: ${seals} niêm phong, ${entries} dòng; ${unsealed} dòng mới chưa niêm phong`,
    `The audit trail is whole: ${seals} seals, ${entries} entries; ${unsealed} new entries not sealed yet`,
  ];
}

function describeFinding({ fault, sealNumber, after, upto, expected, found }: Finding): string[] {
  const { vi, en } = FAULTS[fault];
  const counted = expected !== undefined && found !== undefined;
  return [
    `Nhật ký KHÔNG còn nguyên vẹn từ niêm phong số ${sealNumber}: ${vi}`,
    `  thời gian: sau ${time(after) ?? 'lúc bắt đầu'}, đến ${time(upto) ?? 'nay'}`,
    ...(counted ? [`  số đã ghi: ${expected}, số hiện có: ${found}`] : []),
    `The audit trail is NOT whole from seal number ${sealNumber} on: ${en}`,
    `  period: after ${time(after) ?? 'the beginning'}, up to ${time(upto) ?? 'now'}`,
    ...(counted ? [`  expected: ${expected}, found: ${found}`] : []),
  ];
}

/** Whole seconds of Vietnam's time; what someone altered into no time at all is shown as it is. */
function time(micros: string | null): string | null {
  if (micros === null) return null;
  const at = new Date(isoMicros(micros));
  return Number.isNaN(at.getTime()) ? micros : toLocalIso(at);
}
