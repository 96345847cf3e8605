import { foldName } from '@luutru/identity-document';
import { typedNames } from './typed-name';

describe('a name as it is typed', () => {
  it.each([
    ['Nguyeenx Vawn Hungf', 'nguyen van hung'],
    ['Dduwcs', 'duc'],
    ['Huowngf', 'huong'],
    ['Nguye6n4 Va8n Hu2ng', 'nguyen van hung'],
    ['Trafn Thij Bifnh', 'tran thi binh'],
  ])('%s is %s', (typed, meant) => expect(typedNames(typed).map(foldName)).toContain(meant));

  it('stays the only spelling when nothing is left over', () => {
    expect(typedNames(' Nguyễn  Văn Hùng ')).toEqual(['Nguyễn Văn Hùng']);
    expect(typedNames('Tran Thi Binh')).toEqual(['Tran Thi Binh']);
  });

  it('is looked for as typed first', () => expect(typedNames('James Foster')[0]).toBe('James Foster'));
});
