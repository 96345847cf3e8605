import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A mail as it was handed over. */
export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** A mail server that keeps what it is given, or refuses it. */
export class Mailbox {
  mails: Mail[] = [];
  refuse: { readonly code: number; readonly at: 'recipient' | 'data' } | null = null;

  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(this.refusal('recipient')),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refusal = this.refusal('data');
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        if (!refusal)
          this.mails.push({ from, to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString() });
        done(refusal);
      });
    },
  });

  static async open(): Promise<Mailbox> {
    const mailbox = new Mailbox();
    await new Promise<void>((resolve) => mailbox.server.listen(0, '127.0.0.1', resolve));
    return mailbox;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private refusal(at: 'recipient' | 'data'): Error | null {
    if (this.refuse?.at !== at) return null;
    return Object.assign(new Error('no'), { responseCode: this.refuse.code });
  }
}

/** The text part of a mail; nothing where there is none. */
export function textOf(mail: Mail | undefined): string {
  const raw = mail?.raw ?? '';
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1];
  const parts = boundary === undefined ? [raw] : raw.split(`--${boundary}`).slice(1);
  const [head = '', ...rest] = (parts.find((part) => part.includes('text/plain')) ?? '')
    .replace(/^\r\n/, '')
    .split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (head.includes('base64')) return Buffer.from(body, 'base64').toString();
  const hex = (_all: string, digits: string): string => String.fromCharCode(parseInt(digits, 16));
  const plain = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, hex);
  return Buffer.from(plain, 'latin1').toString();
}
