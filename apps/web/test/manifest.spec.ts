import { readManifest } from '../src/features/trips/manifest/read-manifest';
import { seatPlan } from '../src/features/trips/seats';

const STOPS = [
  { code: 'DN', name: 'Bến xe Đà Nẵng' },
  { code: 'VINH', name: 'Bến xe Vinh' },
  { code: 'HN', name: 'Bến xe Nước Ngầm' },
];
const read = (text: string) =>
  readManifest(text, STOPS).map(({ person: { fields }, seat, from, to }) => ({ ...fields, seat, from, to }));

describe('a pasted manifest', () => {
  it('takes columns by their names, in any order', () => {
    const text =
      'STT\tHọ và tên\tGHẾ\tNăm sinh\tSố CCCD/Hộ chiếu\tĐiểm xuống\n1\tNguyễn Văn An\tA5\t15/08/1990\t049090000123\tvinh';
    expect(read(text)).toMatchObject([
      {
        fullName: 'Nguyễn Văn An',
        seat: 'A5',
        birthDate: '15/08/1990',
        documentType: '1',
        documentNumber: '049090000123',
        sex: 'M',
        from: 'DN',
        to: 'VINH',
      },
    ]);
  });

  it.each([
    ['semicolons', 'A1; Trần Thị Bình; 049190001234; 15/08/1990'],
    ['tabs, another order', 'Trần Thị Bình\t15/08/1990\t049190001234\tA1'],
    ['bars and a running number', '1 | A1 | Trần Thị Bình | 049190001234 | 15/08/1990'],
    ['commas, as in a chat', 'a1, Trần Thị Bình, 049190001234, 15/08/1990'],
    ['dashes with blanks', 'A1 - Trần Thị Bình - 049190001234 - 15/08/1990'],
    ['a number without its leading zero', 'A1; Trần Thị Bình; 49190001234; 15/08/1990'],
  ])('recognises what stands in lines without names: %s', (_, line) => {
    expect(read(line)).toMatchObject([
      { seat: 'A1', fullName: 'Trần Thị Bình', documentNumber: '049190001234', birthDate: '15/08/1990', sex: 'F' },
    ]);
  });

  it('knows passports, phones, sexes and stops', () => {
    expect(read('12;MUELLER HANS;c01x00t47;0905 123 456;Nam;1964;Bến xe Vinh;HN')).toMatchObject([
      {
        seat: '12',
        fullName: 'MUELLER HANS',
        phone: '0905123456',
        sex: 'M',
        birthDate: '1964',
        from: 'VINH',
        to: 'HN',
      },
    ]);
    expect(read('B2; Ana Silva; FA123456; 1980')).toMatchObject([{ documentType: '4', documentNumber: 'FA123456' }]);
  });

  it('leaves nothing out: a line that says little is a row to be filled in', () => {
    expect(read('Lê Văn Khuyết\n\n  \nA9;;;')).toMatchObject([
      { fullName: 'Lê Văn Khuyết', seat: '', documentNumber: '', birthDate: '' },
      { fullName: '', seat: 'A9' },
    ]);
  });

  it('does not take a first passenger for column names', () => {
    expect(read('A1; Nguyễn Thị Ghế; 049190001234; 1990')).toHaveLength(1);
  });
});

describe('the seats of a bus', () => {
  const codes = (size: number, taken: string[]): string[] =>
    seatPlan(size, taken, (seat) => seat).map(({ code }) => code);

  it('has two decks from a size on, and numbers below it', () => {
    expect(codes(34, [])).toEqual([...range('A', 17), ...range('B', 17)]);
    expect(codes(16, [])).toEqual(range('', 16));
  });

  it('follows the way passengers are seated, and adds what the plan has not', () => {
    expect(codes(34, ['7'])).toEqual(range('', 34));
    expect(codes(16, ['B2'])).toEqual([...range('A', 8), ...range('B', 8)]);
    expect(codes(4, ['G2', 'G10', '1'])).toEqual(['1', '2', '3', '4', 'G2', 'G10']);
  });

  it('keeps everybody, two in one seat too', () => {
    const [first] = seatPlan(2, ['1', '1', ''], (seat) => seat);
    expect(first?.passengers).toEqual(['1', '1']);
  });
});

const range = (deck: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${deck}${at + 1}`);
