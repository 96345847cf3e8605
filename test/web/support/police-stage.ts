import { type BuiltFacility, guest } from '../../support/builders';
import type { TestApi } from '../../support/test-api';
import { WatchBuilder } from '../../support/watch-lists';
import { type ConsoleSystem, createConsoleSystem } from './console-system';
import { NEW_PASSWORD, totpCode } from '../../support/people';
import { Visitor } from './visitor';

export const WARD = { kind: 'unit', id: 'w20410' } as const;
export const NEXT_WARD = { kind: 'unit', id: 'w20413' } as const;
export const PROVINCE = { kind: 'unit', id: 'p48' } as const;

/** The console with two hotels in two wards, and lists to be put up. */
export interface PoliceStage extends ConsoleSystem {
  readonly hotel: BuiltFacility;
  readonly elsewhere: BuiltFacility;
  readonly watch: WatchBuilder;
  /** Declares somebody who arrives now. */
  declare(where: BuiltFacility, person: object, stay?: object): Promise<string>;
}

export async function createPoliceStage(): Promise<PoliceStage> {
  const console = await createConsoleSystem();
  const { system } = console;
  const hotel = await system.build.facility({ name: 'Khách sạn Sông Hoài', rooms: ['203', '204'] });
  const elsewhere = await system.build.facility({ name: 'Nhà nghỉ Bên Cầu', wardId: NEXT_WARD.id, rooms: ['203'] });
  const key = await system.build.apiKey([hotel, elsewhere]);
  const clock = { now: () => new Date() } as TestApi['clock'];
  return {
    ...console,
    hotel,
    elsewhere,
    watch: new WatchBuilder({ app: system.api, build: system.build, clock }),
    declare: async (where, person, stay = {}) => {
      const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
      const body = { ...guest({}, { ...person }), arrivedAt: undefined, expectedDepartureAt: tomorrow, ...stay };
      const answer = await system.post('/v1/stays', key, { ...body, facilityId: where.code });
      if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
      return String(answer.body.stayId);
    },
  };
}

/** An officer of the ward at the console for the first time: password, second factor, recovery codes, all by keyboard. */
export async function signInFirst(stage: PoliceStage, path: string): Promise<{ visitor: Visitor; accountId: string }> {
  const grant = { role: 'ward-police', scope: WARD, expiresAt: null } as const;
  const { accountId, username, password } = await stage.people.account(grant);
  const visitor = await Visitor.arrive(stage.browser, stage.system.apiUrl);
  const { page } = visitor;
  await visitor.go(path);
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel(/^Mật khẩu( \*)?$/).fill(password);
  await page.keyboard.press('Enter');
  await page.getByLabel(/^Mật khẩu mới( \*)?$/).fill(NEW_PASSWORD);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(NEW_PASSWORD);
  await page.keyboard.press('Enter');
  const secret = (await page.locator('code').textContent()) ?? '';
  await page.getByRole('textbox', { name: 'Mã xác thực' }).fill(totpCode(secret, new Date()));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Tôi đã/ }).press('Enter');
  return { visitor, accountId };
}

/** States what the work is for, as every look at people asks. */
export async function statePurpose(visitor: Visitor, purpose = 'tim-nguoi', caseNumber = 'VV-2026/118'): Promise<void> {
  const { page } = visitor;
  await page.getByLabel('Mục đích').selectOption(purpose);
  await page.getByLabel('Số hồ sơ vụ việc').fill(caseNumber);
  await page.keyboard.press('Enter');
  await page.getByText(`Vụ việc ${caseNumber}`).first().waitFor();
}

/** Nothing of a person is in the address, the title or the browser's storage. */
export async function traces(visitor: Visitor, ...secrets: readonly string[]): Promise<string[]> {
  const kept = await visitor.page.evaluate<string>(
    `[location.href, document.title, { ...localStorage }, { ...sessionStorage }, history.state].map((one) => JSON.stringify(one)).join()`,
  );
  return secrets.filter((secret) => kept.toLowerCase().includes(secret.toLowerCase()));
}

/** What axe finds in the page as it is, in light and in dark. */
export async function violationsOf(visitor: Visitor): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await visitor.page.emulateMedia({ colorScheme });
    const violations = await visitor.violations();
    found.push(...violations.map((violation) => `${colorScheme}: ${violation}`));
  }
  await visitor.page.emulateMedia({ colorScheme: 'light' });
  return found;
}
