import { renderSheet } from './demo-sheet';

describe('renderSheet', () => {
  it('prints credentials and tries with the address of the API', () => {
    const text = renderSheet(
      {
        credentials: [{ label_vi: 'Lễ tân', label_en: 'Front desk', facility: 'Khách sạn Mẫu', apiKey: 'lt_demo_key' }],
        people: [
          { label_vi: 'Công dân', label_en: 'Citizen', fullName: 'Trần Thị Bình', personalNumber: '049190001234' },
        ],
        accounts: [{ label_vi: 'Lễ tân', label_en: 'Front desk', username: 'letan.demo', password: 'abc' }],
        tries: [{ vi: 'Khai báo', en: 'Declare', command: 'curl ${API}/a \\\n  ${API}/b' }],
      },
      'http://127.0.0.1:3000',
      'mat-ma',
    );
    expect(text).toBe(
      [
        'Tài khoản dùng thử · Demo credentials',
        '  Lễ tân · Front desk',
        '    Khách sạn Mẫu',
        '    lt_demo_key',
        '',
        'Đăng nhập bằng định danh giả lập · Sign in through the identity stand-in',
        '  http://127.0.0.1:3000/app/',
        '  Mật mã chung · passcode of everybody: mat-ma',
        '    049190001234  Trần Thị Bình — Công dân · Citizen',
        '',
        'Đăng nhập bằng mật khẩu · Sign in with a password',
        '  http://127.0.0.1:3000/app/',
        '    letan.demo  abc — Lễ tân · Front desk',
        '',
        'Hãy thử · Things to try',
        '  1. Khai báo',
        '     Declare',
        '     curl http://127.0.0.1:3000/a \\',
        '       http://127.0.0.1:3000/b',
        '',
      ].join('\n'),
    );
  });

  it('prints nothing for an empty sheet', () => {
    expect(renderSheet({ credentials: [], people: [], accounts: [], tries: [] }, 'http://127.0.0.1:3000', 'x')).toBe(
      '',
    );
  });
});
