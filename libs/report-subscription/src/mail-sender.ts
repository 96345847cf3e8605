import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport, type Transporter } from 'nodemailer';

export interface Mail {
  /** The same for every attempt, so that a mailbox knows a mail that comes twice. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly unsubscribeUrl: string | null;
  readonly attachment: { readonly fileName: string; readonly mediaType: string; readonly body: Buffer } | null;
}

/** What became of a mail: null when it was taken; else a class of failure, and whether trying again can help. */
export type MailFailure = { readonly reason: string; readonly forGood: boolean } | null;

export interface MailSender {
  send(mail: Mail): Promise<MailFailure>;
}

export interface MailOptions {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly smtpUrl?: string;
  /** Instead of a server: mails are left in this folder as files. */
  readonly folder?: string;
  /** A plain address. */
  readonly from: string;
  /** Domains that reports may go to. */
  readonly domains: readonly string[];
  /** The address that links in mails begin with. */
  readonly publicUrl: string;
}

const TIMEOUT_MS = 20_000;

/** Null where nothing is configured that mails could leave by. */
export function mailSender({ smtpUrl, folder, from }: MailOptions): MailSender | null {
  if (smtpUrl !== undefined) return new SmtpSender(smtpUrl, from);
  return folder === undefined ? null : new FolderSender(folder, from);
}

const domainOf = (address: string): string => address.slice(address.indexOf('@') + 1);

/** Every value that goes into a header is ours or a plain address; the library folds and encodes what is left. */
const messageOf = (mail: Mail, from: string) => ({
  from: { name: 'Luutru', address: from },
  to: { name: '', address: mail.to },
  envelope: { from, to: [mail.to] },
  messageId: `<${mail.id}@${domainOf(from)}>`,
  subject: mail.subject,
  text: mail.text,
  headers: {
    'Auto-Submitted': 'auto-generated',
    ...(mail.unsubscribeUrl !== null && {
      'List-Unsubscribe': `<${mail.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  },
  attachments: mail.attachment
    ? [{ filename: mail.attachment.fileName, contentType: mail.attachment.mediaType, content: mail.attachment.body }]
    : [],
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** Over SMTP; encrypted, but to a server on this very machine. */
class SmtpSender implements MailSender {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    const { protocol, hostname, port, username, password } = new URL(url);
    const secure = protocol === 'smtps:';
    const local = ['127.0.0.1', '::1', '[::1]', 'localhost'].includes(hostname);
    this.transport = createTransport({
      host: hostname.replace(/^\[|\]$/g, ''),
      port: port === '' ? (secure ? 465 : 587) : Number(port),
      secure,
      requireTLS: !secure && !local,
      ignoreTLS: local && !secure,
      ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
    });
  }

  async send(mail: Mail): Promise<MailFailure> {
    try {
      await this.transport.sendMail(messageOf(mail, this.from));
      return null;
    } catch (error) {
      const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
      const status = typeof responseCode === 'number' ? responseCode : null;
      // Refused for this receiver: the same mail will be refused again. Anything else may be mended at the server.
      const forGood = status !== null && status >= 500 && code === 'EENVELOPE';
      return { reason: status === null ? `smtp-${reasonOf(code)}` : `smtp-${status}`, forGood };
    }
  }
}

/** A class of failure, never a text of the other side. */
const reasonOf = (code: unknown): string =>
  typeof code === 'string' && /^[A-Z_]{1,30}$/.test(code) ? code.toLowerCase() : 'failed';

/** For development: each mail is a file that any mail program opens. */
class FolderSender implements MailSender {
  private readonly transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {}

  async send(mail: Mail): Promise<MailFailure> {
    const { message } = await this.transport.sendMail(messageOf(mail, this.from));
    await mkdir(this.folder, { recursive: true });
    const path = join(this.folder, `${mail.id}.eml`);
    await writeFile(`${path}.part`, message as Buffer, { mode: 0o600 });
    await rename(`${path}.part`, path);
    return null;
  }
}
