import { checkEntry, describeEntry, parsePartialDate, sameContent } from './entry-content';

const TODAY = '2026-11-23';
const codes = (input: Parameters<typeof checkEntry>[0]) =>
  checkEntry(input, TODAY).faults.map(({ code, pointer }) => `${code} ${pointer}`);

describe('entries of lists', () => {
  it('need a name and nothing else', () => {
    expect(codes({ names: ['Trần Văn Bình'] })).toEqual([]);
    expect(codes({})).toEqual(['watch-name-missing /names']);
    expect(codes({ names: ['  ', '\u200b'] })).toEqual(['watch-name-missing /names']);
    expect(codes({ names: ['?'] })).toEqual(['watch-name-unusable /names/0']);
  });

  it('are stored in one form', () => {
    const { content } = checkEntry(
      {
        names: [' Trần  Văn Bình ', 'Bình Sẹo', 'Trần Văn Bình'],
        documentNumbers: ['0490 9000 1234', 'c01x00t47'],
        birthDates: ['1990-08', '1990-08'],
        note: ' ',
      },
      TODAY,
    );
    expect(content).toEqual({
      names: ['Trần Văn Bình', 'Bình Sẹo'],
      documentNumbers: ['049090001234', 'C01X00T47'],
      birthDates: ['1990-08'],
      sex: null,
      nationality: null,
      note: null,
      photoRef: null,
      reference: null,
    });
    expect(sameContent(content, { ...content })).toBe(true);
    expect(sameContent(content, { ...content, sex: 'M' })).toBe(false);
  });

  it('may know a birth date in part', () => {
    expect(parsePartialDate('1990')).toEqual({ year: 1990 });
    expect(parsePartialDate('1990-02')).toEqual({ year: 1990, month: 2 });
    expect(parsePartialDate('1990-02-28')).toEqual({ year: 1990, month: 2, day: 28 });
    for (const text of ['1990-13', '1990-02-30', '90', '15/08/1990', ''])
      expect([text, parsePartialDate(text)]).toEqual([text, null]);
    expect(codes({ names: ['An Bình'], birthDates: ['1850', '2026-12', 'x'] })).toEqual([
      'watch-birth-date-impossible /birthDates/0',
      'watch-birth-date-impossible /birthDates/1',
      'watch-birth-date-malformed /birthDates/2',
    ]);
    const described = describeEntry(checkEntry({ names: ['An Bình'], birthDates: ['1990', '1991-05'] }, TODAY).content);
    expect(described.birthDates).toEqual([{ year: 1990 }, { year: 1991, month: 5 }]);
  });

  it('name faults of numbers, and of too much', () => {
    expect(codes({ names: ['An Bình'], documentNumbers: ['12', 'số lạ'] })).toEqual([
      'watch-number-malformed /documentNumbers/0',
      'watch-number-malformed /documentNumbers/1',
    ]);
    expect(codes({ names: Array.from({ length: 11 }, (_, at) => `An Bình ${'x'.repeat(at)}`) })).toEqual([
      'list-too-long /names',
    ]);
    expect(codes({ names: ['An Bình'], nationality: 'Việt' })).toEqual(['watch-nationality-unknown /nationality']);
  });
});
