import fc from 'fast-check';
import { issueApiKey, parseApiKey, sameSecret } from './api-key';

describe('API keys', () => {
  it('are recognised by their secret and by nothing else', () => {
    const [one, other] = [issueApiKey(), issueApiKey()];
    const parsed = parseApiKey(one.text);
    expect(parsed?.id).toBe(one.id);
    expect(parsed && sameSecret(parsed.secretHash, one.secretHash)).toBe(true);
    expect(parsed && sameSecret(parsed.secretHash, other.secretHash)).toBe(false);
    expect(one.secretHash.toString('base64url')).not.toContain(one.text.slice(-43));
  });

  it('are never read from other text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(parseApiKey(`lt_${text}`)).toBeNull()));
  });
});
