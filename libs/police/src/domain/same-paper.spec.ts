import { marksOf, samePaper } from './same-paper';

describe('one paper', () => {
  it('is known by a personal number alone, whatever card it stands on', () => {
    const marks = { documentType: null, nationality: null };
    expect(marksOf({ documentType: 1, nationality: 'VNM', number: '049190001234' })).toEqual(marks);
    expect(marksOf({ documentType: 8, nationality: 'VNM', number: '049190001234' })).toEqual(marks);
  });

  it('is known by type otherwise, a passport by its country too', () => {
    const passport = { documentType: 4, nationality: 'D', number: 'C01X00T47' };
    expect(marksOf(passport)).toEqual({ documentType: 4, nationality: 'D' });
    expect(marksOf({ ...passport, documentType: 3 })).toEqual({ documentType: 3, nationality: null });
  });

  it('may be the same on equal numbers, but never a passport of another country or another paper', () => {
    const german = { documentType: 4, nationality: 'D' };
    expect(samePaper(german, { ...german })).toBe(true);
    expect(samePaper(german, { ...german, nationality: 'FRA' })).toBe(false);
    expect(samePaper(german, { documentType: 3, nationality: 'D' })).toBe(false);
    expect(samePaper({ documentType: 1, nationality: 'VNM' }, { documentType: 8, nationality: 'VNM' })).toBe(true);
  });
});
