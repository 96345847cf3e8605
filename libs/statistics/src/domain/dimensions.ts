interface DimensionText {
  readonly vi: string;
  readonly en: string;
  /** `place`: of the facility as it was then; `stay`: of the stay; `time`: of the day. */
  readonly of: 'place' | 'stay' | 'time';
}

const define = <K extends string>(table: Record<K, DimensionText>): Readonly<Record<K, DimensionText>> => table;

/** What figures can be told apart by. docs/indicators.md is made from this table. */
export const DIMENSIONS = define({
  ward: { vi: 'Phường, xã', en: 'Ward', of: 'place' },
  'former-ward': { vi: 'Xã, phường trước sáp nhập', en: 'Commune before the merger', of: 'place' },
  zone: { vi: 'Khu công nghiệp của cơ sở', en: 'Industrial zone of the facility', of: 'place' },
  kind: { vi: 'Loại cơ sở', en: 'Kind of facility', of: 'place' },
  stars: { vi: 'Hạng sao', en: 'Stars', of: 'place' },
  class: { vi: 'Hạng theo biểu 015.N', en: 'Class of form 015.N', of: 'place' },
  'stay-kind': { vi: 'Loại lưu trú', en: 'Kind of stay', of: 'stay' },
  nationality: { vi: 'Quốc tịch', en: 'Nationality', of: 'stay' },
  reason: { vi: 'Lý do cư trú', en: 'Reason', of: 'stay' },
  origin: { vi: 'Tỉnh nơi đến từ', en: 'Province of origin', of: 'stay' },
  sex: { vi: 'Giới tính', en: 'Sex', of: 'stay' },
  age: { vi: 'Nhóm tuổi', en: 'Age band', of: 'stay' },
  hour: { vi: 'Giờ đến', en: 'Hour of arrival', of: 'stay' },
  length: { vi: 'Số đêm lưu trú', en: 'Nights stayed', of: 'stay' },
  department: { vi: 'Khoa', en: 'Department', of: 'stay' },
  employer: { vi: 'Doanh nghiệp', en: 'Employer', of: 'stay' },
  'employer-zone': { vi: 'Khu công nghiệp nơi làm việc', en: 'Zone of the employer', of: 'stay' },
  route: { vi: 'Tuyến', en: 'Route', of: 'stay' },
  weekday: { vi: 'Thứ trong tuần (1: thứ Hai)', en: 'Day of the week (1: Monday)', of: 'time' },
});

export type Dimension = keyof typeof DIMENSIONS;

export const DIMENSION_IDS = Object.keys(DIMENSIONS) as readonly Dimension[];

/** A code of the stay, which cells hold one of at a time; the kind of stay is part of every cell. */
export type CodeDimension = Exclude<
  Dimension,
  'ward' | 'former-ward' | 'zone' | 'kind' | 'stars' | 'class' | 'stay-kind' | 'weekday'
>;

export const isCode = (dimension: Dimension): dimension is CodeDimension =>
  DIMENSIONS[dimension].of === 'stay' && dimension !== 'stay-kind';

/** Where in the province a facility stands: figures of whole provinces know nothing of it. */
export const isWhere = (dimension: Dimension): boolean => ['ward', 'former-ward', 'zone'].includes(dimension);
