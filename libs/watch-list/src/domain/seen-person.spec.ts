import { clearedAs, describeSeen, isCleared } from './seen-person';

const seen = {
  fullName: 'Trần Thị Bình',
  birthDate: '1990-08-15',
  documentNumber: '049190001234',
  sex: 'F',
  nationality: 'VNM',
} as const;

describe('somebody who was cleared', () => {
  it('is known again by number and birth date, however the name is typed', () => {
    const cleared = clearedAs(seen);
    expect(isCleared(cleared, seen)).toBe(true);
    expect(isCleared(cleared, { ...seen, fullName: 'TRAN THI BINH' })).toBe(true);
    expect(isCleared(cleared, { ...seen, documentNumber: '049190009999' })).toBe(false);
    expect(isCleared(cleared, { ...seen, birthDate: '1991-08-15' })).toBe(false);
    expect(isCleared(cleared, { ...seen, documentNumber: null })).toBe(false);
    expect(isCleared(cleared, { ...seen, nationality: 'LAO' })).toBe(false);
  });

  it('is known by name and birth date where there was no paper', () => {
    const cleared = clearedAs({ ...seen, documentNumber: null });
    expect(isCleared(cleared, { ...seen, documentNumber: null, fullName: 'tran thi binh' })).toBe(true);
    expect(isCleared(cleared, { ...seen, documentNumber: null, fullName: 'Trần Thị Bích' })).toBe(false);
    expect(isCleared(cleared, seen)).toBe(false);
  });

  it('is described as the scorer takes it, also where only the year of birth is known', () => {
    expect(describeSeen({ ...seen, birthDate: '1990', documentNumber: null })).toEqual({
      names: ['Trần Thị Bình'],
      documentNumbers: [],
      birthDates: [{ year: 1990 }],
      sex: 'F',
      nationality: 'VNM',
    });
  });
});
