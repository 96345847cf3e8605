import { restoreTelex } from './restore-telex';
import { foldName } from './fold-name';

describe('restoreTelex', () => {
  it.each([
    ['NGUYEEXN VAWN AN', 'NGUYỄN VĂN AN'],
    ['Nguyeenx Vawn An', 'Nguyễn Văn An'],
    ['TRAANF THIJ BINHF', 'TRẦN THỊ BÌNH'],
    ['DDOOX MINH EM', 'ĐỖ MINH EM'],
    ['HOAF THUYR', 'HÒA THỦY'],
    ['PHUOWNGF QUYNHF', 'PHƯỜNG QUỲNH'],
    ['TRUOWNGF GIANG', 'TRƯỜNG GIANG'],
    ['LEE THIJ DDAOF', 'LÊ THỊ ĐÀO'],
    ['KHUAATS QUANG HUY', 'KHUẤT QUANG HUY'],
    ['Phuwowngf Minh An, Thanhf phoos Hooij An', 'Phường Minh An, Thành phố Hội An'],
  ])('reads %s as %s', (typed, name) => {
    expect(restoreTelex(typed)).toBe(name.normalize('NFC'));
  });

  it.each(['NGUYỄN VĂN AN', 'JOHN SMITH', '', 'Nguye6n4 Va8n An'])('leaves %s to a person', (text) => {
    expect(restoreTelex(text)).toBeNull();
  });

  it('changes marks only, never the letters below them', () => {
    for (const typed of ['NGUYEEXN', 'TRAANF', 'DDOOX', 'PHUOWNGF', 'HOAF']) {
      const restored = restoreTelex(`${typed} VAWN`) ?? '';
      expect(foldName(typed.toLowerCase())).toContain(foldName(restored).slice(0, 2));
    }
  });
});
