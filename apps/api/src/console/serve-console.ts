import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ConsoleFile, readConsole } from './console-files';

/** Where the console lives; everything else of the origin is the API's. */
export const CONSOLE_PATH = '/app/';

const NONCE = '__STYLE_NONCE__';

/**
 * What a page of the console may do (ADR 0035). Scripts come from our own files only; `wasm-unsafe-eval` lets the reader of
 * QR codes be compiled and lets no text become script. Styles that components add carry the nonce; style attributes are
 * where components put sizes and colours, and cannot load or run anything by themselves under the rest of this policy.
 */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "script-src-attr 'none'",
    `style-src 'self' 'nonce-${nonce}'`,
    `style-src-elem 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const PERMISSIONS = 'camera=(self), microphone=(), geolocation=(), payment=(), usb=()';

/** Serves the built console below {@link CONSOLE_PATH}; does nothing when it has not been built. */
export function serveConsole(fastify: FastifyInstance, folder: string): void {
  const files = readConsole(folder);
  const page = files?.get('index.html')?.plain.toString('utf8');
  if (!files || page === undefined) return;
  // A page is a dozen files at once: those cost nothing and are not counted against the visitor.
  const config = { rateLimit: false };
  for (const path of ['/', CONSOLE_PATH.slice(0, -1)]) {
    fastify.get(path, { config }, (_request, reply) => reply.redirect(CONSOLE_PATH, 302));
  }
  fastify.get(`${CONSOLE_PATH}*`, { config }, (request, reply) => {
    const name = (request.params as { '*': string })['*'];
    const file = name === 'index.html' ? undefined : files.get(name);
    if (file) return sendFile(request, reply, file);
    if (/\.[^/]*$/.test(name) && name !== 'index.html') return reply.callNotFound();
    return sendPage(reply, page);
  });
}

/** Whatever its path: which page it is, the console sees itself. */
function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(18).toString('base64');
  return reply
    .header('Content-Type', 'text/html; charset=utf-8')
    .header('Cache-Control', 'no-cache')
    .header('Content-Security-Policy', policy(nonce))
    .header('Permissions-Policy', PERMISSIONS)
    .send(page.replaceAll(NONCE, nonce));
}

function sendFile(request: FastifyRequest, reply: FastifyReply, file: ConsoleFile): FastifyReply {
  void reply
    .header('Content-Type', file.type)
    .header('ETag', file.etag)
    .header('Vary', 'Accept-Encoding')
    .header('Cache-Control', file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  if (request.headers['if-none-match'] === file.etag) return reply.code(304).send();
  const accepted = request.headers['accept-encoding'] ?? '';
  if (file.br && /\bbr\b/.test(accepted)) return reply.header('Content-Encoding', 'br').send(file.br);
  if (file.gzip && /\bgzip\b/.test(accepted)) return reply.header('Content-Encoding', 'gzip').send(file.gzip);
  return reply.send(file.plain);
}
