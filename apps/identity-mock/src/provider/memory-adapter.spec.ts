import { memoryAdapters } from './memory-adapter';

let now: number;
const adapters = () => memoryAdapters(() => now);

beforeEach(() => {
  now = 1_700_000_000_000;
});

describe('memoryAdapters', () => {
  it('keeps an entry for as long as it lives and not longer', async () => {
    const codes = adapters()('AuthorizationCode');
    await codes.upsert('one', { grantId: 'g' }, 60);
    now += 59_999;
    expect(await codes.find('one')).toEqual({ grantId: 'g' });
    now += 1;
    expect(await codes.find('one')).toBeUndefined();
  });

  it('marks what was used, also against copies handed out before', async () => {
    const codes = adapters()('AuthorizationCode');
    const given = { grantId: 'g' };
    await codes.upsert('one', given, 60);
    const before = await codes.find('one');
    await codes.consume('one');
    expect(await codes.find('one')).toEqual({ grantId: 'g', consumed: now / 1000 });
    expect(before).toEqual({ grantId: 'g' });
    expect(given).toEqual({ grantId: 'g' });
  });

  it('revokes everything of a grant and nothing else', async () => {
    const codes = adapters()('AuthorizationCode');
    await codes.upsert('one', { grantId: 'g' }, 60);
    await codes.upsert('two', { grantId: 'h' }, 60);
    await codes.revokeByGrantId('g');
    expect(await codes.find('one')).toBeUndefined();
    expect(await codes.find('two')).toBeDefined();
  });

  it('forgets what was destroyed, and finds by uid', async () => {
    const interactions = adapters()('Interaction');
    await interactions.upsert('one', { uid: 'u' }, 60);
    expect(await interactions.findByUid('u')).toEqual({ uid: 'u' });
    await interactions.destroy('one');
    expect(await interactions.findByUid('u')).toBeUndefined();
  });

  it('lets kinds share ids', async () => {
    const of = adapters();
    await of('AuthorizationCode').upsert('one', { kind: 'code' });
    expect(await of('Grant').find('one')).toBeUndefined();
  });

  it('keeps no sessions', async () => {
    const sessions = adapters()('Session');
    await sessions.upsert('one', { uid: 'u', accountId: 'a' }, 60);
    expect(await sessions.find('one')).toBeUndefined();
    expect(await sessions.findByUid('u')).toBeUndefined();
  });
});
