import { randomBytes, randomUUID } from 'node:crypto';
import { BlindIndex, keySet } from '@luutru/platform';
import { EntrySecret } from './entry-secret';

const key = (id: number): string => `${id}:${randomBytes(32).toString('base64')}`;
const secretsUnder = (...keys: string[]): EntrySecret =>
  new EntrySecret(new BlindIndex(keySet('test keys')('TEST_KEYS', keys.join(','))));
const name = (): { facilityId: string; entryId: string } => ({ facilityId: randomUUID(), entryId: randomUUID() });

describe('the secret of an entry', () => {
  const first = key(1);
  const secrets = secretsUnder(first);

  it('says whose it is, and is the same each time', () => {
    const mine = name();
    expect(secrets.read(secrets.of(mine))).toEqual(mine);
    expect(secrets.of(mine)).toBe(secrets.of({ ...mine }));
  });

  it('is nobody’s when one bit of it is another', () => {
    const bytes = Buffer.from(secrets.of(name()), 'base64url');
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const other = Buffer.from(bytes);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(secrets.read(other.toString('base64url'))).toBeNull();
    }
  });

  it.each([undefined, '', 'x', 'A'.repeat(63), 'A'.repeat(65), '!'.repeat(64)])('is not %j', (text) =>
    expect(secrets.read(text)).toBeNull(),
  );

  it('lives through a change of index keys, and under keys of others it opens nothing', () => {
    const mine = name();
    const secret = secrets.of(mine);
    expect(secretsUnder(key(2), first).read(secret)).toEqual(mine);
    expect(secretsUnder(key(1)).read(secret)).toBeNull();
  });
});
