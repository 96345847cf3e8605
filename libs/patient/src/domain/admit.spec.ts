import { admit, type Hospital } from './admit';

const hospital: Hospital = { active: true, takesPatients: true, departments: [{ code: 'NOI' }] };
const now = new Date('2026-11-23T08:00:00Z');
const input = { recordNumber: ' BA-26/0042 ', department: 'NOI', room: '305', admittedAt: '2026-11-22T09:30' };

const codes = (faulty: object, where: Hospital = hospital): string[] => {
  const result = admit({ ...input, ...faulty }, where, now);
  return result.ok ? [] : result.issues.map((issue) => `${issue.code} ${issue.pointer}`);
};

describe('admit', () => {
  it('admits with the bed as given', () => {
    expect(admit(input, hospital, now)).toEqual({
      ok: true,
      warnings: [],
      admission: {
        recordNumber: 'BA-26/0042',
        department: 'NOI',
        room: '305',
        bed: null,
        admittedAt: new Date('2026-11-22T02:30:00Z'),
      },
    });
  });

  it('takes now when no time is given, and doubts an unknown department', () => {
    expect(admit({ ...input, admittedAt: undefined, department: 'X' }, hospital, now)).toMatchObject({
      ok: true,
      admission: { admittedAt: now },
      warnings: [{ code: 'department-not-listed' }],
    });
  });

  it('names what is missing or wrong', () => {
    expect(codes({ recordNumber: ' ', department: undefined })).toEqual([
      'field-required /recordNumber',
      'field-required /department',
    ]);
    expect(codes({ admittedAt: '2026-11-24T00:00' })).toEqual(['arrival-in-future /admittedAt']);
    expect(codes({ admittedAt: '1916-01-01T00:00' })).toEqual(['arrival-too-long-ago /admittedAt']);
    expect(codes({ admittedAt: '2026-02-30T00:00' })).toEqual(['moment-not-in-calendar /admittedAt']);
    expect(codes({}, { ...hospital, takesPatients: false })).toEqual(['kind-not-for-facility /facilityId']);
    expect(codes({}, { ...hospital, active: false })).toEqual(['facility-not-active /facilityId']);
  });
});
