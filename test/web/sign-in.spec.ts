import type { People } from '../support/people';
import { NEW_PASSWORD, totpCode } from '../support/people';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';
import { PHONE, Visitor } from './support/visitor';

describe('signing in', () => {
  let console: ConsoleSystem;
  let people: People;
  beforeAll(async () => {
    console = await createConsoleSystem();
    people = console.people;
  });
  afterAll(() => console.close());

  const arrive = (options = {}): Promise<Visitor> => Visitor.arrive(console.browser, console.system.apiUrl, options);

  it('sends whoever is not signed in to the form, and back to the page they wanted', async () => {
    const { username, password } = await people.account();
    const visitor = await arrive({ viewport: PHONE });
    const { page } = visitor;
    await visitor.go('/somewhere/else');
    await page.getByRole('heading', { name: 'Luutru' }).waitFor();
    expect(await visitor.violations()).toEqual([]);
    await visitor.picture('sign-in');
    await page.getByLabel('Tên đăng nhập').fill(username);
    await page.getByLabel(/^Mật khẩu( \*)?$/).fill('không đúng');
    await page.keyboard.press('Enter');
    await page.getByText('Không đăng nhập được').waitFor();
    expect(await visitor.violations()).toEqual([]);
    await page.getByLabel(/^Mật khẩu( \*)?$/).fill(password);
    await page.keyboard.press('Enter');
    await page.getByLabel(/^Mật khẩu mới( \*)?$/).fill('ngắn');
    await page.getByLabel('Nhập lại mật khẩu mới').fill('ngắn');
    await page.keyboard.press('Enter');
    await page.getByText('Mật khẩu quá ngắn').waitFor();
    await visitor.picture('sign-in-password-too-short');
    expect(await page.getByLabel(/^Mật khẩu mới( \*)?$/).getAttribute('aria-invalid')).toBe('true');
    await visitor.picture('sign-in-password-too-short');
    await page.getByLabel(/^Mật khẩu mới( \*)?$/).fill(NEW_PASSWORD);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByText('Không có trang này').waitFor();
    expect(page.url()).toContain('/app/somewhere/else');
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('sets up a second factor where the role needs one, and shows the recovery codes once', async () => {
    const grant = { role: 'auditor', scope: { kind: 'none', id: null }, expiresAt: null } as const;
    const { username, password } = await people.account(grant);
    const visitor = await arrive({ language: 'en' });
    const { page } = visitor;
    await visitor.go('/');
    await page.getByLabel('User name').fill(username);
    await page.getByLabel(/^Password( \*)?$/).fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByLabel(/^New password( \*)?$/).fill(NEW_PASSWORD);
    await page.getByLabel('New password again').fill(NEW_PASSWORD);
    await page.keyboard.press('Enter');
    const secret = (await page.locator('code').textContent()) ?? '';
    await visitor.picture('sign-in-enrolment');
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('textbox', { name: 'Code' }).fill(totpCode(secret, new Date()));
    await page.keyboard.press('Enter');
    await page.getByText('Keep these recovery codes').waitFor();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: /^Account of/ }).waitFor();
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });

  it('keeps the page and what was typed when the session ends, and signs out', async () => {
    const visitor = await console.visit('system-administrator', { kind: 'none', id: null });
    const { page } = visitor;
    await visitor.go('/');
    await page.getByRole('button', { name: /^Tài khoản/ }).waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await visitor.picture('frame');
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('button', { name: /^Tài khoản/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await page.getByRole('button', { name: /^Account of/ }).click();
    expect(await visitor.violations()).toEqual([]);
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByLabel('User name').waitFor();
    expect((await visitor.context.cookies()).filter(({ name }) => name === 'luutru')).toEqual([]);
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
