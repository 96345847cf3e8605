import { isIP } from 'node:net';
import { AppError, type Issue } from '@luutru/platform';

/** Throws `validation-failed` for networks and signature keys that cannot be ones. */
export function assertUsable({
  allowedNetworks = [],
  signatureKey,
}: {
  readonly allowedNetworks?: readonly string[];
  readonly signatureKey?: string;
}): void {
  const issues: Issue[] = allowedNetworks.flatMap((network, at) =>
    isNetwork(network) ? [] : [{ code: 'network-malformed', pointer: `/allowedNetworks/${at}` }],
  );
  if (signatureKey !== undefined && !/^[A-Za-z0-9_-]{43}$/.test(signatureKey)) {
    issues.push({ code: 'signature-key-malformed', pointer: '/signatureKey' });
  }
  if (issues.length > 0) throw new AppError('validation-failed', 'invalid', {}, issues);
}

/** An address with the length of its prefix, and no host bits: what PostgreSQL takes as a network. */
function isNetwork(text: string): boolean {
  const [, address = '', length = ''] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(text) ?? [];
  const family = isIP(address);
  const bits = Number(length);
  if (family === 6) return bits <= 128 && (address.endsWith('::') || bits === 128);
  if (family !== 4 || bits > 32) return false;
  const value = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  return value % 2 ** (32 - bits) === 0;
}
