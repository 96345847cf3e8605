import type { Issue, LocalizedText } from '@luutru/platform';

/** What the national portal says, by our code; its clients show these texts and some of them read them. */
const TEXTS: Readonly<Record<string, string>> = {
  'kbtt-arrival-day': 'Ngày đến Cslt phải là ngày hiện tại hoặc hôm qua',
  'kbtt-departure-before-arrival': 'Ngày đi dự kiến phải lớn hoặc bằng ngày đến Cslt',
  'departure-before-arrival': 'Ngày đi dự kiến phải lớn hoặc bằng ngày đến Cslt',
  'kbtt-departure-past': 'Ngày đi dự kiến phải lớn hoặc bằng ngày hôm qua',
  'arrival-in-future': 'Ngày đến Cslt phải là ngày hiện tại hoặc hôm qua',
  'arrival-too-long-ago': 'Ngày đến Cslt phải là ngày hiện tại hoặc hôm qua',
  'permit-expired': 'Thời hạn tạm trú phải lớn hoặc bằng hôm nay',
  'stay-longer-than-notice': 'Ngày gia hạn không được vượt quá 30 ngày kể từ ngày đến CSLT',
  'document-number-twelve-digits': 'Thẻ CCCD phải gồm đúng 12 chữ số',
  'kbtt-change-kind': 'Loại phải là GH hoặc TS',
  'kbtt-document-type': 'Loại giấy tờ phải có giá trị từ 1 đến 8',
  'kbtt-not-in-house': 'Không tìm thấy khách đang lưu trú với giấy tờ này',
};

const FIELD_NAMES: Readonly<Record<string, string>> = {
  '/person/fullName': 'Họ tên',
  '/person/birthDate': 'Ngày sinh',
  '/person/sex': 'Giới tính',
  '/person/nationality': 'Quốc tịch',
  '/person/document/type': 'Loại giấy tờ',
  '/person/document/number': 'Số giấy tờ',
  '/person/document/description': 'Tên giấy tờ',
  '/person/phone': 'Số điện thoại',
  '/person/permitUntil': 'Thời hạn tạm trú',
  '/person/residence/kind': 'Nơi cư trú',
  '/person/residence/provinceCode': 'Mã tỉnh thành',
  '/person/residence/wardCode': 'Mã phường xã',
  '/person/residence/address': 'Địa chỉ',
  '/arrivedAt': 'Ngày đến Cslt',
  '/expectedDepartureAt': 'Ngày đi dự kiến',
  '/departedAt': 'Ngày trả phòng',
  '/reason': 'Lý do cư trú',
  '/reasonText': 'Lý do chi tiết',
  '/place/room': 'Số phòng',
  '/place/unit': 'Số phòng',
};

const IN_HOUSE = {
  vietnamese: 'Đã tồn tại khai báo trùng thời gian tại CSLT',
  foreigner: 'Số hộ chiếu đang tạm trú tại CSLT và chưa checkout',
} as const;

/**
 * The faults of a list in the portal's words: "Bản khai báo 1: ..., Bản khai báo 3: ..."; elements count from 1, each is
 * named with its first fault.
 * @param messageOf what we say of a fault that the portal has no text for
 */
export function portalMessage(
  issues: readonly Issue[],
  about: keyof typeof IN_HOUSE,
  messageOf: (issue: Issue) => LocalizedText,
): string {
  const first = new Map<number, string>();
  const elements = issues.map((issue) => ({ issue, match: /^\/(\d+)(.*)$/.exec(issue.pointer) }));
  for (const { issue, match } of elements) {
    if (!match) continue;
    const at = Number(match[1]);
    if (!first.has(at)) first.set(at, textOf({ ...issue, pointer: match[2] ?? '' }, about, messageOf));
  }
  if (first.size === 0) return issues.map((issue) => textOf(issue, about, messageOf)).join(', ');
  const inOrder = [...first].sort(([a], [b]) => a - b);
  return inOrder.map(([at, words]) => `Bản khai báo ${at + 1}: ${words}`).join(', ');
}

/** Our code of what a portal says about one element; undefined for texts that nobody has documented. */
export function codeOfPortalText(text: string): string | undefined {
  if (Object.values<string>(IN_HOUSE).includes(text)) return 'already-in-house';
  return Object.entries(TEXTS).find(([, known]) => known === text)?.[0];
}

function textOf(issue: Issue, about: keyof typeof IN_HOUSE, messageOf: (issue: Issue) => LocalizedText): string {
  if (issue.code === 'already-in-house') return IN_HOUSE[about];
  if (issue.code === 'listed-twice-in-list') return `Bị trùng giấy tờ với bản ghi ${String(issue.params?.other)}`;
  const known = TEXTS[issue.code];
  if (known !== undefined) return known;
  const field = FIELD_NAMES[issue.pointer];
  if (issue.code === 'field-required' && field !== undefined) return `${field} không được để trống`;
  const { vi } = messageOf(issue);
  return field === undefined ? vi : `${field}: ${vi}`;
}
