import { createHash } from 'node:crypto';
import type { Context } from '../http/middleware';

/** Text that is HTML already; everything else is escaped by {@link html}. */
export class Html {
  constructor(readonly text: string) {}
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A template whose values are escaped, but for values that are {@link Html} or lists of it. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  const inserted = values.map((value) => {
    if (typeof value === 'string') return value.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
    return value instanceof Html ? value.text : value.map(({ text }) => text).join('');
  });
  return new Html(String.raw({ raw: parts }, ...inserted));
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 26rem; padding: 1rem; }
.stand-in { border: 2px dashed #b45309; border-radius: .5rem; padding: .5rem .75rem; }
.en { opacity: .75; font-size: .875rem; display: block; }
.fault { border-left: .25rem solid #b91c1c; padding-left: .75rem; }
h1 { font-size: 1.375rem; line-height: 1.3; overflow-wrap: anywhere; }
label { display: block; margin-top: 1rem; font-weight: 600; }
input, button { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: .5rem .75rem; font: inherit; margin-top: .25rem; }
button { margin-top: 1rem; font-weight: 600; }`;

/** The hash covers every blank inside the element, so that no formatter may touch it. */
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`);
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

interface Page {
  readonly status: number;
  readonly title: string;
  readonly body: Html;
  /** Where a form of the page may lead besides here: browsers hold redirects after a form against the policy too. */
  readonly formTarget?: string;
}

/** Sends a page that says what the whole service is: a stand-in. */
export function sendPage(ctx: Context, { status, title, body, formTarget = '' }: Page): void {
  ctx.status = status;
  ctx.type = 'html';
  ctx.set({
    'Cache-Control': 'no-store',
    'Content-Security-Policy':
      `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; ` +
      `form-action 'self' ${formTarget}; base-uri 'none'; frame-ancestors 'none'`,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
  });
  ctx.body = html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <p class="stand-in" role="note">
          <strong>Bản mô phỏng</strong> – đây không phải là hệ thống định danh thật. Đừng nhập thông tin thật của bất kỳ
          ai.
          <span class="en" lang="en">Stand-in – this is not the real identity provider. Enter nobody’s real data.</span>
        </p>
        <main>${body}</main>
      </body>
    </html> `.text;
}
