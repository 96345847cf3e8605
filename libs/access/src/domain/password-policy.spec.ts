import { normalizePassword, passwordFault } from './password-policy';

const alone = { secondFactor: false, known: ['le.tan.bach-dang', 'Trần Thị Bình'] };
const code = (password: string, context = alone) => passwordFault(password, context)?.code ?? null;

describe('password policy', () => {
  it('asks for 14 characters, for 8 beside a second factor', () => {
    expect(passwordFault('mua-thu-vang', alone)).toEqual({ code: 'password-too-short', params: { min: 14 } });
    expect(code('mua-thu-vang', { ...alone, secondFactor: true })).toBeNull();
    expect(code('mua-thu', { ...alone, secondFactor: true })).toBe('password-too-short');
    expect(code('ca phê sữa đá vỉa hè')).toBeNull();
    expect(code('x1'.padEnd(129, 'lạc đà ăn cỏ '))).toBe('password-too-long');
  });

  it('counts characters as a person does, not bytes', () => {
    expect(code('🦐🐘🌶️🦀🍋🐟🦑', { ...alone, secondFactor: true })).toBeNull();
    expect(normalizePassword('cà phê'.normalize('NFD'))).toBe('cà phê');
  });

  it.each([
    '12345678901234',
    'abcdefghijklmnop',
    'aaaaaaaaaaaaaaaa',
    'MậtKhẩu@1234567',
    'matkhaumatkhau99',
    'Password!!123456',
  ])('refuses %s as too simple', (password) => expect(code(password)).toBe('password-too-simple'));

  it.each(['Bach-Dang-ngay-xua', 'toi la tran thi binh', 'letanbachdang-so-1'])(
    'refuses %s: it tells the person',
    (password) => expect(code(password)).toBe('password-tells-the-person'),
  );
});
