import { gzipSync } from 'node:zlib';
import { keepFigures } from './support/figures';
import { type ConsoleSystem, createConsoleSystem } from './support/console-system';

/** Of script, for the page of a clerk, in bytes as gzip sends them. */
const MOST_BYTES = 300_000;

/** When the largest thing on the page was painted, and how far things moved by themselves (Largest Contentful Paint, Cumulative Layout Shift). */
const VITALS = `new Promise((resolve) => {
  const seen = { lcp: 0, cls: 0 };
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  watch('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime));
  watch('layout-shift', ({ value, hadRecentInput }) => (seen.cls += hadRecentInput ? 0 : value));
  requestAnimationFrame(() => requestAnimationFrame(() => resolve(seen)));
})`;
const MOST_LCP_MS = 2_000;
/** Of the height of the window times the part that moved; what people notice begins at 0.1 (web.dev/cls). */
const MOST_CLS = 0.02;

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

  it.each(['/check-in', '/rooms', '/stays', '/import'])(
    '%s is there within two seconds, and stays where it is',
    async (path) => {
      const { facilityId } = await system.system.build.facility({ rooms: ['101', '102', '103'] });
      const visitor = await system.visit('facility-clerk', { kind: 'facility', id: facilityId });
      await visitor.go(path);
      await visitor.page.getByRole('heading', { level: 1 }).waitFor();
      await visitor.page.waitForLoadState('networkidle');
      const { lcp, cls } = await visitor.page.evaluate<{ lcp: number; cls: number }>(VITALS);
      keepFigures({ [`lcp_ms ${path}`]: Math.round(lcp), [`cls ${path}`]: Number(cls.toFixed(4)) });
      expect(lcp).toBeGreaterThan(0);
      expect(lcp).toBeLessThan(MOST_LCP_MS);
      expect(cls).toBeLessThan(MOST_CLS);
      await visitor.leave();
    },
  );
});
