import type { PrintedFigure } from './hidden-figures';

/** The classes of tourist accommodation in the order of the form, with their codes. `level` is how far a name is set in. */
export const FORM_015N_CLASSES = [
  { id: 'total', code: '01', name: 'Tổng số', level: 0 },
  { id: 'stars-5', code: '02', name: 'Hạng 5 sao', level: 1 },
  { id: 'stars-4', code: '03', name: 'Hạng 4 sao', level: 1 },
  { id: 'stars-3', code: '04', name: 'Hạng 3 sao', level: 1 },
  { id: 'stars-2', code: '05', name: 'Hạng 2 sao', level: 1 },
  { id: 'stars-1', code: '06', name: 'Hạng 1 sao', level: 1 },
  { id: 'no-stars', code: '07', name: 'Khách sạn chưa xếp hạng', level: 1 },
  { id: 'guest-house', code: '08', name: 'Nhà nghỉ du lịch', level: 1 },
  { id: 'homestay', code: '09', name: 'Nhà ở có phòng cho khách du lịch thuê (homestay)', level: 1 },
  { id: 'other', code: '10', name: 'Cơ sở lưu trú du lịch khác', level: 1 },
] as const;

export type Form015nClass = (typeof FORM_015N_CLASSES)[number]['id'];

/**
 * The columns of the form. The first three are of facilities and are never hidden; the others are of people: a hidden one
 * is null.
 */
export const FORM_015N_COLUMNS = [
  { id: 'facilities', name: 'Số cơ sở', unit: 'Cơ sở' },
  { id: 'rooms', name: 'Số buồng', unit: 'Buồng' },
  { id: 'beds', name: 'Số giường', unit: 'Giường' },
  { id: 'guests', name: 'Số lượt khách', unit: 'Lượt khách' },
  { id: 'international', name: 'Trong đó: Khách quốc tế', unit: 'Lượt khách' },
  { id: 'roomDays', name: 'Số ngày buồng sử dụng', unit: 'Ngày buồng' },
  { id: 'bedDays', name: 'Số ngày giường sử dụng', unit: 'Ngày giường' },
] as const;

export type Form015nColumn = (typeof FORM_015N_COLUMNS)[number]['id'];

export type Form015nFigures = Readonly<Record<Form015nColumn, PrintedFigure>>;

/** The yearly form of tourist accommodation, as it is handed in. */
export interface Form015n {
  readonly year: number;
  /** Who reports, and to whom. */
  readonly reportingUnit: string;
  readonly receivingUnit: string;
  /** The regulation that the form belongs to, and the day it is due; the law changes both. */
  readonly regulation: string;
  readonly due: string;
  readonly place: string;
  readonly made: Date;
  /** A class left out has no facility. */
  readonly classes: Partial<Readonly<Record<Form015nClass, Form015nFigures>>>;
}

const NOTHING: Form015nFigures = {
  facilities: 0,
  rooms: 0,
  beds: 0,
  guests: 0,
  international: 0,
  roomDays: 0,
  bedDays: 0,
};

/** The lines of the form, all classes in their order, with what each column says of them. */
export const linesOf = ({
  classes,
}: Form015n): readonly (readonly [(typeof FORM_015N_CLASSES)[number], Form015nFigures])[] =>
  FORM_015N_CLASSES.map((line) => [line, classes[line.id] ?? NOTHING] as const);

export const FORM_015N_TITLE = 'NĂNG LỰC VÀ KẾT QUẢ HOẠT ĐỘNG CỦA CÁC CƠ SỞ LƯU TRÚ DU LỊCH';

export const SIGNATURES = ['Người lập biểu', 'Người kiểm tra biểu', 'Thủ trưởng đơn vị'] as const;

/** Every figure of the form, for what must be said of hidden ones. */
export const figuresOf = (form: Form015n): readonly PrintedFigure[] =>
  linesOf(form).flatMap(([, figures]) => Object.values(figures));
