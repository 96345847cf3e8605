import { columnOf, maskOf, type PolicyColumn, type Resource, RESOURCES, type StayForm } from './columns';
import { isAuthorityPurpose } from './purposes';

/** Fewer people than this are never told apart (DOMAIN.md section 7); a policy may ask for more. */
export const SMALLEST_CELL = 5;

/** What a policy says; one version of it. */
export interface PolicyContent {
  readonly nameVi: string;
  readonly nameEn: string;
  readonly legalBasis: string;
  readonly facilityKinds: readonly string[];
  /** Within the scope of whoever reads; both empty: all of that scope. */
  readonly areaUnitIds: readonly string[];
  readonly areaZoneIds: readonly string[];
  readonly stayKinds: readonly string[];
  /** Null: no stays at all. */
  readonly staysForm: StayForm | null;
  readonly columns: readonly PolicyColumn[];
  readonly purposes: readonly string[];
  /** May be taken away as a file. */
  readonly exports: boolean;
  readonly cellSize: number;
}

/** How far a policy may go: what the role it is for may ask for, and the facility kinds the role is confined to. */
export interface Ceiling {
  readonly resources: readonly Resource[];
  /** Null: every kind. */
  readonly facilityKinds: readonly string[] | null;
}

/** A fault of a policy; its pointer is into the content. */
export interface PolicyFault {
  readonly code: string;
  readonly pointer: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

const MEDICAL = 'co-so-kham-chua-benh';
/** Passengers are counted by trip; patients and relatives are never single rows. */
const KINDS_OF: Readonly<Record<StayForm, readonly string[]>> = {
  rows: ['guest', 'tenant'],
  counts: ['guest', 'tenant', 'patient', 'relative'],
};
/** The column by which stays of each form are read on. */
const DATE_OF: Readonly<Record<StayForm, string>> = { rows: 'day', counts: 'month' };

/** Everything that no policy may be, or not for this role. Codes of facility kinds, units and zones are the service's to look up. */
export function policyFaults(content: PolicyContent, ceiling: Ceiling): PolicyFault[] {
  return [
    ...columnFaults(content, ceiling),
    ...stayFaults(content),
    ...tripFaults(content, ceiling),
    ...content.facilityKinds.flatMap((kind, at): PolicyFault[] =>
      ceiling.facilityKinds && !ceiling.facilityKinds.includes(kind)
        ? [
            {
              code: 'authority-kind-not-of-role',
              pointer: `/facilityKinds/${at}`,
              params: allowed(ceiling.facilityKinds),
            },
          ]
        : [],
    ),
    ...(content.facilityKinds.length === 0 ? [{ code: 'field-required', pointer: '/facilityKinds' }] : []),
    ...content.purposes.flatMap((purpose, at): PolicyFault[] =>
      isAuthorityPurpose(purpose) ? [] : [{ code: 'authority-purpose-unknown', pointer: `/purposes/${at}` }],
    ),
    ...(content.purposes.length === 0 ? [{ code: 'field-required', pointer: '/purposes' }] : []),
    ...(content.cellSize < SMALLEST_CELL
      ? [{ code: 'authority-cell-too-small', pointer: '/cellSize', params: { min: SMALLEST_CELL } }]
      : []),
  ];
}

function columnFaults({ columns, staysForm }: PolicyContent, ceiling: Ceiling): PolicyFault[] {
  const seen = new Set<string>();
  return columns.flatMap(({ resource, column, masking }, at): PolicyFault[] => {
    const pointer = `/columns/${at}`;
    if (!RESOURCES.includes(resource) || !ceiling.resources.includes(resource)) {
      return [
        { code: 'authority-resource-not-of-role', pointer: `${pointer}/resource`, params: allowed(ceiling.resources) },
      ];
    }
    const definition = columnOf(resource, column);
    if (!definition) return [{ code: 'authority-column-closed', pointer: `${pointer}/column` }];
    const mask = maskOf(definition, masking);
    if (!mask) {
      const maskings = Object.keys(definition.masks);
      return [{ code: 'authority-masking-unknown', pointer: `${pointer}/masking`, params: allowed(maskings) }];
    }
    if (mask.form && mask.form !== staysForm) {
      return [{ code: 'authority-column-of-other-form', pointer: `${pointer}/masking`, params: { form: mask.form } }];
    }
    const twice = seen.has(`${resource}.${column}`);
    seen.add(`${resource}.${column}`);
    return twice ? [{ code: 'authority-column-twice', pointer: `${pointer}/column` }] : [];
  });
}

function stayFaults({ columns, staysForm, stayKinds, facilityKinds }: PolicyContent): PolicyFault[] {
  const ofStays = columns.filter(({ resource }) => resource === 'stays');
  if (staysForm === null) {
    return ofStays.length > 0 ? [{ code: 'field-required', pointer: '/staysForm' }] : [];
  }
  const dated = ofStays.some(({ column, masking }) => column === 'arrivedOn' && masking === DATE_OF[staysForm]);
  return [
    ...(dated
      ? []
      : [{ code: 'authority-date-missing', pointer: '/columns', params: { masking: DATE_OF[staysForm] } }]),
    ...(stayKinds.length === 0 ? [{ code: 'field-required', pointer: '/stayKinds' }] : []),
    ...stayKinds.flatMap((kind, at): PolicyFault[] =>
      KINDS_OF[staysForm].includes(kind)
        ? []
        : [{ code: 'authority-stay-kind-closed', pointer: `/stayKinds/${at}`, params: allowed(KINDS_OF[staysForm]) }],
    ),
    ...(staysForm === 'rows' && facilityKinds.includes(MEDICAL)
      ? [{ code: 'authority-rows-of-patients', pointer: '/staysForm' }]
      : []),
  ];
}

function tripFaults({ columns }: PolicyContent, { resources }: Ceiling): PolicyFault[] {
  const ofTrips = columns.filter(({ resource }) => resource === 'trips' && resources.includes(resource));
  return ofTrips.length > 0 && !ofTrips.some(({ column }) => column === 'departsOn')
    ? [{ code: 'authority-trip-day-missing', pointer: '/columns' }]
    : [];
}

const allowed = (values: readonly string[]): Record<string, string> => ({ allowed: values.join(', ') });

/** What a policy opens. */
export const resourcesOf = ({ columns }: Pick<PolicyContent, 'columns'>): Resource[] =>
  RESOURCES.filter((resource) => columns.some((column) => column.resource === resource));
