import type { Browser } from './people';
import { textOfFile } from './opened-file';

/** What was answered, files opened. */
export interface Answered {
  /** `GET /v1/statistics/now?by=ward` */
  readonly asked: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

type Method = Parameters<Browser['send']>[0];

/** Asks, and reads what comes back whatever it is. */
export async function ask(
  browser: Browser,
  method: Method,
  path: string,
  body?: object,
  key?: string,
): Promise<Answered> {
  const answer = await browser.send(method, path, body, key).responseType('blob');
  const bytes = Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.text ?? '');
  const asked = `${method.toUpperCase()} ${path}`;
  const { status, headers } = answer;
  return { asked, status, headers, text: await textOfFile(bytes) };
}
