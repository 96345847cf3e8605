import { readTyped } from '../src/features/person-search/typed';

describe('what is typed into the search box', () => {
  it.each([
    ['049190001234', 'number', { documentNumber: '049190001234' }],
    ['049 190 001 234', 'number', { documentNumber: '049 190 001 234' }],
    ['205123456', 'number', { documentNumber: '205123456' }],
    ['C01X00T47', 'number', { documentNumber: 'C01X00T47' }],
    ['n1234567', 'number', { documentNumber: 'n1234567' }],
    ['0905 000 111', 'phone', { phone: '0905 000 111' }],
    ['+84 905 000 111', 'phone', { phone: '+84 905 000 111' }],
    ['001234 1990', 'tail', { documentTail: '001234', birthYear: 1990 }],
    ['00T47X, 1985', 'tail', { documentTail: '00T47X', birthYear: 1985 }],
    ['001234', 'tail', { documentTail: '001234' }],
    ['43B-012.34', 'plate', { plate: '43B-012.34' }],
    ['29A 12345', 'plate', { plate: '29A 12345' }],
    ['51F1-2345', 'plate', { plate: '51F1-2345' }],
    ['binh 90', 'name', { name: 'binh 90' }],
    ['tran binh', 'name', { name: 'tran binh' }],
    ['Trần Thị Bình 1990', 'name', { name: 'Trần Thị Bình', birthYear: 1990 }],
    ['Trần Thị Bình, 15/8/1990', 'name', { name: 'Trần Thị Bình', birthDate: '1990-08-15' }],
    ["O'Brien Smith-Jones", 'name', { name: "O'Brien Smith-Jones" }],
    ['  Bình ', 'name', { name: 'Bình' }],
  ])('%s is a %s', (text, reading, criteria) => {
    expect(readTyped(text)).toEqual({ reading, criteria });
  });

  it('can be told to be understood otherwise', () => {
    expect(readTyped('0905000111', 'number')?.criteria).toEqual({ documentNumber: '0905000111' });
    expect(readTyped('', 'name')).toBeNull();
  });
});
