import fc from 'fast-check';
import { freeCallCode } from './call-code';
import { deskTokenHash, newDeskToken } from './desk-token';
import { ENTRY_ACTIONS, ENTRY_LIFE, ENTRY_STATES, stateAt } from './entry-life';

describe('what a guest entered', () => {
  it.each(ENTRY_STATES.flatMap((state) => ENTRY_ACTIONS.map((action) => [state, action] as const)))(
    '%s, %s: only what waits ends, and once',
    (state, action) => {
      const next = ENTRY_LIFE[state][action];
      const ends = { confirm: 'confirmed', refuse: 'refused', withdraw: 'withdrawn', expire: 'expired' } as const;
      expect(next).toBe(state === 'waiting' ? ends[action] : undefined);
    },
  );

  it('has expired from the very moment on, and nothing else changes with time', () => {
    const expiresAt = new Date('2026-11-24T14:56:00Z');
    const before = new Date(expiresAt.getTime() - 1);
    expect(stateAt({ state: 'waiting', expiresAt }, before)).toBe('waiting');
    expect(stateAt({ state: 'waiting', expiresAt }, expiresAt)).toBe('expired');
    for (const state of ['confirmed', 'refused', 'withdrawn', 'expired'] as const)
      expect(stateAt({ state, expiresAt }, expiresAt)).toBe(state);
  });
});

describe('the code that a guest says', () => {
  it('is four digits and nobody else’s, wherever chance begins', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 9_999 }), { maxLength: 200 }),
        fc.nat(9_999),
        (taken, start) => {
          const others = new Set(taken.map((code) => String(code).padStart(4, '0')));
          const code = freeCallCode(others, () => start);
          expect(code).toMatch(/^\d{4}$/);
          expect(others.has(code ?? '')).toBe(false);
        },
      ),
    );
  });

  it('goes round at the end, and is none when all are taken', () => {
    expect(freeCallCode(new Set(['9999']), () => 9_999)).toBe('0000');
    const all = new Set(Array.from({ length: 10_000 }, (_, code) => String(code).padStart(4, '0')));
    expect(freeCallCode(all, () => 0)).toBeNull();
    all.delete('0417');
    expect(freeCallCode(all, () => 5_000)).toBe('0417');
  });
});

describe('the token of a desk', () => {
  it('is known again, stands in an address as it is, and is never the same', () => {
    const tokens = Array.from({ length: 100 }, newDeskToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) {
      expect(encodeURIComponent(token)).toBe(token);
      expect(deskTokenHash(token)).toEqual(deskTokenHash(token));
      expect(deskTokenHash(token)).toHaveLength(32);
    }
  });

  it.each([undefined, '', 'x', 'A'.repeat(23), 'A'.repeat(25), `${'A'.repeat(23)}=`, `${'A'.repeat(23)}\n`])(
    'is not %j',
    (text) => expect(deskTokenHash(text)).toBeNull(),
  );
});
