import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { addDays, localDate } from '@luutru/calendar';
import { DeskLinkService } from '@luutru/guest-entry';
import { projectRoot } from '@luutru/platform';
import { NORTHBOUND } from '../support/builders';
import { routeInventory } from '../support/route-inventory';
import { createTestApi, type TestApi } from '../support/test-api';

interface Pair {
  readonly key: string;
  readonly value: string;
  readonly disabled?: boolean;
}
interface Entry {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly auth?: { readonly type: string };
    readonly header: readonly Pair[];
    readonly url: { readonly raw: string; readonly query?: readonly Pair[]; readonly variable?: readonly Pair[] };
    readonly body?: { readonly mode: string; readonly raw?: string; readonly urlencoded?: readonly Pair[] };
  };
}
interface Collection {
  readonly event: readonly { readonly listen: string; readonly script: { readonly exec: readonly string[] } }[];
  readonly variable: readonly Pair[];
  readonly item: readonly { readonly name: string; readonly item: readonly Entry[] }[];
}

const {
  item: folders,
  event,
  variable,
} = JSON.parse(readFileSync(join(projectRoot(), 'docs/luutru.postman_collection.json'), 'utf8')) as Collection;

/** Runs requests one after the other as the programs do that import the collection. */
class Runner {
  private readonly values = new Map(variable.map(({ key, value }) => [key, value]));

  constructor(baseUrl: string, now: Date) {
    this.values.set('baseUrl', baseUrl);
    this.script('prerequest', now);
  }

  set(name: string, value: string): void {
    this.values.set(name, value);
  }

  get(name: string): string | undefined {
    return this.values.get(name);
  }

  async send({ request }: Entry): Promise<{ status: number; json: Record<string, unknown> }> {
    const url = new URL(
      this.filled(request.url.raw, new Map(request.url.variable?.map(({ key, value }) => [key, value]))),
    );
    for (const { key, value, disabled } of request.url.query ?? []) if (!disabled) url.searchParams.set(key, value);
    const headers = new Headers(request.header.map(({ key, value }): [string, string] => [key, this.filled(value)]));
    if (!request.auth) headers.set('authorization', this.filled('Bearer {{apiKey}}'));
    const answer = await fetch(url, {
      method: request.method,
      headers,
      ...this.body(request.body),
      redirect: 'manual',
      signal: AbortSignal.timeout(5000),
    });
    const type = answer.headers.get('content-type') ?? '';
    const json = /json/.test(type) ? ((await answer.json()) as Record<string, unknown>) : {};
    if (!/json/.test(type)) await answer.body?.cancel();
    this.script('test', undefined, { code: answer.status, headers: answer.headers, json: () => json });
    return { status: answer.status, json };
  }

  private body(body: Entry['request']['body']): { body?: string | URLSearchParams } {
    if (!body) return {};
    if (body.mode === 'file') return { body: 'Họ tên,Số giấy tờ\nA,1\n' };
    if (body.urlencoded)
      return { body: new URLSearchParams(body.urlencoded.map(({ key, value }): [string, string] => [key, value])) };
    return { body: this.filled(body.raw ?? '') };
  }

  private filled(text: string, inPath = new Map<string, string>()): string {
    return text
      .replace(/(?<=\/):(\w+)/g, (_, name: string) => inPath.get(name) ?? '')
      .replace(
        /\{\{(\$?\w+)\}\}/g,
        (_, name: string) => (name === '$guid' ? randomUUID() : this.values.get(name)) ?? '',
      );
  }

  private script(listen: string, now?: Date, response?: object): void {
    const source = event.find((one) => one.listen === listen)?.script.exec.join('\n') ?? '';
    const collectionVariables = { set: (name: string, value: string) => this.values.set(name, value) };
    const time = class extends Date {
      static override now = () => (now ?? new Date()).getTime();
    };
    runInNewContext(source, { pm: { collectionVariables, response }, Date: time });
  }
}

/** What the reader fills in (a password, an address, a file, the key of a police system), or what requests before this one led to. */
const NOT_OF_THE_REQUEST = [
  '400',
  '401',
  'action-not-allowed',
  'already-in-house',
  'batch-action-not-allowed',
  'batch-not-mendable',
  'field-required',
  'file-header-not-found',
  'id-malformed',
  'not-found',
  'permission-missing',
  'validation-failed',
  'version-conflict',
  'webhook-url-unresolved',
];

describe('the collection of requests', () => {
  const entries = folders.flatMap(({ item }) => item);
  let api: TestApi;
  let runner: Runner;
  let keys: Record<string, string>;
  let declarer = '';
  let answered = 0;
  /** For those who are others: police systems, operations centres, the portal. */
  let ofOthers = 0;

  beforeAll(async () => {
    api = await createTestApi();
    const hotel = await api.build.facility({ rooms: ['203', '305'] });
    const house = await api.build.facility({ kind: 'nha-tro' });
    const hospital = await api.build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
    const operator = await api.build.facility({ kind: 'nha-xe', vehicles: ['43B-012.34'], routes: [NORTHBOUND] });
    const [hotelKey = '', houseKey = '', hospitalKey = '', operatorKey = ''] = await Promise.all(
      [hotel, house, hospital, operator].map((facility) => api.build.apiKey([facility])),
    );
    keys = { hotel: hotelKey, tenant: houseKey, patient: hospitalKey, bus: operatorKey };
    runner = new Runner(await api.url(), api.clock.now());
    const caller = {
      principal: { kind: 'person', id: 'test', grants: [], ownIndexes: [] },
      requestId: 'test',
    } as const;
    const { token } = await api.app.get(DeskLinkService).renew(caller, hotel.facilityId);
    const known = { facility: hotel.code, day: '2026-11-22', deskToken: token };
    for (const [name, value] of Object.entries(known)) runner.set(name, value);
  });
  afterAll(() => api.close());

  it('calls routes that are there', () => {
    const routes = new Set(routeInventory(api.app).map(({ route }) => route));
    const called = entries.map(({ request }) => `${request.method} ${request.url.raw.replace('{{baseUrl}}', '')}`);
    expect(called.length).toBeGreaterThan(70);
    expect(called.filter((route) => !routes.has(route))).toEqual([]);
  });

  it('names days from today on, so that its bodies stay true', () => {
    expect(runner.get('day0')).toBe(localDate(api.clock.now()));
    expect(runner.get('day30')).toBe(addDays(localDate(api.clock.now()), 30));
  });

  it.each(entries.map((entry) => [entry.name, entry] as const))('%s', async (name, entry) => {
    const { raw } = entry.request.url;
    const kind = /"kind": "(\w+)"/.exec(entry.request.body?.raw ?? '')?.[1] ?? '';
    const key =
      /trips/.test(raw) || kind === 'passenger'
        ? 'bus'
        : /patients/.test(raw) || kind === 'relative'
          ? 'patient'
          : kind;
    if (raw.includes('/:stayId')) runner.set('apiKey', declarer);
    else runner.set('apiKey', keys[key] ?? keys.hotel ?? '');
    const { status, json } = await runner.send(entry);
    if (status < 300) {
      answered += 1;
      if (typeof json.secret === 'string' && raw.endsWith('/v1/desk/entries')) runner.set('entrySecret', json.secret);
      if (entry.request.method === 'POST' && raw.endsWith('/v1/stays')) declarer = runner.get('apiKey') ?? '';
    } else {
      if (status === 401 || status === 403) ofOthers += 1;
      const codes = [json.code, ...((json.errors ?? []) as { code: string }[]).map(({ code }) => code)];
      expect([name, status, codes.filter((code) => !NOT_OF_THE_REQUEST.includes(String(code)))]).toEqual([
        name,
        status,
        [],
      ]);
    }
  });

  it('mostly needs nothing filled in', () => {
    expect(answered).toBeGreaterThan(55);
    expect(answered).toBeGreaterThan((entries.length - ofOthers) * 0.7);
  });
});
