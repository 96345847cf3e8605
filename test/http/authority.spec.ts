import { createTestApi, type TestApi } from '../support/test-api';
import type { Browser } from '../support/people';
import { type World, Worlds } from '../support/world';

describe('smoke', () => {
  let api: TestApi;
  let worlds: Worlds;
  let world: World;
  beforeAll(async () => {
    api = await createTestApi();
    worlds = new Worlds(api);
    world = await worlds.create('w20410');
  });
  afterAll(() => api.close());
  it('answers', async () => {
    for (const role of ['tourism-analyst', 'health-analyst', 'zone-analyst', 'transport-analyst'] as const) {
      const browser: Browser = await worlds.person(world, role);
      for (const r of ['policies', 'stays', 'facilities', 'trips']) for (const f of ['json', 'csv']) {
        const a = await browser.send('get', `/v1/authority/${r}${r === 'policies' ? '' : `?purpose=thong-ke&format=${f}`}`);
        console.log(role, r, a.status, a.text.slice(0, 1500));
      }
    }
  });
});
