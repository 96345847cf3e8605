import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What stands for an answer: the same as long as what it says is the same, whatever moment it was worked out at. */
export const weakTag = (said: string): string =>
  `W/"${createHash('sha256').update(said).digest('base64url').slice(0, 27)}"`;

/** True when the client holds the answer already (RFC 9110, 13.1.2: weak comparison). */
export function isKnown({ headers }: Pick<FastifyRequest, 'headers'>, tag: string): boolean {
  const bare = (text: string): string => text.trim().replace(/^W\//, '');
  const given = headers['if-none-match'];
  if (given === undefined) return false;
  return given.trim() === '*' || given.split(',').some((one) => bare(one) === bare(tag));
}

/** Sends an answer with its tag, or 304 and nothing to whom it is known. It may be kept, but not used without asking. */
export async function sendUnlessKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: { readonly body: object; readonly tag: string },
): Promise<void> {
  void reply.header('ETag', answer.tag).header('Cache-Control', 'private, no-cache');
  if (isKnown(request, answer.tag)) await reply.status(304).send();
  else await reply.send(answer.body);
}
