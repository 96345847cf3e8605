import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { csrfTokenOf } from '@luutru/access';
import { AppError } from '@luutru/platform';

export const PUBLIC_URL = Symbol('PUBLIC_URL');

const CSRF_HEADER = 'x-csrf-token';
const SAFE_METHODS = new Set(['GET', 'HEAD']);

/** The cookie that holds a session's token, and the defence against requests that other sites make with it. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(@Inject(PUBLIC_URL) publicUrl: string) {
    this.secure = publicUrl.startsWith('https:');
    // A cookie with this prefix cannot be set by a neighbouring host nor over plain HTTP.
    this.name = this.secure ? '__Host-luutru' : 'luutru';
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  /** Lax, because the way back from the identity provider starts on its site; what changes anything needs the CSRF token. */
  write(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' });
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, { httpOnly: true, sameSite: 'lax', secure: this.secure, path: '/' });
  }

  /** Throws `csrf-token-wrong` when a request that changes something was not made by our own page. */
  assertOwnPage(request: FastifyRequest, token: string): void {
    if (SAFE_METHODS.has(request.method)) return;
    const given = Buffer.from(String(request.headers[CSRF_HEADER] ?? ''));
    const wanted = Buffer.from(csrfTokenOf(token));
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted) || isCrossSite(request)) {
      throw new AppError('csrf-token-wrong', 'forbidden');
    }
  }
}

/** What browsers say of where a request comes from; other clients say nothing. */
export function isCrossSite(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}
