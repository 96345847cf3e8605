import { Failure } from '../http/failure';
import type { Middleware } from '../http/middleware';
import type { BehaviourSwitch } from './behaviour-switch';

export const beDown =
  (behaviour: BehaviourSwitch): Middleware =>
  (_ctx, next) => {
    if (behaviour.current.down) throw new Failure(503, 'DOWN', 'the service is down');
    return next();
  };
