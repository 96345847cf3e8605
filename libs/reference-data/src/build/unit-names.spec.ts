import { cleanName, englishName, shortName, slug, spellingKey } from './unit-names';

describe('names of units', () => {
  it.each([
    ['Phường Hội An', 'Hoi An Ward', 'Hội An'],
    ['Quận 4', 'District 4', '4'],
    ['Thành phố Đà Nẵng', 'Da Nang City', 'Đà Nẵng'],
    ['Đặc khu Lý Sơn', 'Ly Son Special Zone', 'Lý Sơn'],
  ])('%s is %s in English', (name, english, short) => {
    expect([englishName(name), shortName(name)]).toEqual([english, short]);
  });

  it('takes spellings of one name as one, other tones as other names', () => {
    expect(spellingKey('Phường Yên Hoà')).toBe(spellingKey('Phường Yên Hòa'));
    expect(spellingKey('Xã Ia RVê')).toBe(spellingKey('Xã Ia Rvê'));
    expect(spellingKey('Xã Nga Thanh')).not.toBe(spellingKey('Xã Nga Thành'));
    expect(spellingKey('Xã Tam Dân')).not.toBe(spellingKey('Xã Tam Đàn'));
  });

  it('cleans and folds', () => {
    expect(cleanName('Xã  M’Drắk ')).toBe("Xã M'Drắk");
    expect(slug("Xã M'Đrắk")).toBe('xa-m-drak');
  });
});
