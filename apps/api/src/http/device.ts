import type { FastifyRequest } from 'fastify';

const BROWSERS = [
  ['Edge', /Edg\//],
  ['Cốc Cốc', /coc_coc/],
  ['Chrome', /Chrome\//],
  ['Firefox', /Firefox\//],
  ['Safari', /Safari\//],
] as const;
const SYSTEMS = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Macintosh/],
  ['Linux', /Linux/],
] as const;

/** Enough of the user agent for a person to recognise their own device in a list. */
export function deviceOf(request: FastifyRequest): string {
  const agent = String(request.headers['user-agent'] ?? '');
  const named = (list: readonly (readonly [string, RegExp])[]): string | undefined =>
    list.find(([, pattern]) => pattern.test(agent))?.[0];
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(' · ') || '?';
}
