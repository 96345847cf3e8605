import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignInFlow } from '@luutru/national-identity';
import { AppError, CLOCK, type Clock, KeyRing, STANDING_SCOPE, uuidV7 } from '@luutru/platform';
import { PUBLIC_URL } from '../http/session-cookie';

const PATH = '/v1/sign-in/vneid';
const LIFE_MS = 10 * 60_000;

type Kept = SignInFlow & { readonly until: number };

/** Keeps a sign-in under way in the person's browser, sealed, so that only the browser that left can come back. */
@Injectable()
export class FlowCookie {
  private readonly secure: boolean;

  constructor(
    @Inject(PUBLIC_URL) publicUrl: string,
    private readonly keyRing: KeyRing,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.secure = publicUrl.startsWith('https:');
  }

  async write(reply: FastifyReply, flow: SignInFlow): Promise<void> {
    const id = uuidV7(this.clock.now());
    const kept: Kept = { ...flow, until: this.clock.now().getTime() + LIFE_MS };
    const box = await this.keyRing.seal(STANDING_SCOPE, 'sign-in-flow', 'cookie', id, JSON.stringify(kept));
    void reply.setCookie(this.name, `${id}.${box.toString('base64url')}`, {
      ...this.attributes,
      maxAge: LIFE_MS / 1000,
    });
  }

  /** Takes the flow out: a second way back finds nothing. Throws `identity-not-proven`. */
  async take(request: FastifyRequest, reply: FastifyReply): Promise<SignInFlow> {
    void reply.clearCookie(this.name, this.attributes);
    const [id = '', box = ''] = (request.cookies[this.name] ?? '').split('.');
    try {
      const text = await this.keyRing.open('sign-in-flow', 'cookie', id, Buffer.from(box, 'base64url'));
      const { until, ...flow } = JSON.parse(text) as Kept;
      if (until >= this.clock.now().getTime()) return flow;
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'database-unavailable') throw error;
    }
    throw new AppError('identity-not-proven', 'unauthenticated');
  }

  private get name(): string {
    return this.secure ? '__Secure-luutru-vneid' : 'luutru-vneid';
  }

  /** Lax: the way back begins on the provider's site. */
  private get attributes() {
    return { httpOnly: true, sameSite: 'lax', secure: this.secure, path: PATH } as const;
  }
}
