interface ClassDefinition {
  readonly vi: string;
  readonly en: string;
  /** The kinds of facility it holds; hotels by their stars. */
  readonly kinds: readonly string[];
  readonly stars?: number;
}

const define = <K extends string>(table: Record<K, ClassDefinition>): Readonly<Record<K, ClassDefinition>> => table;
const hotel = (stars: number): ClassDefinition => ({
  vi: `Khách sạn ${stars} sao`,
  en: `Hotels with ${stars} star${stars === 1 ? '' : 's'}`,
  kinds: ['khach-san'],
  stars,
});

/** Classes of form 015.N in its order. Others than these are not lodging of travellers. */
export const CLASSES = define({
  '5*': hotel(5),
  '4*': hotel(4),
  '3*': hotel(3),
  '2*': hotel(2),
  '1*': hotel(1),
  'khach-san': { vi: 'Khách sạn chưa xếp hạng', en: 'Hotels without stars', kinds: ['khach-san'] },
  'nha-nghi': { vi: 'Nhà nghỉ', en: 'Guest houses', kinds: ['nha-nghi', 'nha-khach', 'nha-cong-vu'] },
  homestay: {
    vi: 'Homestay, nhà ở có phòng cho khách thuê',
    en: 'Homestays and houses with rooms to let',
    kinds: ['nha-tro', 'nha-cho-thue', 'ho-gia-dinh'],
  },
});

export type AccommodationClass = keyof typeof CLASSES;

export const CLASS_IDS = Object.keys(CLASSES) as readonly AccommodationClass[];

export const CLASSED_KINDS: readonly string[] = [...new Set(CLASS_IDS.flatMap((id) => CLASSES[id].kinds))];

/** The class of a facility of a kind and stars; hotels without stars, or with others, have a class of their own. */
export const classOf = (kind: string, stars: number | null): AccommodationClass | undefined =>
  CLASS_IDS.find((id) => {
    const { kinds, stars: wanted } = CLASSES[id];
    return kinds.includes(kind) && (wanted === undefined || wanted === stars);
  });
