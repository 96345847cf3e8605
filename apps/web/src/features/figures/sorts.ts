/** What a sort of authority looks at: which of the API's figures come first. What it may see is the API's answer. */
export interface Sort {
  /** The main figures, in this order. */
  readonly tiles: readonly string[];
  /** Those of them that a scope whose policy was changed may be refused; the others stay. */
  readonly mayBeRefused: readonly string[];
  readonly measures: readonly string[];
  readonly dimensions: readonly string[];
  /** Form 015.N is about lodging. */
  readonly form: boolean;
  /** Workers in zone housing. */
  readonly workers: boolean;
}

const PEOPLE = ['arrivals', 'overnight', 'guest-nights'] as const;

const SORTS: Readonly<Record<string, Sort>> = {
  'tourism-analyst': {
    tiles: ['arrivals', 'guest-nights', 'international', 'room-occupancy', 'average-stay'],
    mayBeRefused: ['average-stay'],
    measures: [...PEOPLE, 'international', 'domestic', 'average-stay', 'room-occupancy', 'late'],
    dimensions: [
      ...['ward', 'nationality', 'reason', 'kind', 'stars', 'class', 'origin', 'age', 'sex'],
      ...['weekday', 'hour'],
    ],
    form: true,
    workers: false,
  },
  'health-analyst': {
    tiles: ['in-patients', 'relatives', 'average-stay', 'bed-occupancy', 'arrivals', 'guest-nights', 'bed-nights'],
    mayBeRefused: ['in-patients', 'relatives', 'average-stay', 'bed-occupancy'],
    measures: [...PEOPLE, 'in-patients', 'relatives', 'average-stay', 'bed-occupancy'],
    dimensions: ['ward', 'department', 'stay-kind', 'origin', 'age', 'sex', 'nationality', 'weekday', 'hour'],
    form: false,
    workers: false,
  },
  'zone-analyst': {
    // Nights of a month by its arrivals say nothing of people who stay for years.
    tiles: ['arrivals', 'departures', 'guest-nights', 'international'],
    mayBeRefused: [],
    measures: [...PEOPLE, 'departures', 'international'],
    dimensions: ['zone', 'employer', 'employer-zone', 'ward', 'origin', 'nationality', 'age', 'sex'],
    form: false,
    workers: true,
  },
  'transport-analyst': {
    tiles: ['trips', 'passengers'],
    mayBeRefused: ['passengers'],
    measures: ['passengers', 'trips'],
    dimensions: ['route', 'ward', 'origin', 'nationality', 'age', 'sex'],
    form: false,
    workers: false,
  },
  'provincial-leader': {
    tiles: ['arrivals', 'guest-nights', 'international', 'room-occupancy', 'trips', 'late-share'],
    mayBeRefused: ['late-share'],
    measures: [...PEOPLE, 'international', 'domestic', 'room-occupancy', 'trips', 'late'],
    dimensions: ['ward', 'kind', 'class', 'nationality', 'reason', 'origin', 'age', 'sex', 'weekday', 'hour'],
    form: true,
    workers: false,
  },
  police: {
    tiles: ['arrivals', 'guest-nights', 'international', 'room-occupancy', 'average-stay', 'late-share'],
    mayBeRefused: ['average-stay', 'late-share'],
    measures: [...PEOPLE, 'international', 'domestic', 'average-stay', 'room-occupancy', 'late', 'cancelled'],
    dimensions: [
      ...['ward', 'kind', 'nationality', 'reason', 'origin', 'stay-kind', 'length'],
      ...['weekday', 'hour', 'age', 'sex'],
    ],
    form: true,
    workers: false,
  },
};

const POLICE: Sort = SORTS.police as Sort;

/** The policies of somebody's roles: figures are of one at a time. */
export const policiesOf = (roles: readonly string[]): readonly string[] =>
  roles.filter((role) => role !== 'police' && role in SORTS);

export const sortOf = (policy: string | undefined): Sort => (policy === undefined ? POLICE : (SORTS[policy] ?? POLICE));

/** Of facilities as well as of stays: what stays are told apart by does not divide the others. */
const OF_PLACES: readonly string[] = ['ward', 'former-ward', 'zone', 'kind', 'stars', 'class'];
const PLACES_ONLY: readonly string[] = ['room-occupancy', 'bed-occupancy', 'bed-nights', 'trips'];
/** They are told apart by nationality or kind of stay already; of passengers all that travel are of one kind. */
const OF_PEOPLE: readonly string[] = ['international', 'domestic'];
/** Kinds of stay, which departments are told apart by. */
const OF_DEPARTMENTS: readonly string[] = ['in-patients', 'relatives'];

/** What figures may be told apart by; without a policy they are exact, and days are told of wards too. */
export const dimensionsOf = (sort: Sort, ward: string | undefined): readonly string[] =>
  sort.dimensions.filter((one) => ward === undefined || (one !== 'ward' && (one !== 'weekday' || sort === POLICE)));

/** What is told day by day to those who see rounded days only. */
export const BY_DAY: readonly string[] = ['arrivals', 'guest-nights'];

/** The measures that go with a dimension. */
export function measuresBy({ measures }: Sort, dimension: string): readonly string[] {
  if (dimension === 'weekday') return BY_DAY;
  if (OF_PLACES.includes(dimension)) return measures;
  const without = [
    ...PLACES_ONLY.filter((one) => one !== 'trips' || dimension !== 'route'),
    ...OF_PEOPLE,
    ...(dimension === 'department' ? [] : OF_DEPARTMENTS),
  ];
  const left = measures.filter((measure) => !without.includes(measure));
  return left.length > 0 ? left : ['arrivals'];
}
