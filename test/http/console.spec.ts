import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { serveConsole } from '../../apps/api/src/console/serve-console';

const SCRIPT = 'document.title = "Luutru";';

describe('the files of the console', () => {
  let folder: string;
  let server: FastifyInstance;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'luutru-console-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<script nonce="__STYLE_NONCE__" src="/app/assets/a.js"></script>');
    writeFileSync(join(folder, 'assets', 'a.js'), SCRIPT);
    writeFileSync(join(folder, 'assets', 'a.js.br'), brotliCompressSync(SCRIPT));
    writeFileSync(join(folder, 'sw.js'), '');
    writeFileSync(join(folder, 'secret.txt'), 'not listed');
    server = Fastify();
    serveConsole(server, folder);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  const get = (url: string, headers = {}) => server.inject({ method: 'GET', url, headers });

  it('are the same page for every path, each time with a nonce of its own', async () => {
    const pages = [await get('/app/'), await get('/app/check-in'), await get('/app/stays/1/history?x=1')];
    const nonces = pages.map(({ statusCode, headers, body }) => {
      expect([statusCode, headers['content-type'], headers['cache-control']]).toEqual([
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ]);
      const [, nonce = ''] = /nonce="([^"]+)"/.exec(body) ?? [];
      expect(headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
      return nonce;
    });
    expect(new Set(nonces).size).toBe(pages.length);
  });

  it('let no inline script run, and nobody frame them', async () => {
    const policy = String((await get('/app/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; script-src-attr 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    const inline = policy.split('; ').filter((directive) => directive.includes("'unsafe-inline'"));
    expect(inline).toEqual(["style-src-attr 'unsafe-inline'"]);
    expect(policy).not.toContain("'unsafe-eval'");
  });

  it('are sent compressed where that is understood, and kept for ever when their name changes with them', async () => {
    const plain = await get('/app/assets/a.js');
    expect([plain.body, plain.headers['content-encoding']]).toEqual([SCRIPT, undefined]);
    expect(plain.headers['cache-control']).toContain('immutable');
    const small = await get('/app/assets/a.js', { 'accept-encoding': 'gzip, br' });
    expect(small.headers['content-encoding']).toBe('br');
    const again = await get('/app/assets/a.js', { 'if-none-match': String(plain.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get('/app/sw.js')).headers['cache-control']).toBe('no-cache');
  });

  it.each(['/app/assets/b.js', '/app/secret.txt', '/app/..%2f..%2fpackage.json', '/app/assets/..%2findex.html'])(
    'do not hold %s',
    async (path) => {
      const { statusCode, body } = await get(path);
      expect(statusCode).toBe(404);
      expect(body).not.toContain('luutru');
    },
  );

  it('are nothing when the console has not been built', async () => {
    const bare = Fastify();
    serveConsole(bare, join(folder, 'assets'));
    expect((await bare.inject('/app/')).statusCode).toBe(404);
    await bare.close();
  });
});
