/** A column of the published data, as its description says. */
interface OpenColumn {
  readonly name: string;
  readonly vi: string;
  readonly en: string;
  readonly type: 'string' | 'integer';
}

/** The columns in their order; new ones are only ever added at the end, since programs read them. */
export const OPEN_COLUMNS = [
  { name: 'month', vi: 'Tháng (YYYY-MM)', en: 'Month (YYYY-MM)', type: 'string' },
  { name: 'province', vi: 'Mã tỉnh, thành phố (Cục Thống kê)', en: 'Code of the province (GSO)', type: 'string' },
  {
    name: 'ward',
    vi: 'Mã phường, xã (Cục Thống kê); trống: cả tỉnh, thành phố',
    en: 'Code of the ward (GSO); empty: the whole province',
    type: 'string',
  },
  { name: 'ward_name', vi: 'Tên phường, xã', en: 'Name of the ward', type: 'string' },
  {
    name: 'class',
    vi: 'Hạng cơ sở theo biểu 015.N; trống: mọi hạng',
    en: 'Class of lodging of form 015.N; empty: all classes',
    type: 'string',
  },
  {
    name: 'origin',
    vi: 'all: mọi khách; domestic: quốc tịch Việt Nam; foreign: quốc tịch khác',
    en: 'all: all guests; domestic: of Vietnamese nationality; foreign: of another',
    type: 'string',
  },
  { name: 'guests', vi: 'Lượt khách đến trong tháng', en: 'Arrivals of the month', type: 'integer' },
  {
    name: 'overnight_guests',
    vi: 'Lượt khách đến có ngủ qua đêm',
    en: 'Arrivals who stay a night at least',
    type: 'integer',
  },
  { name: 'guest_nights', vi: 'Số đêm khách trong tháng', en: 'Guest-nights of the month', type: 'integer' },
  {
    name: 'status',
    vi: 'shown: có số liệu; too-few-persons: không công bố vì chỉ liên quan đến ít người, không có nghĩa là 0',
    en: 'shown: the figures are given; too-few-persons: not given, because they are about few persons; it does not mean 0',
    type: 'string',
  },
] as const satisfies readonly OpenColumn[];

export type OpenColumnName = (typeof OPEN_COLUMNS)[number]['name'];
