import type { FastifyInstance } from 'fastify';

/** Photos of a few guests' papers as base64; they are read over and dropped. */
const WITH_PHOTOS = 20 * 1024 * 1024;
const DECLARING = new Set(['/client-service/kbtt-vn/kbtt-3th', '/client-service/kbtt/kbtt-3th']);
/** Where tokens are asked for by forms. */
export const PORTAL_FORM_ROUTES = new Set([
  '/authorization-service/oauth/token',
  '/authorization-service/oauth/refresh-token',
]);
const WITHOUT_BODY = new Set(['/authorization-service/oauth/refresh-token', '/authorization-service/oauth/revoke']);

/** What the portal's clients send otherwise than ours: nothing under a type, and large bodies for photos. */
export function acceptPortalBodies(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    if (DECLARING.has(route.url)) route.bodyLimit = WITH_PHOTOS;
  });
  // Many clients name a type also where they send nothing, and no parser takes nothing for JSON.
  fastify.addHook('onRequest', async ({ headers, routeOptions }) => {
    const empty = headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
    if (empty && WITHOUT_BODY.has(routeOptions.url ?? '')) delete headers['content-type'];
  });
}
