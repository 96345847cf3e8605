/** One line to the person at the terminal, Vietnamese first. */
export function say(vi: string, en: string): void {
  process.stdout.write(`${vi} · ${en}\n`);
}

/** What went wrong and what to do, to the error output. */
export function complain(vi: string, en: string, details = ''): void {
  process.stderr.write(`\n✗ ${vi}\n  ${en}\n${details === '' ? '' : `${indent(details)}\n`}`);
}

export const indent = (lines: string): string => lines.replace(/^/gm, '    ');

/** A failure in both languages: what failed and what to do. `details` are the last lines of whoever failed. */
export class DemoError extends Error {
  constructor(
    readonly vi: string,
    readonly en: string,
    readonly details = '',
  ) {
    super(en);
  }
}
