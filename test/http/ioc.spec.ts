import { createHash, generateKeyPairSync } from 'node:crypto';
import { openDatabase } from '@luutru/platform';
import { EditionMaking } from '@luutru/statistics';
import { type BuiltFacility, guest, nextPersonalNumber } from '../support/builders';
import { feedWorker, type FeedWorker } from '../support/figure-feed';
import { RawClient, statusOf } from '../support/raw-client';
import { SigningPartner } from '../support/signed-requests';
import { countStatistics } from '../support/statistics';
import { createTestApi, type TestApi } from '../support/test-api';
import { Worlds } from '../support/world';

const UNIT = 'p48';
const SUBSYSTEM = 'VN/GOV/48/luutru';
const CLIENT = 'VN/GOV/48/IOC';
const R1 = `/r1/${SUBSYSTEM}/ioc`;

interface Change {
  readonly number: number;
  readonly kind: string;
  readonly subject: string;
  readonly figures?: Record<string, number | null>;
}
interface Page {
  readonly changes: Change[];
  readonly next: string | null;
  readonly more: boolean;
}

/**
 * The request hash of docs/ioc-feed.md, of the bytes on the wire: the request line without the version of HTTP, then the `x-road-*`
 * headers with their names in lower case, in the order of these, each line ended by CRLF.
 */
function hashOfSent(bytes: Buffer): string {
  const [requestLine = '', ...fields] = bytes.subarray(0, bytes.indexOf('\r\n\r\n')).toString('latin1').split('\r\n');
  const own = new Map(
    fields
      .map((field) => /^([^:]+):[ \t]*(.*?)[ \t]*$/.exec(field) ?? [])
      .map(([, name = '', value = '']) => [name.toLowerCase(), value] as const)
      .filter(([name]) => name.startsWith('x-road-')),
  );
  const hash = createHash('sha512').update(`${requestLine.replace(/ HTTP\/1\.1$/, '')}\r\n`, 'latin1');
  for (const name of [...own.keys()].sort()) hash.update(`${name}:${own.get(name)}\r\n`, 'latin1');
  return hash.digest('base64');
}

describe('figures for an operations centre', () => {
  let api: TestApi;
  let worlds: Worlds;
  let worker: FeedWorker;
  let centre: SigningPartner;
  let hotel: BuiltFacility;
  let key: string;
  beforeAll(async () => {
    api = await createTestApi({ xroadSubsystem: SUBSYSTEM });
    worlds = new Worlds(api);
    worker = await feedWorker(api, {});
    hotel = await built('w20410');
    key = await api.build.apiKey([hotel]);
    centre = new SigningPartner(api.clock, () => api.url());
    centre.key = await worlds.newPartnerKey(UNIT, centre.publicKey, 'figures', [CLIENT]);
    await declare(12);
    await declare(14, '2026-10-10T14:00');
    await declare(6, '2026-10-12T14:00', await api.build.apiKey([await built('w20413')]));
  });
  afterAll(async () => {
    await worker.close();
    await api.close();
  });

  /** A hotel that was there all the year. */
  async function built(wardId: string): Promise<BuiltFacility> {
    const facility = await api.build.facility({ wardId, rooms: ['101', '102', '103'] });
    await api.build.rows(`UPDATE facility SET created_at = '2026-01-01+07' WHERE facility_id = $1`, [
      facility.facilityId,
    ]);
    return facility;
  }

  async function declare(people: number, arrivedAt = '2026-11-22T14:00', by = key): Promise<void> {
    for (let person = 0; person < people; person += 1) {
      const document = { type: 1, number: nextPersonalNumber() };
      const expectedDepartureAt = arrivedAt < '2026-11-20' ? `${arrivedAt.slice(0, 8)}28T12:00` : '2026-11-25T12:00';
      const place = { room: '101' };
      const sent = await api.declare(by, guest({ arrivedAt, expectedDepartureAt, place }, { document }));
      expect([sent.status, sent.text]).toEqual([201, sent.text]);
    }
    await countStatistics(api);
    await countStatistics(api);
  }
  const codeOf = ({ status, body }: { status: number; body: unknown }): string =>
    `${status} ${(body as { code?: string } | null)?.code ?? ''}`;
  const changes = async (since: string | null, limit = 500): Promise<Page> => {
    const query = `limit=${limit}${since === null ? '' : `&since=${since}`}`;
    const answer = await centre.send('GET', `/v1/ioc/changes?${query}`);
    expect([answer.status, answer.text]).toEqual([200, answer.text]);
    return answer.body as Page;
  };

  describe('pulled', () => {
    it('are those that leaders may see: days rounded down, months as they were given out once they closed', async () => {
      const now = await centre.send('GET', '/v1/ioc/now');
      const inHouse = (now.body as { figures: Record<string, number> }).figures['in-house'] ?? NaN;
      expect(now.body).toEqual({
        unitId: UNIT,
        figures: { 'in-house': inHouse, 'foreigners-in-house': 0, overdue: 0 },
      });
      // Of 26 in one place and six in another.
      expect([30, 35, 40]).toContain(inHouse);
      const days = await centre.send('GET', '/v1/ioc/days?from=2026-11-21&to=2026-11-23');
      expect((days.body as { days: { day: string; figures: object }[] }).days).toMatchObject([
        { day: '2026-11-21', figures: { arrivals: 0, 'guest-nights': 0 } },
        { day: '2026-11-22', figures: { arrivals: 10, 'guest-nights': 10 } },
        { day: '2026-11-23', figures: { arrivals: 0, 'guest-nights': null } },
      ]);
      const months = await centre.send('GET', '/v1/ioc/months?from=2026-10&to=2026-11');
      expect((months.body as { months: object[] }).months).toMatchObject([
        { month: '2026-10', figures: { arrivals: 20 }, hidden: {}, edition: 1 },
        { month: '2026-11', figures: { arrivals: null }, hidden: { arrivals: 'period-open' }, edition: null },
      ]);
      expect(now.headers.get('luutru-as-of')).toMatch(/^2026-11-23T/);
      const sync = await centre.send('GET', '/v1/ioc/sync');
      expect((sync.body as { topics: object[] }).topics).toContainEqual(
        expect.objectContaining({ topic: 'population', state: 'ok', pending: 32, dead: 0 }),
      );
    });

    it('come ward by ward, a page at a time', async () => {
      const read = async (after: string) =>
        (await centre.send('GET', `/v1/ioc/areas?month=2026-10&limit=1${after}`)).body as {
          areas: { ward: string }[];
          next: string | null;
          digest: string;
        };
      const first = await read('');
      const second = await read(`&after=${first.next}`);
      expect([first, second].map(({ areas }) => areas.map(({ ward }) => ward))).toEqual([['w20410'], ['w20413']]);
      expect(second.next).toBeNull();
      expect(second.digest).toBe(first.digest);
    });

    it('are not sent again to whom they are known, and are once a number changed', async () => {
      const first = await centre.send('GET', '/v1/ioc/days?from=2026-11-01&to=2026-11-23');
      const tag = first.headers.get('etag') ?? '';
      const again = () =>
        centre.send('GET', '/v1/ioc/days?from=2026-11-01&to=2026-11-23', { headers: { 'If-None-Match': tag } });
      const known = await again();
      expect([known.status, known.text, known.headers.get('etag')]).toEqual([304, '', tag]);
      // Later, and two more people, which nobody is told: the figures say the same.
      api.clock.advance(60_000);
      await declare(2);
      expect((await again()).status).toBe(304);
      await declare(1);
      const changed = await again();
      expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false]);
    });

    it('are refused for periods that there are not', async () => {
      const errors = async (path: string): Promise<string[]> => {
        const answer = await centre.send('GET', path);
        const { errors: found = [] } = answer.body as { errors?: { pointer: string; code: string }[] };
        return [String(answer.status), ...found.map(({ pointer, code }) => `${pointer} ${code}`)];
      };
      expect(await errors('/v1/ioc/days')).toEqual(['422', '/from field-required', '/to field-required']);
      expect(await errors('/v1/ioc/days?from=2026-11-02&to=2026-11-01')).toEqual(['422', '/to period-backwards']);
      expect(await errors('/v1/ioc/days?from=2020-11-02&to=2026-11-01')).toEqual(['422', '/to period-too-long']);
      expect(await errors('/v1/ioc/months?from=2026-13&to=2026-11')).toEqual(['422', '/from month-malformed']);
      expect(await errors('/v1/ioc/now?ward=w20410')).toEqual(['422', '/ward field-unknown']);
      expect(await errors('/v1/ioc/changes?since=x')).toEqual(['400']);
    });
  });

  describe('are refused', () => {
    const PATH = '/v1/ioc/days?from=2026-11-21&to=2026-11-23';

    it('unless signed by the key, now, over this very path and query', async () => {
      const now = api.clock.now().getTime();
      const wrong = '401 signature-wrong';
      const attempts = {
        missing: await centre.send('GET', PATH, { signature: {} }),
        foreign: await centre.send('GET', PATH, { signing: { key: generateKeyPairSync('ed25519').privateKey } }),
        other: await centre.send('GET', PATH, { signing: { keyId: 'someone-else' } }),
        expired: await centre.send('GET', PATH, { signing: { created: new Date(now - 300_001) } }),
        early: await centre.send('GET', PATH, { signing: { created: new Date(now + 301_000) } }),
        path: await centre.send('GET', PATH, { signing: { path: PATH.replace('-23', '-22') } }),
        query: await centre.send('GET', PATH, { signing: { fields: ['@method', '@path'] } }),
        nonce: await centre.send('GET', PATH, { signing: { nonce: null } }),
      };
      expect(Object.values(attempts).map(codeOf)).toEqual(['401 signature-missing', ...Array<string>(7).fill(wrong)]);
    });

    it('when a signature is shown again, also by several at once', async () => {
      const signature = await centre.headers('GET', PATH);
      const answers = await Promise.all([1, 2, 3].map(() => centre.send('GET', PATH, { signature })));
      expect(answers.map(codeOf).sort()).toEqual(['200 ', '401 signature-replayed', '401 signature-replayed']);
    });

    it('to every other key, and its own key does nothing else', async () => {
      expect(codeOf(await api.call('get', PATH, key))).toBe('403 permission-missing');
      const police = new SigningPartner(api.clock, () => api.url());
      police.key = await worlds.newPartnerKey(UNIT, police.publicKey);
      expect(codeOf(await police.send('GET', PATH))).toBe('403 permission-missing');
      for (const path of [
        '/v1/statistics/now',
        '/v1/stays',
        '/v1/authority/stays?purpose=thong-ke',
        '/v1/partner-keys',
      ]) {
        expect([path, codeOf(await centre.send('GET', path))]).toEqual([path, '403 permission-missing']);
      }
      const search = { documentNumber: '049190001234', purpose: 'tim-nguoi', caseNumber: 'VV-1', officer: 'CB-1' };
      expect(codeOf(await centre.send('POST', '/v1/partner/police/searches', { body: search }))).toBe(
        '403 permission-missing',
      );
    });

    it('beyond the unit of the key', async () => {
      const ward = new SigningPartner(api.clock, () => api.url());
      ward.key = await worlds.newPartnerKey('w20413', ward.publicKey, 'figures');
      const { areas } = (await ward.send('GET', '/v1/ioc/areas?month=2026-10')).body as { areas: { ward: string }[] };
      expect(areas.map((area) => area.ward)).toEqual(['w20413']);
      expect((await ward.send('GET', '/v1/ioc/changes')).body).toMatchObject({ unitId: 'w20413', changes: [] });
    });

    it('to push into an internal network', async () => {
      for (const url of ['https://10.0.0.1/x', 'http://8.8.8.8/x', 'https://localhost/x', undefined]) {
        const answer = await centre.send('POST', '/v1/ioc/webhooks', { body: { url } });
        expect([url, answer.status]).toEqual([url, 422]);
      }
    });

    it('by the database as well, where the code would ask for another unit', async () => {
      const app = await openDatabase({
        url: api.database.urlFor('luutru_app'),
        poolSize: 1,
        applicationName: 'test',
        entities: [],
      });
      try {
        await worker.publisher.run();
        const seen = (unitId: string) =>
          app.database.transaction({ facilityIds: [] }, async (tx) => {
            await tx.query(`SELECT set_config('app.feed_unit', $1, true)`, [unitId]);
            return tx.query<{ unit: string }[]>('SELECT DISTINCT unit_id AS unit FROM feed_change');
          });
        expect([await seen(UNIT), await seen('')]).toEqual([[{ unit: UNIT }], []]);
        const write = app.database.transaction({ facilityIds: [] }, (tx) => tx.query('DELETE FROM feed_change'));
        await expect(write).rejects.toMatchObject({ code: '42501' });
      } finally {
        await app.close();
      }
    });
  });

  describe('changes', () => {
    it('tell from the start what there is, and then what is new, and nothing twice', async () => {
      await worker.publisher.run();
      const start = await changes(null);
      const kinds = start.changes.map(({ kind, subject }) => `${kind} ${subject}`);
      expect(kinds).toEqual(
        expect.arrayContaining(['now now', 'day 2026-11-22', 'month 2026-10', 'areas 2026-10', 'sync population']),
      );
      expect(start.changes.map(({ number }) => number)).toEqual(start.changes.map((_, index) => index + 1));
      expect(await worker.publisher.run()).toBe(0);
      const quiet = await changes(start.next);
      expect([quiet.changes, quiet.next, quiet.more]).toEqual([[], start.next, false]);
      await declare(5, '2026-10-02T14:00');
      await worker.publisher.run();
      const late = await changes(start.next);
      expect(late.changes.map(({ kind, subject }) => `${kind} ${subject}`)).toContain('day 2026-10-02');
      const day = late.changes.find(({ subject }) => subject === '2026-10-02');
      expect(day?.figures?.arrivals).toBe(5);
      // The month stands as it was given out, until another edition of it is.
      expect(late.changes.filter(({ kind }) => kind === 'month')).toEqual([]);
      api.clock.advance(86_400_000);
      await countStatistics(api);
      await countStatistics(api);
      await new EditionMaking(worker.database, worker.reference, api.clock).run();
      await worker.publisher.run();
      const month = (await changes(late.next)).changes.find(({ kind }) => kind === 'month');
      expect(month).toMatchObject({ subject: '2026-10', edition: 2, figures: { arrivals: 25 } });
    });

    it('are read page by page, and 304 while there is none', async () => {
      const all = await changes(null);
      const numbers: number[] = [];
      let next: string | null = null;
      for (let more = true; more;) {
        const page: Page = await changes(next, 3);
        numbers.push(...page.changes.map(({ number }) => number));
        ({ next, more } = page);
      }
      expect(numbers).toEqual(all.changes.map(({ number }) => number));
      const path = `/v1/ioc/changes?since=${all.next}`;
      const tag = (await centre.send('GET', path)).headers.get('etag') ?? '';
      expect((await centre.send('GET', path, { headers: { 'If-None-Match': tag } })).status).toBe(304);
    });

    it('answer a cursor of a change that is not there with that, not with a part', async () => {
      for (const since of ['1-000000000000', '999999-0123456789ab']) {
        expect(codeOf(await centre.send('GET', `/v1/ioc/changes?since=${since}`))).toBe('409 feed-cursor-unknown');
      }
    });

    it('are neither lost nor doubled while many are appended at once and some are rolled back', async () => {
      const { next: begin } = await changes(null);
      const seen: number[] = [];
      const subjects: string[] = [];
      let cursor = begin;
      let writing = true;
      const reading = (async () => {
        for (let last = false; ;) {
          last = !writing;
          const page = await changes(cursor, 7);
          seen.push(...page.changes.map(({ number }) => number));
          subjects.push(...page.changes.map(({ subject }) => subject));
          cursor = page.next;
          if (last && !page.more) return;
        }
      })();
      const wanted = new Set<string>();
      const write = async (writer: number): Promise<void> => {
        for (let turn = 0; turn < 12; turn += 1) {
          const told = [0, 1].map((part) => ({
            kind: 'sync' as const,
            subject: `w${writer}-${turn}-${part}`,
            content: { state: 'ok' },
          }));
          const fails = (writer + turn) % 3 === 0;
          const done = await worker.database
            .transaction({ facilityIds: [] }, async (tx) => {
              await worker.feed.append(tx, UNIT, told, api.clock.now());
              // Others wait while this transaction is not over.
              await tx.query('SELECT count(*) FROM feed_change');
              if (fails) throw new Error('rolled back');
              return true;
            })
            .catch(() => false);
          if (done) told.forEach(({ subject }) => wanted.add(subject));
        }
      };
      await Promise.all([0, 1, 2, 3, 4].map(write));
      writing = false;
      await reading;
      expect(new Set(subjects)).toEqual(wanted);
      expect(subjects).toHaveLength(wanted.size);
      expect(seen).toEqual(seen.map((_, index) => (seen[0] ?? 0) + index));
    });

    it('wait for the one before them, and leave no gap where it is rolled back', async () => {
      const { next } = await changes(null);
      const append = (subject: string, end: Promise<'commit' | 'rollback'>): Promise<unknown> =>
        worker.database.transaction({ facilityIds: [] }, async (tx) => {
          await worker.feed.append(tx, UNIT, [{ kind: 'sync', subject, content: { state: 'ok' } }], api.clock.now());
          if ((await end) === 'rollback') throw new Error('rolled back');
        });
      let end: (how: 'commit' | 'rollback') => void = () => undefined;
      const first = append('first', new Promise((resolve) => (end = resolve)));
      let held = 0;
      while (held === 0) {
        const [row] = await api.build.rows<{ n: number }>(
          `SELECT count(*)::integer AS n FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
           WHERE c.relname = 'feed_change' AND l.mode = 'RowExclusiveLock' AND l.granted`,
        );
        held = row?.n ?? 0;
      }
      const second = append('second', Promise.resolve('commit'));
      expect((await changes(next)).changes).toEqual([]);
      end('rollback');
      await expect(first).rejects.toThrow('rolled back');
      await second;
      const { changes: told } = await changes(next);
      expect(told.map(({ subject }) => subject)).toEqual(['second']);
      expect(told[0]?.number).toBe(Number(next?.split('-')[0]) + 1);
    });

    it('are told once by several workers', async () => {
      const { next } = await changes(null);
      await declare(10, '2026-10-04T14:00');
      await Promise.all([1, 2, 3].map(() => worker.publisher.run()));
      const told = (await changes(next)).changes.map(({ kind, subject }) => `${kind} ${subject}`);
      expect(told.filter((one) => one === 'day 2026-10-04')).toHaveLength(1);
    });
  });

  describe('in the form of the data exchange', () => {
    const ask = (path: string, headers: Record<string, string> = { 'X-Road-Client': CLIENT }) =>
      centre.send('GET', path, { headers });

    it('are the same, with the headers of the protocol', async () => {
      const own = await centre.send('GET', '/v1/ioc/days?from=2026-11-21&to=2026-11-23');
      const id = 'fa2e18a5-c2cb-4d09-b994-f57727f7c3fb';
      const answer = await ask(`${R1}/days?from=2026-11-21&to=2026-11-23`, {
        'X-Road-Client': CLIENT,
        'X-Road-Id': id,
        'X-Road-Request-Id': 'r-1',
      });
      expect([answer.status, answer.body]).toEqual([200, own.body]);
      const header = (name: string) => answer.headers.get(name);
      expect(['client', 'service', 'id', 'request-id', 'error'].map((name) => header(`x-road-${name}`))).toEqual([
        CLIENT,
        `${SUBSYSTEM}/ioc`,
        id,
        'r-1',
        null,
      ]);
      expect((await ask(`${R1}/now`)).headers.get('x-road-id')).toMatch(/^[0-9a-f-]{36}$/);
      const tag = own.headers.get('etag') ?? '';
      const known = await ask(`${R1}/days?from=2026-11-21&to=2026-11-23`, {
        'X-Road-Client': CLIENT,
        'If-None-Match': tag,
      });
      expect([known.status, known.headers.get('x-road-client')]).toEqual([304, CLIENT]);
    });

    it.each([
      ['with a query', '/days?to=2026-11-23&from=2026-11-21', ['X-Road-Request-Id: r-1', `X-Road-Client: ${CLIENT}`]],
      ['with nothing but a client', '/now', [`x-road-client:${CLIENT}`]],
      [
        'with encoded and empty parameters, names in capitals, letters beyond ASCII, blanks and a hash of its own',
        '/days?from=2026%2D11-21&to=2026-11-23&',
        [
          'X-ROAD-UserId:   EE1234/Nguyễn ',
          'X-Roadside: none',
          'X-Road-Request-Hash: AAAA',
          `X-ROAD-CLIENT: ${CLIENT}`,
          'X-Road-Id: a:b',
        ],
      ],
    ])('hash what was sent, %s', async (_what, path, fields) => {
      const own = Object.entries(await centre.headers('GET', `${R1}${path}`)).map(
        ([name, value]) => `${name}: ${value}`,
      );
      const lines = [
        'Host: luutru',
        `Authorization: Bearer ${centre.key.text}`,
        ...own,
        ...fields,
        'Connection: close',
      ];
      const bytes = Buffer.from(`GET ${R1}${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      const answer = await new RawClient(await api.url()).send(bytes).closed();
      expect([statusOf(answer), answer]).toEqual([200, answer]);
      expect(/^x-road-request-hash: (.*)\r$/im.exec(answer)?.[1]).toBe(hashOfSent(bytes));
    });

    it.each([
      ['without a client', `${R1}/now`, {}, 400, 'Client.BadRequest'],
      ['with a client that is none', `${R1}/now`, { 'X-Road-Client': 'VN/GOV' }, 400, 'Client.BadRequest'],
      ['with an encoded slash', `${R1}/now`, { 'X-Road-Client': 'VN/GOV/48/IO%2FC' }, 400, 'Client.BadRequest'],
      [
        'for somebody else',
        `${R1}/now`,
        { 'X-Road-Client': 'VN/GOV/48/OTHER' },
        500,
        'Server.ServerProxy.AccessDenied',
      ],
      [
        'of another service',
        `/r1/${SUBSYSTEM}/stays/now`,
        { 'X-Road-Client': CLIENT },
        500,
        'Server.ServerProxy.UnknownService',
      ],
      [
        'of another member',
        `/r1/VN/GOV/49/luutru/ioc/now`,
        { 'X-Road-Client': CLIENT },
        500,
        'Server.ServerProxy.UnknownService',
      ],
    ])('%s are refused as a security server would', async (_why, path, headers, status, type) => {
      const answer = await ask(path, headers);
      expect([answer.status, answer.headers.get('x-road-error')]).toEqual([status, type]);
      expect(answer.body).toEqual({
        type,
        message: expect.any(String) as string,
        detail: expect.any(String) as string,
      });
    });

    it('tell what we refuse ourselves as we do, without X-Road-Error', async () => {
      const unknown = await ask(`${R1}/stays`);
      expect([codeOf(unknown), unknown.headers.get('x-road-error')]).toEqual(['404 not-found', null]);
      expect(codeOf(await ask(`${R1}/days?from=x&to=y`))).toBe('422 validation-failed');
      const unsigned = await centre.send('GET', `${R1}/now`, { signature: {}, headers: { 'X-Road-Client': CLIENT } });
      expect([codeOf(unsigned), unsigned.headers.get('x-road-error')]).toEqual(['401 signature-missing', null]);
    });
  });
});
