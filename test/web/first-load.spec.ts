import { gzipSync } from 'node:zlib';
import { keepFigures } from './support/figures';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';

/** Of script, for the page of a clerk, in bytes as gzip sends them. */
const MOST_BYTES = 300_000;

describe('what a clerk has to load first', () => {
  let system: ConsoleSystem;
  beforeAll(async () => {
    system = await createConsoleSystem();
  });
  afterAll(() => system.close());

  it.each(['/check-in', '/rooms'])('%s needs less than 300 kB of script', async (path) => {
    const { facilityId } = await system.system.build.facility({ rooms: ['101'] });
    const visitor = await system.visit('facility-clerk', { kind: 'facility', id: facilityId });
    const loaded: Promise<number>[] = [];
    visitor.page.on('response', (response) => {
      // What the service worker keeps for later is not waited for.
      if (!response.url().endsWith('.js') || response.request().serviceWorker()) return;
      loaded.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
    });
    await visitor.go(path);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    const sizes = await Promise.all(loaded);
    expect(sizes.length).toBeGreaterThan(3);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeLessThan(MOST_BYTES);
    if (path === '/check-in') keepFigures({ first_load_kb_gzip: Math.round(total / 1_000) });
    expect(visitor.troubles).toEqual([]);
    await visitor.leave();
  });
});
