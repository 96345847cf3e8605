import { Failure } from '../http/failure';
import { type Person, readPeople } from './person';

const AN: Person = {
  personalNumber: '001090000001',
  fullName: 'Nguyễn Văn An',
  birthDate: '2000-02-29',
  sex: 'M',
  level: 1,
};

describe('readPeople', () => {
  it('reads people', () => {
    expect(readPeople([AN, { ...AN, sex: 'F', level: 2 }])).toHaveLength(2);
    expect(readPeople([])).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['personalNumber', '00109000000'],
    ['personalNumber', '0010900000012'],
    ['personalNumber', '00109000000a'],
    ['personalNumber', '٠٠١٠٩٠٠٠٠٠٠١'],
    ['personalNumber', 1090000001],
    ['fullName', ''],
    ['fullName', '  '],
    ['fullName', 'A'.repeat(301)],
    ['fullName', 'A\nB'],
    ['birthDate', '2001-02-29'],
    ['birthDate', '2000'],
    ['birthDate', '29/02/2000'],
    ['sex', 'm'],
    ['sex', undefined],
    ['level', 3],
    ['level', '1'],
  ])('names %s when it is %p, without repeating it', (field, value) => {
    const failure = failureOf([AN, { ...AN, [field]: value }]);
    expect(failure).toMatchObject({ status: 400, field: `[1].${field}` });
    if (typeof value === 'string' && value.trim().length > 2) expect(failure.message).not.toContain(value);
  });

  it.each([[AN], [null], [[null]], [[{ ...AN, password: 'x' }]], [Array<Person>(10_001).fill(AN)]])(
    'refuses what is no list of people (%#)',
    (body) => {
      expect(failureOf(body).status).toBe(400);
    },
  );
});

function failureOf(body: unknown): Failure {
  try {
    readPeople(body);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
