import { lostItsMarks, readMarks, soundAlike } from './vietnamese-marks';

describe('readMarks', () => {
  it.each([
    ['Hoà', 'hoa', 1],
    ['hòa', 'hoa', 1],
    ['Hưởng', 'hương', 3],
    ['ĐỨC', 'đưc', 2],
    ['Nguyễn'.normalize('NFD'), 'nguyên', 4],
    ['lộc', 'lôc', 5],
    ['An', 'an', 0],
  ])('%s -> %s with tone %d', (word, letters, tone) => expect(readMarks(word)).toEqual({ letters, tone }));
});

describe('marks that got lost', () => {
  it.each(['duc', 'nhat', 'nguyen', 'phuong'])('%s is no Vietnamese syllable as it stands', (word) =>
    expect(lostItsMarks(word)).toBe(true),
  );
  it.each(['an', 'hoa', 'lan', 'hung'])('%s is one', (word) => expect(lostItsMarks(word)).toBe(false));
  it('hỏi and ngã sound alike, no other tones do', () => {
    expect([soundAlike(3, 4), soundAlike(4, 3), soundAlike(1, 2), soundAlike(3, 3)]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
