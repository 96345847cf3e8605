import { isPublicAddress, urlFault } from './address-rules';
import { nextAttempt } from './domain/back-off';
import { signedHeaders } from './domain/signature';

describe('webhooks', () => {
  it('are signed as the specification’s own example is', () => {
    const headers = signedHeaders(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], {
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
    });
    expect(headers).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it.each([
    '127.0.0.1',
    '127.8.9.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:a9fe:a9fe',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'x',
    '',
  ])('never go to %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each(['8.8.8.8', '113.160.1.1', '2405:4800::1', '::ffff:8.8.8.8'])('may go to %s', (address) =>
    expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    ['https://hotel.example/hook', null],
    ['http://hotel.example/hook', 'webhook-url-not-https'],
    ['ftp://hotel.example', 'webhook-url-not-https'],
    ['https://user:pass@hotel.example/', 'webhook-url-credentials'],
    ['https://127.0.0.1/', 'webhook-url-internal'],
    ['https://2130706433/', 'webhook-url-internal'],
    ['https://0x7f.1/', 'webhook-url-internal'],
    ['https://017700000001/', 'webhook-url-internal'],
    ['https://[::1]/', 'webhook-url-internal'],
    ['https://[::ffff:10.0.0.1]/', 'webhook-url-internal'],
    ['https://localhost/', 'webhook-url-internal'],
    ['https://db.internal/', 'webhook-url-internal'],
    ['không phải địa chỉ', 'webhook-url-malformed'],
  ])('%s: %s', (url, fault) => expect(urlFault(url, false)).toBe(fault));

  it('are tried ever more rarely for about a day and a half', () => {
    const now = new Date('2026-11-23T00:00:00Z');
    let at = now;
    let failures = 0;
    for (let next: Date | null = now; next; next = nextAttempt(failures, at, 0.5)) {
      at = next;
      failures += 1;
    }
    expect(failures).toBe(10);
    expect((at.getTime() - now.getTime()) / 3_600_000).toBeGreaterThan(24);
    expect((at.getTime() - now.getTime()) / 3_600_000).toBeLessThan(48);
  });
});
