import { enter, newDeskLink } from '../support/guest-entries';
import { createTestApi, type TestApi } from '../support/test-api';

describe('a flood of guest entries', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await createTestApi({ rateLimits: { perCredential: 1_000, perAddress: 1_000 } });
  });
  afterAll(() => api.close());

  it('from one address is slowed down', async () => {
    const hotel = await api.build.facility();
    const token = await newDeskLink(api, hotel);
    const statuses: number[] = [];
    for (let count = 0; count < 22; count += 1) statuses.push((await enter(api, token)).status);
    expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 201));
    expect(statuses.slice(20)).toEqual([429, 429]);
  });
});
