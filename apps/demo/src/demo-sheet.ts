import { existsSync, readFileSync } from 'node:fs';

/** What the seed leaves for whoever looks at the demo. */
export interface DemoSheet {
  readonly credentials: readonly {
    readonly label_vi: string;
    readonly label_en: string;
    readonly facility: string;
    readonly apiKey: string;
  }[];
  /** They sign in through the stand-in of the identity provider. */
  readonly people: readonly {
    readonly label_vi: string;
    readonly label_en: string;
    readonly fullName: string;
    readonly personalNumber: string;
  }[];
  /** They sign in with a user name; the password must be changed at the first sign-in. */
  readonly accounts: readonly {
    readonly label_vi: string;
    readonly label_en: string;
    readonly username: string;
    readonly password: string;
  }[];
  /** `${API}` in a command stands for the address of the API. */
  readonly tries: readonly { readonly vi: string; readonly en: string; readonly command: string }[];
}

/** Null when there is none or it cannot be read. */
export function readSheet(file: string): DemoSheet | null {
  if (!existsSync(file)) return null;
  try {
    const sheet = JSON.parse(readFileSync(file, 'utf8')) as Partial<DemoSheet> | null;
    return {
      credentials: sheet?.credentials ?? [],
      people: sheet?.people ?? [],
      accounts: sheet?.accounts ?? [],
      tries: sheet?.tries ?? [],
    };
  } catch {
    return null;
  }
}

/** @param passcode what the stand-in of the identity provider asks everybody for */
export function renderSheet(sheet: DemoSheet, api: string, passcode: string): string {
  const people = sheet.people.map(
    ({ label_vi, label_en, fullName, personalNumber }) =>
      `    ${personalNumber}  ${fullName} — ${label_vi} · ${label_en}`,
  );
  const accounts = sheet.accounts.map(
    ({ label_vi, label_en, username, password }) => `    ${username}  ${password} — ${label_vi} · ${label_en}`,
  );
  const credentials = sheet.credentials.map(
    ({ label_vi, label_en, facility, apiKey }) => `  ${label_vi} · ${label_en}\n    ${facility}\n    ${apiKey}`,
  );
  const tries = sheet.tries.map(
    ({ vi, en, command }, index) =>
      `  ${index + 1}. ${vi}\n     ${en}\n${command.replaceAll('${API}', api).replace(/^/gm, '     ')}`,
  );
  return [
    ...(credentials.length > 0 ? ['Tài khoản dùng thử · Demo credentials', ...credentials, ''] : []),
    ...(people.length > 0
      ? [
          'Đăng nhập bằng định danh giả lập · Sign in through the identity stand-in',
          `  ${api}/app/`,
          `  Mật mã chung · passcode of everybody: ${passcode}`,
          ...people,
          '',
        ]
      : []),
    ...(accounts.length > 0
      ? ['Đăng nhập bằng mật khẩu · Sign in with a password', `  ${api}/app/`, ...accounts, '']
      : []),
    ...(tries.length > 0 ? ['Hãy thử · Things to try', ...tries, ''] : []),
  ].join('\n');
}
