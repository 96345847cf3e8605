import { eventIdOf, eventKeyOf, judgeHeld, type OurEvent } from './difference';

describe('judgeHeld', () => {
  const theirs = { digest: 'a' };
  const ours: OurEvent = { state: 'done', knownDelivered: true, digest: 'a' };

  it.each<[string, OurEvent | 'purged' | null, string | null]>([
    ['delivered on both sides', ours, null],
    ['finished long ago', 'purged', null],
    ['that we never had', null, 'unknown-here'],
    ['that we set aside', { ...ours, state: 'dead' }, 'unfinished-here'],
    ['that we still mean to send', { ...ours, state: 'pending', knownDelivered: false }, 'unfinished-here'],
    ['of which only the identity is open', { ...ours, state: 'pending' }, null],
    ['with another content', { ...ours, digest: 'b' }, 'differs'],
    ['with another content that we set aside', { ...ours, state: 'dead', digest: 'b' }, 'differs'],
  ])('an event %s', (_what, event, expected) => {
    expect(judgeHeld(theirs, event)).toBe(expected);
  });
});

describe('event ids', () => {
  const key = {
    facilityId: '019ab000-0000-7000-8000-000000000001',
    stayId: '019ab000-0000-7000-8000-000000000002',
    sequence: 12,
  };

  it('are read as they are written', () => {
    expect(eventKeyOf(eventIdOf(key))).toEqual(key);
  });

  it.each([
    '',
    'f1:s1:1',
    `${eventIdOf(key)}x`,
    eventIdOf({ ...key, sequence: 0 }),
    eventIdOf({ ...key, stayId: 'x' }),
  ])('of others are not taken for ours: %s', (eventId) => {
    expect(eventKeyOf(eventId)).toBeNull();
  });
});
