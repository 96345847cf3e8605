import { appendFileSync, closeSync, existsSync, openSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

const LIMIT_BYTES = 20 * 1024 * 1024;

/** The log of one service in the state folder; emptied at the start of the demo once it has grown too large. */
export function openLog(folder: string, name: string, limitBytes = LIMIT_BYTES): (line: string) => void {
  const file = join(folder, `${name}.log`);
  if (existsSync(file) && statSync(file).size > limitBytes) truncateSync(file);
  closeSync(openSync(file, 'a', 0o600));
  // Written at once, so that nothing is missing after a crash; a full disk must not end the demo.
  return (line) => {
    try {
      appendFileSync(file, `${line}\n`);
    } catch {
      // Nobody to tell: the log itself is what cannot be written.
    }
  };
}
