import ExcelJS from 'exceljs';
import { type BuiltFacility, guest, nextPersonalNumber } from '../support/builders';
import { Browser, People, type TestPerson } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';
import { openScreening, type ScreeningDesk, WatchBuilder } from '../support/watch-lists';

const PROVINCE = { kind: 'unit', id: 'p48' } as const;
const WARD = { kind: 'unit', id: 'w20410' } as const;

describe('watch-lists', () => {
  let api: TestApi;
  let desk: ScreeningDesk;
  let watch: WatchBuilder;
  let people: People;
  let hotel: BuiltFacility;
  let key: string;
  let keeper: TestPerson;
  let second: TestPerson;
  let commander: TestPerson;
  let wardKeeper: TestPerson;

  beforeAll(async () => {
    api = await createTestApi();
    people = new People(api.app, api.clock);
    watch = new WatchBuilder(api);
    hotel = await api.build.facility();
    key = await api.build.apiKey([hotel]);
    keeper = await people.signedIn('watch-list-officer', PROVINCE);
    second = await people.signedIn('watch-list-officer', PROVINCE);
    commander = await people.signedIn('police-supervisor', PROVINCE);
    wardKeeper = await people.signedIn('watch-list-officer', WARD);
  });
  beforeEach(async () => {
    api.clock.set('2026-11-23T14:56:00Z');
    await watch.clear();
    desk = await openScreening(api);
  });
  afterEach(() => desk.close());
  afterAll(() => api.close());

  const NEW_LIST = {
    kind: 'truy-na',
    unitId: 'p48',
    nameVi: 'Truy nã toàn tỉnh',
    nameEn: 'Wanted, province',
    legalBasis: 'Điều 231 BLTTHS',
    thresholdPercent: 80,
  };
  const codes = (body: unknown): string[] =>
    (body as { errors: { code: string; pointer: string }[] }).errors.map(({ code, pointer }) => `${code} ${pointer}`);
  const propose = async (path: string, body: object, who = keeper): Promise<string> => {
    const answer = await who.browser.send('post', path, body);
    if (answer.status !== 201) throw new Error(answer.text);
    return (answer.body as { proposalId: string }).proposalId;
  };
  const decide = (proposalId: string, verb: string, who = second, body?: object) =>
    who.browser.send('post', `/v1/watch-list-proposals/${proposalId}/${verb}`, body);
  const approve = async (proposalId: string): Promise<void> => {
    const answer = await decide(proposalId, 'approve');
    if (answer.status !== 204) throw new Error(answer.text);
  };
  const newList = async (change: object = {}): Promise<string> => {
    const answer = await keeper.browser.send('post', '/v1/watch-lists', { ...NEW_LIST, ...change });
    const { proposalId, listId } = answer.body as { proposalId: string; listId: string };
    await approve(proposalId);
    return listId;
  };
  const add = (listId: string, ...entries: object[]): Promise<string> =>
    propose(`/v1/watch-lists/${listId}/entries`, { changes: entries.map((entry) => ({ action: 'add', entry })) });
  const entries = async (listId: string, who = keeper) => {
    const answer = await who.browser.send('get', `/v1/watch-lists/${listId}/entries`);
    const { entries: found } = answer.body as { entries: { entryId: string; entry: { names: string[] } }[] };
    // Ids of one moment have no order.
    return found.sort((a, b) => (String(a.entry.names) < String(b.entry.names) ? -1 : 1));
  };
  const declare = async (fullName = 'Trần Thị Bình', birthDate = '1990-08-15'): Promise<string> => {
    const person = { fullName, birthDate, sex: 'F', document: { type: 1, number: nextPersonalNumber() } };
    const answer = await api.declare(key, { ...guest(), person });
    return (answer.body as { stayId: string }).stayId;
  };
  const alerted = async (): Promise<string[]> =>
    (await api.build.rows<{ id: string }>('SELECT stay_id AS id FROM watch_alert ORDER BY raised_at')).map(
      ({ id }) => id,
    );

  describe('take two people', () => {
    it('a list is proposed by one and put into force by another, and every version is kept', async () => {
      const proposed = await keeper.browser.send('post', '/v1/watch-lists', NEW_LIST);
      const { proposalId, listId } = proposed.body as { proposalId: string; listId: string };
      expect((await keeper.browser.send('get', `/v1/watch-lists/${listId}`)).status).toBe(404);
      const queue = await commander.browser.send('get', '/v1/watch-list-proposals');
      expect(queue.body).toMatchObject({
        proposals: [
          {
            proposalId,
            kind: 'list-create',
            listName: 'Truy nã toàn tỉnh',
            proposedByName: expect.stringContaining('Thử Nghiệm') as string,
            decidedByName: null,
          },
        ],
      });
      const detail = await commander.browser.send('get', `/v1/watch-list-proposals/${proposalId}`);
      expect(detail.body).toMatchObject({
        proposed: { legalBasis: 'Điều 231 BLTTHS', firstDesk: 'ward' },
        present: null,
      });
      expect((await decide(proposalId, 'approve', commander)).status).toBe(204);
      await approve(await propose(`/v1/watch-lists/${listId}/changes`, { thresholdPercent: 90 }));
      const list = await keeper.browser.send('get', `/v1/watch-lists/${listId}`);
      expect(list.body).toMatchObject({
        state: 'active',
        version: 2,
        thresholdPercent: 90,
        versions: [
          {
            version: 1,
            action: 'create',
            proposedBy: keeper.accountId,
            proposedByName: expect.stringContaining('Thử Nghiệm') as string,
            approvedBy: commander.accountId,
            facts: { thresholdPercent: 80 },
          },
          { version: 2, action: 'change', approvedBy: second.accountId, facts: { thresholdPercent: 90 } },
        ],
      });
    });

    it('nobody approves their own: not in another session, not under another grant, not by racing, not in the database', async () => {
      const listId = await newList();
      const proposalId = await add(listId, { names: ['Trần Thị Bình'] });
      expect((await decide(proposalId, 'approve', keeper)).body).toMatchObject({ code: 'watch-own-proposal' });
      expect((await decide(proposalId, 'refuse', keeper, { reason: 'x' })).body).toMatchObject({
        code: 'watch-own-proposal',
      });
      await api.build.rows(
        `INSERT INTO account_grant (grant_id, account_id, role, scope_kind, scope_id, granted_at, granted_by)
         VALUES (gen_random_uuid(), $1, 'police-supervisor', 'unit', 'p48', now(), 'test')`,
        [keeper.accountId],
      );
      const other = await (await again(keeper)).send('post', `/v1/watch-list-proposals/${proposalId}/approve`);
      expect([other.status, (other.body as { code: string }).code]).toEqual([403, 'watch-own-proposal']);
      const race = await Promise.all(
        Array.from({ length: 6 }, (_, at) => decide(proposalId, 'approve', at === 3 ? second : keeper)),
      );
      expect(race.map(({ status }) => status).sort()).toEqual([204, 403, 403, 403, 403, 403]);
      const [row] = await api.build.rows('SELECT decided_by FROM watch_list_proposal WHERE proposal_id = $1', [
        proposalId,
      ]);
      expect(row).toEqual({ decided_by: second.accountId });
      await expect(
        api.build.rows('UPDATE watch_list_proposal SET decided_by = proposed_by WHERE proposal_id = $1', [proposalId]),
      ).rejects.toThrow(/check/);
      await api.build.rows(`DELETE FROM account_grant WHERE account_id = $1 AND role = 'police-supervisor'`, [
        keeper.accountId,
      ]);
    });

    it('and approving needs a fresh confirmation of who one is', async () => {
      const officer = await people.signedIn('watch-list-officer', PROVINCE);
      const proposalId = await add(await newList(), { names: ['Trần Thị Bình'] });
      api.clock.advance(6 * 60_000);
      expect((await decide(proposalId, 'approve', officer)).body).toMatchObject({ code: 'step-up-required' });
    });

    it('a proposal is decided once; refused with a reason that stays, taken back by its proposer only', async () => {
      const listId = await newList();
      const refused = await add(listId, { names: ['Trần Thị Bình'] });
      expect((await decide(refused, 'refuse', second, { reason: 'Thiếu quyết định' })).status).toBe(204);
      expect((await decide(refused, 'approve')).body).toMatchObject({ code: 'watch-proposal-decided' });
      const detail = await second.browser.send('get', `/v1/watch-list-proposals/${refused}`);
      expect(detail.body).toMatchObject({ state: 'refused', reason: 'Thiếu quyết định' });
      const taken = await add(listId, { names: ['Trần Thị Bình'] });
      expect((await decide(taken, 'cancel', second)).status).toBe(404);
      expect((await decide(taken, 'cancel', keeper)).status).toBe(204);
      expect((await decide(taken, 'approve')).status).toBe(409);
      expect(await entries(listId)).toEqual([]);
    });

    it('an approved entry changes by another proposal, which fails whole when the entry has moved on', async () => {
      const listId = await newList();
      await approve(await add(listId, { names: ['Trần Thị Bình'], birthDates: ['1990'] }, { names: ['Lê Văn Hai'] }));
      const [hai, binh] = await entries(listId);
      const change = (names: string[]) => ({
        changes: [
          { action: 'change', entryId: binh?.entryId, version: 1, entry: { names } },
          { action: 'withdraw', entryId: hai?.entryId, version: 1 },
        ],
      });
      const one = await propose(`/v1/watch-lists/${listId}/entries`, change(['Trần Thị Bình', 'Bình Sẹo']));
      const two = await propose(`/v1/watch-lists/${listId}/entries`, change(['Trần Thị Bích']));
      await approve(one);
      expect((await decide(two, 'approve')).body).toMatchObject({ code: 'watch-proposal-outdated' });
      const stale = await second.browser.send('get', `/v1/watch-list-proposals/${two}`);
      expect(stale.body).toMatchObject({
        entries: [
          {
            action: 'change',
            outdated: true,
            present: { names: ['Trần Thị Bình', 'Bình Sẹo'] },
            proposed: { names: ['Trần Thị Bích'] },
          },
          { action: 'withdraw', outdated: true },
        ],
      });
      expect((await entries(listId)).map(({ entry }) => entry.names)).toEqual([['Trần Thị Bình', 'Bình Sẹo']]);
      const entry = await keeper.browser.send('get', `/v1/watch-lists/${listId}/entries/${binh?.entryId}`);
      expect(entry.body).toMatchObject({
        version: 2,
        versions: [
          { version: 1, action: 'add', entry: { names: ['Trần Thị Bình'] } },
          { version: 2, action: 'change', proposedBy: keeper.accountId, approvedBy: second.accountId },
        ],
      });
      const again = await keeper.browser.send('post', `/v1/watch-lists/${listId}/entries`, change(['X Y']));
      expect(codes(again.body)).toEqual([
        'watch-entry-changed /changes/0/version',
        'watch-entry-changed /changes/1/version',
      ]);
    });
  });

  it('of another unit are not there: not to be read, changed or decided on', async () => {
    const listId = await newList();
    const proposalId = await add(listId, { names: ['Trần Thị Bình'] });
    expect((await wardKeeper.browser.send('get', '/v1/watch-lists')).body).toEqual({ lists: [] });
    expect((await wardKeeper.browser.send('get', '/v1/watch-list-proposals')).body).toEqual({ proposals: [] });
    const attempts = [
      await wardKeeper.browser.send('get', `/v1/watch-lists/${listId}`),
      await wardKeeper.browser.send('get', `/v1/watch-lists/${listId}/entries`),
      await wardKeeper.browser.send('post', `/v1/watch-lists/${listId}/changes`, { thresholdPercent: 90 }),
      await wardKeeper.browser.send('post', `/v1/watch-lists/${listId}/entries`, {
        changes: [{ action: 'add', entry: { names: ['Trần Thị Bình'] } }],
      }),
      await wardKeeper.browser.send('get', `/v1/watch-list-proposals/${proposalId}`),
      await decide(proposalId, 'approve', wardKeeper),
    ];
    expect(attempts.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    const beyond = await wardKeeper.browser.send('post', '/v1/watch-lists', { ...NEW_LIST, areaUnitId: 'w20413' });
    expect(codes(beyond.body)).toEqual(['watch-unit-out-of-reach /unitId', 'watch-unit-out-of-reach /areaUnitId']);
    const own = await wardKeeper.browser.send('post', '/v1/watch-lists', { ...NEW_LIST, unitId: 'w20410' });
    expect(own.status).toBe(201);
    expect((await decide((own.body as { proposalId: string }).proposalId, 'approve', second)).status).toBe(204);
  });

  it('are checked: validity, entries and what an action needs', async () => {
    const bad = await keeper.browser.send('post', '/v1/watch-lists', {
      ...NEW_LIST,
      validFrom: '2026-12-01',
      validUntil: '2026-11-30',
    });
    expect(codes(bad.body)).toEqual(['watch-validity-ends-first /validUntil']);
    const listId = await newList();
    const answer = await keeper.browser.send('post', `/v1/watch-lists/${listId}/entries`, {
      changes: [
        { action: 'add', entry: { names: [], birthDates: ['1990-13'] }, validUntil: '2026-11-22' },
        { action: 'change', entryId: '019ab000-0000-7000-8000-000000000001', version: 1, entry: { names: ['Ai Đó'] } },
      ],
    });
    expect(codes(answer.body).sort()).toEqual([
      'watch-birth-date-malformed /changes/0/entry/birthDates/0',
      'watch-entry-unknown /changes/1/entryId',
      'watch-name-missing /changes/0/entry/names',
      'watch-validity-over /changes/0/validUntil',
    ]);
    const missing = await keeper.browser.send('post', `/v1/watch-lists/${listId}/entries`, {
      changes: [{ action: 'withdraw' }],
    });
    expect(codes(missing.body)).toEqual(['field-required /changes/0/entryId', 'field-required /changes/0/version']);
  });

  describe('once changed', () => {
    it('hold for new declarations at once, and for people in house without anybody pressing a button', async () => {
      const before = await declare();
      await desk.screen();
      const listId = await newList();
      await approve(await add(listId, { names: ['Trần Thị Bình'], birthDates: ['1990-08-15'] }));
      const after = await declare();
      await desk.screen();
      expect(await alerted()).toEqual([after]);
      await desk.rescreen();
      expect((await alerted()).sort()).toEqual([before, after].sort());
    });

    it('reach back to people who left in the last days, not further, nor to cancelled stays', async () => {
      const recent = await declare('Phạm Thị Gần Đây');
      const cancelled = await declare('Phạm Thị Gần Đây');
      const longGone = await declare('Phạm Thị Gần Đây');
      const stillHere = await declare('Phạm Thị Gần Đây');
      await api.call('post', `/v1/stays/${recent}/check-out`, key).send({ version: 1 });
      await api.call('post', `/v1/stays/${longGone}/check-out`, key).send({ version: 1 });
      await api.call('post', `/v1/stays/${cancelled}/cancel`, key).send({ version: 1, reason: 'khong-den' });
      for (const [stayId, day] of [
        [longGone, '2026-10-20'],
        [stillHere, '2026-09-01'],
      ]) {
        await api.build.rows('UPDATE name_index SET arrived_on = $2 WHERE stay_id = $1', [stayId, day]);
        await api.build.rows('UPDATE stay SET arrived_on = $2 WHERE stay_id = $1', [stayId, day]);
      }
      const listId = await newList();
      await approve(await add(listId, { names: ['Phạm Thị Gần Đây'], birthDates: ['1990-08-15'] }));
      await desk.rescreen();
      expect((await alerted()).sort()).toEqual([recent, stillHere].sort());
    });

    it('go on being held against stays where a killed worker stopped, by any other, and nothing is doubled', async () => {
      const stays = [];
      for (let n = 0; n < 3; n += 1) stays.push(await declare('Đỗ Thị Lặp Lại'));
      const listId = await newList();
      await approve(await add(listId, { names: ['Đỗ Thị Lặp Lại'], birthDates: ['1990-08-15'] }));
      const dying = desk.another();
      await api.build.rows('ALTER TABLE watch_alert_history RENAME TO hidden');
      await expect(
        (async () => {
          while (await dying.again.run());
        })(),
      ).rejects.toThrow();
      expect(await alerted()).toEqual([]);
      await api.build.rows('ALTER TABLE hidden RENAME TO watch_alert_history');
      const [one, two] = [desk.another(), desk.another()];
      for (let left = true; left;) left = (await Promise.all([one.again.run(), two.again.run()])).some(Boolean);
      expect((await alerted()).sort()).toEqual(stays.sort());
      const [job] = await api.build.rows<{ done: boolean; raised: string }>(
        `SELECT finished_at IS NOT NULL AS done, raised FROM watch_rescreen`,
      );
      expect(job).toEqual({ done: true, raised: '3' });
      expect(await desk.another().again.run()).toBe(false);
    });

    it('begin on their first day for people in house too, and end with the list', async () => {
      const stay = await declare('Bùi Thị Ngày Mai');
      const listId = await newList({ validFrom: '2026-11-24' });
      await approve(await add(listId, { names: ['Bùi Thị Ngày Mai'], birthDates: ['1990-08-15'] }));
      await desk.rescreen();
      expect(await alerted()).toEqual([]);
      api.clock.set('2026-11-24T00:00:00+07:00');
      await desk.rescreen();
      expect(await alerted()).toEqual([stay]);
      api.clock.set('2026-11-23T14:56:00Z');
      await approve(await propose(`/v1/watch-lists/${listId}/withdrawal`, {}));
      await declare('Bùi Thị Ngày Mai');
      api.clock.set('2026-11-24T00:00:00+07:00');
      await desk.screen();
      expect(await alerted()).toEqual([stay]);
    });

    it('have a lower threshold held against people in house', async () => {
      const listId = await newList({ thresholdPercent: 100 });
      await approve(await add(listId, { names: ['Hồ Thị Gần Giống Nhau'], birthDates: ['1990-08-15'] }));
      const stay = await declare('Hồ Thị Gần Giống');
      await desk.screen();
      await desk.rescreen();
      expect(await alerted()).toEqual([]);
      await approve(await propose(`/v1/watch-lists/${listId}/changes`, { thresholdPercent: 60 }));
      await desk.rescreen();
      expect(await alerted()).toContain(stay);
    });
  });

  describe('from files', () => {
    const send = (listId: string, file: Buffer, query = '', who = keeper) =>
      who.browser.send('post', `/v1/watch-lists/${listId}/import${query}`, file);
    const csv = (...lines: string[]): Buffer => Buffer.from(`\ufeff${lines.join('\n')}\n`);
    const HEADER = 'Mã hồ sơ;Họ tên;Tên khác;Ngày sinh;Giới tính;Số giấy tờ;Hiệu lực đến';

    it('show what they would change, then propose it, and somebody else approves', async () => {
      const listId = await newList();
      const file = csv(
        HEADER,
        'A-1;Trần Thị Bình;Bình Sẹo;08/1990;Nữ;049190001234;',
        'A-2;Lê Văn Hai;;1985;Nam;;31/12/2027',
      );
      const preview = await send(listId, file);
      expect(preview.body).toMatchObject({ proposalId: null, rows: 2, added: 2, changed: 0, faulty: 0 });
      expect((preview.body as { sample: object[] }).sample).toEqual([
        { row: 2, action: 'add', name: 'Trần Thị Bình' },
        { row: 3, action: 'add', name: 'Lê Văn Hai' },
      ]);
      const proposed = await send(listId, file, '?mode=propose');
      const { proposalId } = proposed.body as { proposalId: string };
      expect(await entries(listId)).toEqual([]);
      expect((await decide(proposalId, 'approve', keeper)).status).toBe(403);
      await approve(proposalId);
      expect((await entries(listId)).map(({ entry }) => entry)).toMatchObject([
        { names: ['Lê Văn Hai'], birthDates: ['1985'], sex: 'M', reference: 'A-2' },
        { names: ['Trần Thị Bình', 'Bình Sẹo'], birthDates: ['1990-08'], sex: 'F', documentNumbers: ['049190001234'] },
      ]);
      const next = csv(HEADER, 'A-1;Trần Thị Bình;Bình Sẹo;08/1990;Nữ;049190001234;', 'A-3;Võ Thị Ba;;;;;');
      const whole = await send(listId, next, '?complete=true');
      expect(whole.body).toMatchObject({ same: 1, added: 1, changed: 0, withdrawn: 1 });
      expect((await send(listId, file, '?mode=propose')).body).toMatchObject({ code: 'watch-import-changes-nothing' });
      const changed = await send(listId, csv(HEADER, 'A-2;Lê Văn Hai;Hai Lúa;1985;Nam;;31/12/2027'));
      expect(changed.body).toMatchObject({ added: 0, changed: 1, sample: [{ row: 2, action: 'change' }] });
    });

    it('of faulty rows are not taken, and each fault says row, column and what to do', async () => {
      const listId = await newList();
      const file = csv(
        HEADER,
        'A-1;;;08/1990;Nữ;;',
        'A-2;Lê Văn Hai;;32/13/1985;Nam;;',
        'A-2;Lê Văn Ba;;1985;?;;01/01/2020',
        'A-4;Lê Văn Tư;;1985;;;',
      );
      const preview = await send(listId, file);
      const { faults, ...result } = preview.body as { faults: { row: number; column: string; code: string }[] };
      expect(result).toMatchObject({ rows: 4, faulty: 3, added: 1 });
      expect(faults.map(({ row, column, code }) => `${row}${column} ${code}`)).toEqual([
        '2B watch-name-missing',
        '3D watch-birth-date-malformed',
        '4E watch-sex-unknown',
        '4G watch-validity-over',
        '4A watch-reference-twice',
      ]);
      const refused = await send(listId, file, '?mode=propose');
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([400, 'watch-import-faulty']);
      expect(codes(refused.body)).toContain('watch-name-missing /rows/2/names');
    });

    it('may be the filled-in template: a workbook with numbers and dates as Excel makes them', async () => {
      const listId = await newList();
      const template = await keeper.browser
        .send('get', '/v1/watch-lists/entry-template')
        .buffer(true)
        .parse((answer, done) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('end', () => done(null, Buffer.concat(parts)));
        });
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(template.body as ExcelJS.Buffer);
      const sheet = book.worksheets[0];
      if (!sheet) throw new Error('The template has no sheet');
      sheet.getRow(4).values = ['B-1', 'Trần Thị Bình', '', new Date(Date.UTC(1990, 7, 15)), 'Nữ', 'VNM', 'C1234567'];
      sheet.getCell('D4').numFmt = 'dd/mm/yyyy';
      sheet.getRow(5).values = ['B-2', 'Lê Văn Hai', '', 1985];
      const answer = await send(listId, Buffer.from(await book.xlsx.writeBuffer()), '?mode=propose');
      expect(answer.body).toMatchObject({ rows: 2, added: 2, faulty: 0 });
      await approve((answer.body as { proposalId: string }).proposalId);
      expect((await entries(listId)).map(({ entry }) => entry)).toMatchObject([
        { birthDates: ['1985'] },
        { birthDates: ['1990-08-15'], nationality: 'VNM', documentNumbers: ['C1234567'] },
      ]);
    });

    it('that are none are refused by name, and none is read beyond its bounds', async () => {
      const listId = await newList();
      const code = async (file: Buffer): Promise<string> => ((await send(listId, file)).body as { code: string }).code;
      expect(await code(Buffer.from(' '))).toBe('file-empty');
      expect(await code(csv('x;y', '1;2'))).toBe('file-header-not-found');
      expect(await code(csv(HEADER))).toBe('file-without-rows');
      expect(await code(Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 9]))).toBe('file-unknown');
      const many = csv(
        HEADER,
        ...Array.from({ length: 10_001 }, (_, at) => `N-${at};Lê Văn ${at % 2 ? 'An' : 'Ba'};;1985;;;`),
      );
      expect(await code(many)).toBe('watch-import-too-many');
      expect(await code(Buffer.alloc(16 * 1024 * 1024 + 1, 'a,'))).toBe('watch-file-too-large');
    }, 60_000);
  });

  /** The same person in a new session. */
  async function again({ username, password, code }: TestPerson): Promise<Browser> {
    // The code of the half minute in which the second factor was set up is spent.
    api.clock.advance(60_000);
    const browser = new Browser(api.app);
    await browser.step('/v1/sign-in', { username, password });
    const answer = await browser.step('/v1/sign-in/second-factor', { code: code?.() });
    if (answer.status !== 200) throw new Error(answer.text);
    return browser;
  }
});
