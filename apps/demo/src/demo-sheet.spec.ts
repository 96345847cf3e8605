import { renderSheet } from './demo-sheet';

describe('renderSheet', () => {
  it('prints credentials and tries with the address of the API', () => {
    const text = renderSheet(
      {
        credentials: [{ label_vi: 'Lễ tân', label_en: 'Front desk', facility: 'Khách sạn Mẫu', apiKey: 'lt_demo_key' }],
        tries: [{ vi: 'Khai báo', en: 'Declare', command: 'curl ${API}/a \\\n  ${API}/b' }],
      },
      'http://127.0.0.1:3000',
    );
    expect(text).toBe(
      [
        'Tài khoản dùng thử · Demo credentials',
        '  Lễ tân · Front desk',
        '    Khách sạn Mẫu',
        '    lt_demo_key',
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
    expect(renderSheet({ credentials: [], tries: [] }, 'http://127.0.0.1:3000')).toBe('');
  });
});
