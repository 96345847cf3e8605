import type { Middleware } from './middleware';

const PATHS = ['/health/live', '/health/ready'];

/** Open to anyone. Tells of the process, not of the service it plays: the switch `down` does not change it. */
export const health: Middleware = async (ctx, next) => {
  if (ctx.method !== 'GET' || !PATHS.includes(ctx.path)) return next();
  ctx.body = { status: 'ok' };
};
