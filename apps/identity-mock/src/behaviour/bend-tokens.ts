import { isObject } from '../http/body';
import type { Middleware } from '../http/middleware';
import type { SigningKey } from '../provider/signing-key';
import type { BehaviourSwitch } from './behaviour-switch';
import { bentToken } from './bent-token';

/** Spoils ID tokens on their way out, so that the checks of a client can be attacked. */
export function bendTokens(behaviour: BehaviourSwitch, key: SigningKey): Middleware {
  return async (ctx, next) => {
    await next();
    if (ctx.path !== '/token' || !isObject(ctx.body) || typeof ctx.body.id_token !== 'string') return;
    ctx.body = { ...ctx.body, id_token: bentToken(ctx.body.id_token, behaviour.current, key) };
  };
}
