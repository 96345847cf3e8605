import { define, DUTY, just, RESIDENCE } from './measure';

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
    vi: 'Ở từ 30 ngày',
    en: 'For 30 days and more',
    definitionVi: 'Đến từ ít nhất số ngày đã hỏi (mặc định 30)',
    definitionEn: 'Came at least as many days ago as asked (30 by default)',
    unit: 'people',
    sourceVi: RESIDENCE,
    of: ['zoneWorkersLong'],
    value: just('zoneWorkersLong'),
  },
  'zone-workers-unregistered': {
    vi: 'Ở từ 30 ngày, chưa ghi nhận đăng ký tạm trú',
    en: 'For 30 days and more, no registration recorded',
    definitionVi:
      'Công dân Việt Nam ở từ số ngày đó mà cơ sở chưa ghi ngày đăng ký tạm trú tại đây; không phải số liệu của cơ quan đăng ký cư trú',
    definitionEn:
      'Citizens there for as many days for whom the housing has recorded no day of registering temporary residence there; not a figure of the register itself',
    unit: 'people',
    sourceVi: 'Luật Cư trú 68/2020/QH14, Điều 27',
    of: ['zoneWorkersUnregistered'],
    value: just('zoneWorkersUnregistered'),
  },
  'foreign-workers-long': {
    vi: 'Ở từ 30 ngày, người nước ngoài',
    en: 'For 30 days and more, foreigners',
    definitionVi: 'Ở từ số ngày đó, quốc tịch khác Việt Nam',
    definitionEn: 'For as many days, of another nationality than Vietnamese',
    unit: 'people',
    sourceVi: RESIDENCE,
    of: ['foreignWorkersLong'],
    value: just('foreignWorkersLong'),
  },
});

export type NowMeasure = keyof typeof NOW_MEASURES;
