import { guest, nextPersonalNumber } from '../support/builders';
import { createTestApi, type TestApi } from '../support/test-api';

interface Page {
  readonly stays: readonly { stayId: string; arrivedAt: string; person: Record<string, unknown> }[];
  readonly next: string | null;
}

describe('GET /v1/stays', () => {
  let api: TestApi;
  let key: string;
  const ids: string[] = [];

  beforeAll(async () => {
    api = await createTestApi();
    key = await api.build.apiKey([await api.build.facility()]);
    for (const day of ['20', '21', '21', '22', '23', '23', '23']) {
      const answer = await api.declare(key, guest({ arrivedAt: `2026-11-${day}T10:00` }));
      ids.push((answer.body as { stayId: string }).stayId);
    }
  });
  afterAll(() => api.close());

  const list = async (query: string): Promise<Page> => {
    const answer = await api.call('get', `/v1/stays?${query}`, key);
    expect([query, answer.status]).toEqual([query, 200]);
    return answer.body as Page;
  };

  it('pages through everything once, newest arrival first', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (;;) {
      const page = await list(`limit=2${cursor}`);
      seen.push(...page.stays.map((stay) => stay.stayId));
      if (!page.next) break;
      cursor = `&cursor=${page.next}`;
    }
    expect(seen.sort()).toEqual([...ids].sort());
    const days = (await list('limit=200')).stays.map((stay) => stay.arrivedAt);
    expect(days).toEqual([...days].sort().reverse());
  });

  it('filters by day and status', async () => {
    expect((await list('from=2026-11-21&to=2026-11-22')).stays).toHaveLength(3);
    expect((await list('from=2026-11-24')).stays).toHaveLength(0);
    expect((await list('status=pending')).stays).toHaveLength(7);
    expect((await list('status=verified')).stays).toHaveLength(0);
  });

  it('shows masked numbers in lists', async () => {
    const [stay] = (await list('limit=1')).stays;
    expect(stay?.person).toMatchObject({
      fullName: 'Trần Thị Bình',
      documentNumber: expect.stringMatching(/^049\*+\d\d$/) as string,
      phone: null,
    });
  });

  it.each([
    ['limit=0', 'number-out-of-range'],
    ['limit=x', 'type-wrong'],
    ['limit=201', 'number-out-of-range'],
    ['from=2026-02-31', 'date-malformed'],
    ['status=lost', 'value-not-allowed'],
    ['bogus=1', 'field-unknown'],
    ['from=a&from=b', 'date-malformed'],
  ])('refuses %s', async (query, code) => {
    const answer = await api.call('get', `/v1/stays?${query}`, key);
    expect([answer.status, (answer.body as { errors: { code: string }[] }).errors[0]?.code]).toEqual([422, code]);
  });

  it.each([
    'cursor=junk',
    'cursor=MjAyNi0xMS0yM3x4',
    'cursor=OTk5OS05OS05OXwwMTlhYjAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMGJhMDE',
  ])('refuses %s', async (query) => {
    const answer = await api.call('get', `/v1/stays?${query}`, key);
    expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'cursor-invalid']);
  });

  it('records every look before answering it', async () => {
    await api.build.rows(`DELETE FROM audit_entry`);
    await list('limit=3');
    await api.call('get', `/v1/stays/${ids[0]}`, key);
    const entries = await api.build.rows('SELECT action, row_count, subject_id FROM audit_entry ORDER BY action');
    expect(entries).toEqual([
      { action: 'stay.list', row_count: 3, subject_id: null },
      { action: 'stay.read', row_count: 1, subject_id: ids[0] },
    ]);
  });

  it('knows no other id', async () => {
    for (const id of ['019ab000-0000-7000-8000-00000000dead', 'x', '%00', "1' OR '1'='1"]) {
      const answer = await api.call('get', `/v1/stays/${encodeURIComponent(id)}`, key);
      expect([id, answer.status]).toEqual([id, 404]);
    }
  });

  it('finds a stay in any month', async () => {
    const answer = await api.declare(
      key,
      guest(
        { arrivedAt: '2026-10-05T10:00', expectedDepartureAt: '2026-10-06T10:00' },
        { document: { type: 1, number: nextPersonalNumber() } },
      ),
    );
    const { stayId } = answer.body as { stayId: string };
    expect((await api.call('get', `/v1/stays/${stayId}`, key)).body).toMatchObject({
      arrivedAt: '2026-10-05T10:00:00+07:00',
      late: true,
    });
  });
});
