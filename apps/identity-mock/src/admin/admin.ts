import type { BehaviourSwitch } from '../behaviour/behaviour-switch';
import { readJson } from '../http/body';
import { Failure } from '../http/failure';
import type { Middleware } from '../http/middleware';
import { sameSecret } from '../http/same-secret';
import type { People } from '../people/people';
import { readPeople } from '../people/person';

const MAX_BODY = 8 * 1024 * 1024;

/** For tests and demonstrations; nothing of this exists in the real world. */
export function admin(people: People, behaviour: BehaviourSwitch, token: string): Middleware {
  return async (ctx, next) => {
    if (!ctx.path.startsWith('/admin/')) return next();
    if (!sameSecret(ctx.get('x-admin-token'), token)) {
      throw new Failure(401, 'ADMIN_TOKEN', 'X-Admin-Token is missing or wrong');
    }
    switch (`${ctx.method} ${ctx.path}`) {
      case 'PUT /admin/people': {
        const given = readPeople(await readJson(ctx.req, MAX_BODY));
        people.put(given);
        ctx.body = { people: given.length };
        return;
      }
      case 'GET /admin/behaviour':
        ctx.body = behaviour.current;
        return;
      case 'PUT /admin/behaviour':
        ctx.body = behaviour.change(await readJson(ctx.req, MAX_BODY));
        return;
      default:
        throw new Failure(404, 'UNKNOWN_OPERATION', 'there is no such operation');
    }
  };
}
