import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppError, LocalizedText } from '@luutru/platform';
import { CONSOLE_PATH } from '../console/serve-console';
import { plainPage } from './plain-page';
import { type ProblemCatalogue, statusOf } from './problem';
import type { OtherForm } from './send-problem';

const TRANSIENT = [429, 503];
/** The catalogue tells programs of their key; a person has no key. */
const SIGN_IN: LocalizedText = {
  vi: 'Bạn chưa đăng nhập, hoặc phiên đăng nhập đã kết thúc. Hãy đăng nhập từ trang chính rồi mở lại liên kết.',
  en: 'You are not signed in, or your session has ended. Sign in from the home page, then follow the link again.',
};

/** Whoever follows a link in a browser reads a page: signing in with the national identity, a receipt, a template. */
const isFollowed = ({ method, headers }: FastifyRequest): boolean =>
  method === 'GET' && (headers.accept ?? '').includes('text/html');

function sendProblemPage(
  catalogue: ProblemCatalogue,
  error: AppError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const { title, detail: told } = catalogue.texts(error.code, error.params);
  const detail = error.code === 'credentials-missing' ? SIGN_IN : told;
  const status = statusOf(error);
  // Of a path that is no route of ours a link could lead elsewhere.
  const mayPass = TRANSIENT.includes(status) && request.routeOptions.url !== undefined;
  const again = `<a class="button" href="${escaped(request.url)}">Thử lại · <span lang="en">Try again</span></a> `;
  const faults = error.issues.map((issue) => {
    const { pointer, message, fix } = catalogue.issue(issue);
    const of = (language: 'vi' | 'en'): string => escaped(`${message[language]} ${fix[language]}`);
    return `<li>${escaped(pointer)}: ${of('vi')} <span lang="en">${of('en')}</span></li>`;
  });
  const page = plainPage(escaped(title.vi), {
    vi: escaped(detail.vi),
    en: `<strong>${escaped(title.en)}.</strong> ${escaped(detail.en)}`,
    rest: `${faults.length > 0 ? `<ul>${faults.join('')}</ul>` : ''}
<p>${mayPass ? again : ''}<a href="${CONSOLE_PATH}">Về trang chính · <span lang="en">Home</span></a></p>
<p><small>Mã tra cứu · Trace ID: ${escaped(request.id)}</small></p>`,
  });
  void reply
    .status(status)
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Cache-Control', 'no-store')
    .header('Referrer-Policy', 'no-referrer')
    .send(page);
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const PROBLEM_PAGE: OtherForm = { speaks: isFollowed, send: sendProblemPage };
