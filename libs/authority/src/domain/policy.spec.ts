import { COLUMNS, fieldOf, readField } from './columns';
import { type Ceiling, type PolicyContent, policyFaults, resourcesOf } from './policy';

const CEILING: Ceiling = { resources: ['stays', 'facilities'], facilityKinds: ['khach-san', 'nha-tro'] };
const column = (name: string, masking = 'plain', resource = 'stays') => ({ resource, column: name, masking }) as never;

const policy = (over: Partial<PolicyContent> = {}): PolicyContent => ({
  nameVi: 'Du lịch',
  nameEn: 'Tourism',
  legalBasis: 'Luật Du lịch',
  facilityKinds: ['khach-san'],
  areaUnitIds: [],
  areaZoneIds: [],
  stayKinds: ['guest'],
  staysForm: 'rows',
  columns: [column('arrivedOn', 'day'), column('nationality')],
  purposes: ['thong-ke'],
  exports: false,
  cellSize: 5,
  ...over,
});

const faults = (over: Partial<PolicyContent>, ceiling = CEILING): string[] =>
  policyFaults(policy(over), ceiling).map(({ code, pointer }) => `${pointer} ${code}`);
const withColumns = (...more: never[]) => faults({ columns: [...policy().columns, ...more] });

describe('a policy', () => {
  it('may be what its role and the fixed list allow', () => expect(faults({})).toEqual([]));

  it.each([
    ...['fullName', 'name', 'documentNumber', 'phone', 'address', 'room', 'bed', 'note', 'patientId', 'diagnosis'],
    ...['stayId', 'facilityId', 'relation', 'seat', 'plate', 'arrivedAt', 'constructor', '__proto__'],
  ])('never opens %s', (name) =>
    expect(withColumns(column(name))).toEqual(['/columns/2/column authority-column-closed']),
  );

  it.each([
    ['nationality', 'initial', '/columns/2/masking authority-masking-unknown'],
    ['birth', 'plain', '/columns/2/masking authority-masking-unknown'],
    ['origin', 'plain', '/columns/2/masking authority-masking-unknown'],
    ['sex', 'toString', '/columns/2/masking authority-masking-unknown'],
    ['department', 'plain', '/columns/2/masking authority-column-of-other-form'],
    ['employer', 'plain', '/columns/2/masking authority-column-of-other-form'],
    ['nationality', 'foreign', '/columns/2/column authority-column-twice'],
  ])('never shows %s as %s', (name, masking, fault) => expect(withColumns(column(name, masking))).toEqual([fault]));

  it('stays within its role', () => {
    expect(withColumns(column('route', 'plain', 'trips'))).toEqual([
      '/columns/2/resource authority-resource-not-of-role',
    ]);
    expect(withColumns(column('route', 'plain', 'people'))).toEqual([
      '/columns/2/resource authority-resource-not-of-role',
    ]);
    expect(faults({ facilityKinds: ['khach-san', 'nha-o-kcn'] })).toEqual([
      '/facilityKinds/1 authority-kind-not-of-role',
    ]);
  });

  it('never shows patients, relatives and passengers one by one', () => {
    const everywhere: Ceiling = { ...CEILING, facilityKinds: null };
    expect(faults({ stayKinds: ['guest', 'patient', 'relative', 'passenger'] })).toEqual([
      '/stayKinds/1 authority-stay-kind-closed',
      '/stayKinds/2 authority-stay-kind-closed',
      '/stayKinds/3 authority-stay-kind-closed',
    ]);
    expect(faults({ facilityKinds: ['co-so-kham-chua-benh'] }, everywhere)).toEqual([
      '/staysForm authority-rows-of-patients',
    ]);
    const counts = { staysForm: 'counts', columns: [column('arrivedOn', 'month'), column('department')] } as const;
    expect(faults({ ...counts, stayKinds: ['patient'], facilityKinds: ['co-so-kham-chua-benh'] }, everywhere)).toEqual(
      [],
    );
  });

  it('has a date to read on by, coarse where it counts', () => {
    expect(faults({ columns: [column('nationality')] })).toEqual(['/columns authority-date-missing']);
    expect(faults({ staysForm: 'counts', columns: [column('arrivedOn', 'day')] })).toEqual([
      '/columns/0/masking authority-column-of-other-form',
      '/columns authority-date-missing',
    ]);
  });

  it.each([4, 1, 0, -5])('never tells %d people apart', (cellSize) =>
    expect(faults({ cellSize })).toEqual(['/cellSize authority-cell-too-small']),
  );

  it('says which of its fields are missing or unknown', () => {
    expect(faults({ purposes: [], facilityKinds: [], stayKinds: [] })).toEqual([
      '/stayKinds field-required',
      '/facilityKinds field-required',
      '/purposes field-required',
    ]);
    expect(faults({ purposes: ['thong-ke', 'to-mo'] })).toEqual(['/purposes/1 authority-purpose-unknown']);
    expect(faults({ staysForm: null })).toContain('/staysForm field-required');
  });

  it('opens what it has columns of', () => {
    expect(resourcesOf(policy())).toEqual(['stays']);
    expect(resourcesOf(policy({ columns: [] }))).toEqual([]);
  });
});

describe('a field', () => {
  it('is stored so that it can be read again', () => {
    for (const [resource, columns] of Object.entries(COLUMNS)) {
      for (const [name, { masks }] of Object.entries(columns)) {
        for (const masking of Object.keys(masks)) {
          const field = { resource, column: name, masking } as never;
          expect(readField(fieldOf(field))).toEqual(field);
        }
      }
    }
  });
});
