import type { Base, Counts } from './bases';

/** A figure of the statistics: what it is made of, and what it means. */
export interface MeasureDefinition {
  readonly vi: string;
  readonly en: string;
  readonly definitionVi: string;
  readonly definitionEn: string;
  readonly unit: 'visits' | 'nights' | 'room-nights' | 'bed-nights' | 'rooms' | 'beds' | 'share' | 'trips' | 'people';
  readonly sourceVi: string;
  readonly of: readonly Base[];
  readonly value: (counts: Counts) => number | null;
}

const define = <K extends string>(table: Record<K, MeasureDefinition>): Readonly<Record<K, MeasureDefinition>> => table;

const FORM = 'Biểu 015.N (Tổng cục Thống kê)';
const TOURISM = 'Luật Du lịch 09/2017/QH14, Điều 10';
const RESIDENCE = 'Luật Cư trú 68/2020/QH14, Điều 30';
const DUTY = 'Luật 118/2025/QH15, Điều 4 khoản 9';
const HEALTH = 'Luật Khám bệnh, chữa bệnh 15/2023/QH15';
const ROAD = 'Luật Đường bộ 35/2024/QH15';

const just =
  (base: Base) =>
  (counts: Counts): number | null =>
    counts[base] ?? null;
const ratio = (part: number | null | undefined, whole: number | null | undefined): number | null =>
  part == null || whole == null || whole === 0 ? null : part / whole;
const minus = (a: number | null | undefined, b: number | null | undefined): number | null =>
  a == null || b == null ? null : a - b;

/** Everything that can be asked for, in the order it is shown. docs/indicators.md is made from this table. */
export const MEASURES = define({
  arrivals: {
    vi: 'Lượt khách đến',
    en: 'Arrivals',
    definitionVi: 'Số lưu trú theo ngày đến, không kể đã hủy; một người đến hai lần là hai lượt',
    definitionEn: 'Stays by day of arrival, cancelled ones left out; who comes twice counts twice',
    unit: 'visits',
    sourceVi: RESIDENCE,
    of: ['arrivals'],
    value: just('arrivals'),
  },
  overnight: {
    vi: 'Lượt khách qua đêm',
    en: 'Overnight visits',
    definitionVi: 'Lượt khách đến có ít nhất một đêm: có mặt lúc 04:00 của một ngày sau đêm đó; theo ngày đến',
    definitionEn: 'Arrivals who stay a night at least: in house at 04:00 of the day after it; by day of arrival',
    unit: 'visits',
    sourceVi: FORM,
    of: ['overnight'],
    value: just('overnight'),
  },
  international: {
    vi: 'Lượt khách quốc tế',
    en: 'International arrivals',
    definitionVi: 'Lượt khách đến có quốc tịch khác Việt Nam',
    definitionEn: 'Arrivals of another nationality than Vietnamese',
    unit: 'visits',
    sourceVi: TOURISM,
    of: ['foreignArrivals'],
    value: just('foreignArrivals'),
  },
  domestic: {
    vi: 'Lượt khách nội địa',
    en: 'Domestic arrivals',
    definitionVi: 'Lượt khách đến có quốc tịch Việt Nam',
    definitionEn: 'Arrivals of Vietnamese nationality',
    unit: 'visits',
    sourceVi: TOURISM,
    of: ['arrivals', 'foreignArrivals'],
    value: ({ arrivals, foreignArrivals }) => minus(arrivals, foreignArrivals),
  },
  'international-overnight': {
    vi: 'Lượt khách quốc tế qua đêm',
    en: 'International overnight visits',
    definitionVi: 'Lượt khách qua đêm có quốc tịch khác Việt Nam',
    definitionEn: 'Overnight visits of another nationality than Vietnamese',
    unit: 'visits',
    sourceVi: FORM,
    of: ['foreignOvernight'],
    value: just('foreignOvernight'),
  },
  departures: {
    vi: 'Lượt khách đi',
    en: 'Departures',
    definitionVi: 'Số lưu trú theo ngày trả phòng, xuất viện hoặc xuống xe thực tế',
    definitionEn: 'Stays by the day they really ended',
    unit: 'visits',
    sourceVi: RESIDENCE,
    of: ['departures'],
    value: just('departures'),
  },
  'guest-nights': {
    vi: 'Số đêm khách',
    en: 'Guest-nights',
    definitionVi:
      'Tổng số người có mặt trong từng đêm đã qua của kỳ, hành khách không kể; tính đến lúc trả phòng, chưa trả thì đến ngày đi dự kiến',
    definitionEn:
      'People in house in each night of the period that is over, passengers left out; until they leave, or were expected to',
    unit: 'nights',
    sourceVi: FORM,
    of: ['guestNights'],
    value: just('guestNights'),
  },
  'average-stay': {
    vi: 'Số đêm lưu trú bình quân',
    en: 'Average stay',
    definitionVi: 'Số đêm khách / lượt khách đến trong kỳ, hành khách không kể',
    definitionEn: 'Guest-nights / arrivals of the period, passengers left out',
    unit: 'nights',
    sourceVi: FORM,
    of: ['guestNights', 'sleepers'],
    value: ({ guestNights, sleepers }) => ratio(guestNights, sleepers),
  },
  rooms: {
    vi: 'Số buồng',
    en: 'Rooms',
    definitionVi: 'Số buồng đã đăng ký của cơ sở đang hoạt động trong đêm cuối của kỳ',
    definitionEn: 'Registered rooms of facilities at work in the last night of the period',
    unit: 'rooms',
    sourceVi: FORM,
    of: ['rooms'],
    value: just('rooms'),
  },
  beds: {
    vi: 'Số giường',
    en: 'Beds',
    definitionVi: 'Số giường của các buồng đó; cơ sở khám bệnh, chữa bệnh: giường của các khoa',
    definitionEn: 'Beds of these rooms; of hospitals: of their departments',
    unit: 'beds',
    sourceVi: FORM,
    of: ['beds'],
    value: just('beds'),
  },
  'room-nights-used': {
    vi: 'Ngày buồng sử dụng',
    en: 'Room-nights used',
    definitionVi: 'Số buồng có khách hoặc người thuê trong từng đêm đã qua, mỗi buồng một lần mỗi đêm',
    definitionEn: 'Rooms with a guest or tenant in each night that is over, each room once a night',
    unit: 'room-nights',
    sourceVi: FORM,
    of: ['roomNightsUsed'],
    value: just('roomNightsUsed'),
  },
  'room-nights': {
    vi: 'Ngày buồng có thể phục vụ',
    en: 'Room-nights available',
    definitionVi: 'Số buồng đã đăng ký trong từng đêm đã qua; cơ sở bị đình chỉ hoặc đã đóng không tính',
    definitionEn: 'Registered rooms in each night that is over; none while a facility is suspended or closed',
    unit: 'room-nights',
    sourceVi: FORM,
    of: ['roomNights'],
    value: just('roomNights'),
  },
  'room-occupancy': {
    vi: 'Công suất sử dụng buồng',
    en: 'Room occupancy',
    definitionVi: 'Ngày buồng sử dụng / ngày buồng có thể phục vụ',
    definitionEn: 'Room-nights used / room-nights available',
    unit: 'share',
    sourceVi: FORM,
    of: ['roomNightsUsed', 'roomNights'],
    value: ({ roomNightsUsed, roomNights }) => ratio(roomNightsUsed, roomNights),
  },
  'bed-nights-used': {
    vi: 'Ngày giường sử dụng',
    en: 'Bed-nights used',
    definitionVi: 'Số khách, người thuê, bệnh nhân có mặt trong từng đêm đã qua; thân nhân và hành khách không kể',
    definitionEn: 'Guests, tenants and in-patients in house in each night that is over; no relatives, no passengers',
    unit: 'bed-nights',
    sourceVi: FORM,
    of: ['bedNightsUsed'],
    value: just('bedNightsUsed'),
  },
  'bed-nights': {
    vi: 'Ngày giường có thể phục vụ',
    en: 'Bed-nights available',
    definitionVi: 'Số giường đã đăng ký trong từng đêm đã qua; cơ sở bị đình chỉ hoặc đã đóng không tính',
    definitionEn: 'Registered beds in each night that is over; none while a facility is suspended or closed',
    unit: 'bed-nights',
    sourceVi: FORM,
    of: ['bedNights'],
    value: just('bedNights'),
  },
  'bed-occupancy': {
    vi: 'Công suất sử dụng giường',
    en: 'Bed occupancy',
    definitionVi: 'Ngày giường sử dụng / ngày giường có thể phục vụ',
    definitionEn: 'Bed-nights used / bed-nights available',
    unit: 'share',
    sourceVi: FORM,
    of: ['bedNightsUsed', 'bedNights'],
    value: ({ bedNightsUsed, bedNights }) => ratio(bedNightsUsed, bedNights),
  },
  'in-patients': {
    vi: 'Lượt bệnh nhân nội trú',
    en: 'In-patients',
    definitionVi: 'Lượt nhập viện theo ngày; không có chẩn đoán',
    definitionEn: 'Admissions by day; never a diagnosis',
    unit: 'visits',
    sourceVi: HEALTH,
    of: ['inPatients'],
    value: just('inPatients'),
  },
  relatives: {
    vi: 'Lượt thân nhân người bệnh',
    en: 'Relatives of patients',
    definitionVi: 'Lượt thân nhân ở lại cùng người bệnh theo ngày đến',
    definitionEn: 'Relatives who stay with patients, by day of arrival',
    unit: 'visits',
    sourceVi: HEALTH,
    of: ['relatives'],
    value: just('relatives'),
  },
  trips: {
    vi: 'Số chuyến xe',
    en: 'Trips',
    definitionVi: 'Chuyến xe theo ngày khởi hành, không kể đã hủy',
    definitionEn: 'Trips by day of departure, cancelled ones left out',
    unit: 'trips',
    sourceVi: ROAD,
    of: ['trips'],
    value: just('trips'),
  },
  passengers: {
    vi: 'Lượt hành khách',
    en: 'Passengers',
    definitionVi: 'Lượt hành khách của các chuyến xe theo ngày lên xe',
    definitionEn: 'Passengers of trips by the day they board',
    unit: 'visits',
    sourceVi: ROAD,
    of: ['passengers'],
    value: just('passengers'),
  },
  late: {
    vi: 'Lượt khai báo muộn',
    en: 'Late declarations',
    definitionVi: 'Lượt khách đến được khai sau hạn',
    definitionEn: 'Arrivals declared after their deadline',
    unit: 'visits',
    sourceVi: DUTY,
    of: ['late'],
    value: just('late'),
  },
  'late-share': {
    vi: 'Tỷ lệ khai báo muộn',
    en: 'Share declared late',
    definitionVi: 'Lượt khai báo muộn / lượt khách đến',
    definitionEn: 'Late declarations / arrivals',
    unit: 'share',
    sourceVi: DUTY,
    of: ['late', 'arrivals'],
    value: ({ late, arrivals }) => ratio(late, arrivals),
  },
  cancelled: {
    vi: 'Khai báo đã hủy',
    en: 'Cancelled declarations',
    definitionVi: 'Lưu trú đã hủy theo ngày đến đã khai',
    definitionEn: 'Cancelled stays by the day of arrival that was declared',
    unit: 'visits',
    sourceVi: DUTY,
    of: ['cancelled'],
    value: just('cancelled'),
  },
});

export type Measure = keyof typeof MEASURES;

export const MEASURE_IDS = Object.keys(MEASURES) as readonly Measure[];

/** What is counted of this moment. */
export const NOW_MEASURES = define({
  'in-house': {
    vi: 'Đang lưu trú',
    en: 'In house',
    definitionVi: 'Lưu trú chưa kết thúc và chưa hủy, kể cả quá hạn',
    definitionEn: 'Stays that have neither ended nor been cancelled, overdue ones among them',
    unit: 'people',
    sourceVi: RESIDENCE,
    of: ['inHouse'],
    value: just('inHouse'),
  },
  'foreigners-in-house': {
    vi: 'Người nước ngoài đang lưu trú',
    en: 'Foreigners in house',
    definitionVi: 'Đang lưu trú, quốc tịch khác Việt Nam',
    definitionEn: 'In house, of another nationality than Vietnamese',
    unit: 'people',
    sourceVi: RESIDENCE,
    of: ['foreignersInHouse'],
    value: just('foreignersInHouse'),
  },
  overdue: {
    vi: 'Lưu trú quá hạn',
    en: 'Overdue',
    definitionVi: 'Đã qua ngày đi dự kiến mà chưa trả phòng',
    definitionEn: 'Past the expected departure and not checked out',
    unit: 'people',
    sourceVi: DUTY,
    of: ['overdueNow'],
    value: just('overdueNow'),
  },
  'zone-workers': {
    vi: 'Người lao động ở trong nhà ở khu công nghiệp',
    en: 'Workers in zone housing',
    definitionVi: 'Người thuê đang ở nhà ở khu công nghiệp, theo khu và doanh nghiệp',
    definitionEn: 'Tenants in industrial-zone housing now, by zone and employer',
    unit: 'people',
    sourceVi: RESIDENCE,
    of: ['zoneWorkers'],
    value: just('zoneWorkers'),
  },
  'zone-workers-long': {
    vi: 'Trong đó ở từ 30 ngày',
    en: 'Of them for 30 days and more',
    definitionVi: 'Đến từ ít nhất số ngày đã hỏi (mặc định 30): thuộc diện đăng ký tạm trú',
    definitionEn: 'Came at least as many days ago as asked (30 by default): due to register temporary residence',
    unit: 'people',
    sourceVi: 'Luật Cư trú 68/2020/QH14, Điều 27',
    of: ['zoneWorkersLong'],
    value: just('zoneWorkersLong'),
  },
  'foreign-workers-long': {
    vi: 'Trong đó là người nước ngoài',
    en: 'Of these foreigners',
    definitionVi: 'Ở từ số ngày đó, quốc tịch khác Việt Nam',
    definitionEn: 'For as many days, of another nationality than Vietnamese',
    unit: 'people',
    sourceVi: RESIDENCE,
    of: ['foreignWorkersLong'],
    value: just('foreignWorkersLong'),
  },
});

export type NowMeasure = keyof typeof NOW_MEASURES;

/** All that the measures are made of, each once. */
export const basesOf = (measures: readonly Measure[]): readonly Base[] => [
  ...new Set(measures.flatMap((measure) => MEASURES[measure].of)),
];
