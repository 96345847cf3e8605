/** What a sort of authority looks at: which of the API's figures come first. What it may see is the API's answer. */
export interface Sort {
  /** Every scope is told these. */
  readonly tiles: readonly string[];
  /** A scope whose policy was changed may be refused these; the others stay. */
  readonly further: readonly string[];
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
    tiles: ['arrivals', 'guest-nights', 'international', 'room-occupancy'],
    further: ['average-stay'],
    measures: [...PEOPLE, 'international', 'domestic', 'average-stay', 'room-occupancy', 'late'],
    dimensions: ['ward', 'nationality', 'reason', 'kind', 'stars', 'class', 'origin', 'age', 'sex'],
    form: true,
    workers: false,
  },
  'health-analyst': {
    tiles: ['arrivals', 'guest-nights', 'bed-nights'],
    further: ['in-patients', 'relatives', 'bed-occupancy', 'average-stay'],
    measures: [...PEOPLE, 'in-patients', 'relatives', 'bed-occupancy'],
    dimensions: ['ward', 'department', 'stay-kind', 'origin', 'age', 'sex', 'nationality'],
    form: false,
    workers: false,
  },
  'zone-analyst': {
    tiles: ['arrivals', 'departures', 'guest-nights', 'international'],
    further: ['average-stay'],
    measures: [...PEOPLE, 'departures', 'international'],
    dimensions: ['zone', 'employer', 'employer-zone', 'ward', 'origin', 'nationality', 'age', 'sex'],
    form: false,
    workers: true,
  },
  'transport-analyst': {
    tiles: ['trips', 'arrivals'],
    further: ['passengers'],
    measures: ['passengers', 'trips', 'arrivals'],
    dimensions: ['route', 'ward', 'origin', 'nationality', 'age', 'sex'],
    form: false,
    workers: false,
  },
  'provincial-leader': {
    tiles: ['arrivals', 'guest-nights', 'international', 'room-occupancy', 'trips'],
    further: ['late-share'],
    measures: [...PEOPLE, 'international', 'domestic', 'room-occupancy', 'trips', 'late'],
    dimensions: ['ward', 'kind', 'class', 'nationality', 'reason', 'origin', 'age', 'sex'],
    form: true,
    workers: false,
  },
  police: {
    tiles: ['arrivals', 'guest-nights', 'international', 'room-occupancy'],
    further: ['average-stay', 'late-share'],
    measures: [...PEOPLE, 'international', 'domestic', 'average-stay', 'room-occupancy', 'late', 'cancelled'],
    dimensions: ['ward', 'kind', 'nationality', 'reason', 'origin', 'stay-kind', 'length', 'hour', 'age', 'sex'],
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
const PLACES_ONLY: readonly string[] = ['room-occupancy', 'bed-occupancy', 'bed-nights', 'trips', 'average-stay'];
/** They are told apart by nationality or kind of stay already. */
const OF_PEOPLE: readonly string[] = ['international', 'domestic', 'in-patients', 'relatives', 'passengers'];

/** The measures that go with a dimension. */
export function measuresBy({ measures }: Sort, dimension: string): readonly string[] {
  if (OF_PLACES.includes(dimension)) return measures;
  const without = [...PLACES_ONLY.filter((one) => one !== 'trips' || dimension !== 'route'), ...OF_PEOPLE];
  const left = measures.filter((measure) => !without.includes(measure));
  return left.length > 0 ? left : ['arrivals'];
}

/** What is told day by day to those who see rounded days only. */
export const BY_DAY: readonly string[] = ['arrivals', 'guest-nights'];
