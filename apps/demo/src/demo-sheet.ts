import { existsSync, readFileSync } from 'node:fs';

/** What the seed leaves for whoever looks at the demo. */
export interface DemoSheet {
  readonly credentials: readonly {
    readonly label_vi: string;
    readonly label_en: string;
    readonly facility: string;
    readonly apiKey: string;
  }[];
  /** `${API}` in a command stands for the address of the API. */
  readonly tries: readonly { readonly vi: string; readonly en: string; readonly command: string }[];
}

/** Null when there is none or it cannot be read. */
export function readSheet(file: string): DemoSheet | null {
  if (!existsSync(file)) return null;
  try {
    const sheet = JSON.parse(readFileSync(file, 'utf8')) as Partial<DemoSheet> | null;
    return { credentials: sheet?.credentials ?? [], tries: sheet?.tries ?? [] };
  } catch {
    return null;
  }
}

export function renderSheet(sheet: DemoSheet, api: string): string {
  const credentials = sheet.credentials.map(
    ({ label_vi, label_en, facility, apiKey }) => `  ${label_vi} · ${label_en}\n    ${facility}\n    ${apiKey}`,
  );
  const tries = sheet.tries.map(
    ({ vi, en, command }, index) =>
      `  ${index + 1}. ${vi}\n     ${en}\n${command.replaceAll('${API}', api).replace(/^/gm, '     ')}`,
  );
  return [
    ...(credentials.length > 0 ? ['Tài khoản dùng thử · Demo credentials', ...credentials, ''] : []),
    ...(tries.length > 0 ? ['Hãy thử · Things to try', ...tries, ''] : []),
  ].join('\n');
}
