import ExcelJS from 'exceljs';
import type { Response, Test } from 'supertest';
import { type BuiltFacility, guest, nextPersonalNumber } from '../support/builders';
import { reckon } from '../support/compliance';
import { keptIn } from '../support/legible';
import { sheetsOf } from '../support/opened-file';
import type { Browser } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

const DAY = 86_400_000;
const HERE = 'w20410';
const THERE = 'w20413';

interface Standing {
  readonly facilityId: string;
  readonly wardId: string;
  readonly points: number;
  readonly outside: string[];
  readonly indicators: {
    id: string;
    count: number;
    of: number | null;
    value: number | null;
    explanation: { vi: string };
  }[];
}
interface Note {
  readonly noteId: string;
  readonly version: number;
  readonly text: string;
  readonly fine: { minVnd: number; maxVnd: number; sourceVi: string } | null;
}

describe('how facilities declare', () => {
  let api: TestApi;
  let worlds: Worlds;
  let here: World;
  let there: World;
  let ward: Browser;
  let province: Browser;
  let owner: Browser;
  /** Declares late, thirty times, in the ward there. */
  let sluggish: BuiltFacility;
  beforeAll(async () => {
    api = await createTestApi();
    worlds = new Worlds(api);
    here = await worlds.create(HERE);
    there = await worlds.create(THERE);
    ward = await worlds.person(here, 'ward-police');
    province = await worlds.person(here, 'provincial-police');
    owner = await worlds.person(here, 'facility-owner');
    sluggish = await api.build.facility({ wardId: THERE, name: 'Nhà nghỉ Khai Muộn', kind: 'nha-nghi' });
    const key = await api.build.apiKey([sluggish]);
    for (let at = 0; at < 30; at += 1) {
      const arrivedAt = at < 12 ? '2026-11-20T15:00' : '2026-11-23T15:00';
      const sent = await api.declare(key, guest({ arrivedAt, expectedDepartureAt: '2026-11-24T12:00' }));
      expect(sent.status).toBe(201);
    }
    await reckon(api);
  });
  afterAll(() => api.close());

  const list = async (browser: Browser, query = ''): Promise<{ facilities: Standing[]; next: string | null }> =>
    (await browser.send('get', `/v1/compliance/facilities${query}`)).body as {
      facilities: Standing[];
      next: string | null;
    };
  const idsOf = ({ facilities }: { facilities: Standing[] }): string[] =>
    facilities.map(({ facilityId }) => facilityId);
  const codeOf = async (sent: Test): Promise<[number, string]> => {
    const answer: Response = await sent;
    return [answer.status, (answer.body as { code: string }).code];
  };

  describe('seen by the police', () => {
    it('comes with the worst first, and says what speaks against each in words and numbers', async () => {
      const { facilities } = await list(province);
      expect(facilities).toHaveLength(7);
      const [worst] = facilities;
      expect(worst).toMatchObject({ facilityId: sluggish.facilityId, points: 2, outside: ['late-rate'] });
      expect(worst?.indicators.find(({ id }) => id === 'late-rate')).toMatchObject({
        count: 12,
        of: 30,
        value: 0.4,
        position: 'far',
        points: 2,
        source: 'Luật 118/2025/QH15, Điều 4 khoản 9',
        explanation: { vi: '12 trên 30 (40 %), vượt ngưỡng 5 %', en: '12 of 30 (40 %), over the limit of 5 %' },
      });
      const sums = worst?.indicators.map((one) => (one as unknown as { points: number }).points);
      expect(sums?.reduce((sum, points) => sum + points, 0)).toBe(worst?.points);
    });

    it('ends at the border of the area, in lists, counts, ranks and sheets alike', async () => {
      const own = [here.hotel, here.hospital, here.operator].map(({ facilityId }) => facilityId).sort();
      expect(idsOf(await list(ward)).sort()).toEqual(own);
      expect((await list(ward, `?ward=${THERE}`)).facilities).toEqual([]);
      expect((await list(ward, '?indicator=late-rate')).facilities).toEqual([]);
      const { wards } = (await ward.send('get', '/v1/compliance/wards')).body as { wards: object[] };
      expect(wards).toEqual([expect.objectContaining({ rank: 1, wardId: HERE, facilities: 3, points: 0 })]);
      expect((await ward.send('get', `/v1/compliance/facilities/${sluggish.facilityId}`)).status).toBe(404);
      expect((await ward.send('get', `/v1/compliance/monthly-sheet?month=2026-11&ward=${THERE}`)).status).toBe(404);
      const sheet = (await ward.send('get', '/v1/compliance/monthly-sheet?month=2026-11')).body as {
        lines: { id: string }[];
        total: Record<string, number>;
      };
      expect(sheet.lines.map(({ id }) => id)).toEqual([HERE]);
      expect(sheet.total).toMatchObject({ facilities: 3, declared: 1, late: 0 });
    });

    it('ranks wards by points for each facility', async () => {
      const { wards } = (await province.send('get', '/v1/compliance/wards')).body as { wards: object[] };
      expect(wards).toEqual([
        {
          rank: 1,
          wardId: THERE,
          wardName: 'Phường Hội An Đông',
          facilities: 4,
          silent: 0,
          outside: 1,
          points: 2,
          pointsPerFacility: 0.5,
        },
        {
          rank: 2,
          wardId: HERE,
          wardName: 'Phường Hội An',
          facilities: 3,
          silent: 0,
          outside: 0,
          points: 0,
          pointsPerFacility: 0,
        },
      ]);
    });

    it('is paged without a gap or a repeat, and filtered', async () => {
      const seen: string[] = [];
      for (let next: string | null = null; ;) {
        const page = await list(province, `?limit=2${next === null ? '' : `&cursor=${next}`}`);
        seen.push(...idsOf(page));
        next = page.next;
        if (next === null) break;
      }
      expect(seen).toEqual(idsOf(await list(province)));
      expect(new Set(seen).size).toBe(7);
      expect(idsOf(await list(province, `?ward=${THERE}&kind=nha-nghi&indicator=late-rate`))).toEqual([
        sluggish.facilityId,
      ]);
      expect(idsOf(await list(province, '?kind=khach-san')).sort()).toEqual(
        [here.hotel.facilityId, there.hotel.facilityId].sort(),
      );
      expect(await codeOf(province.send('get', '/v1/compliance/facilities?cursor=x'))).toEqual([400, 'cursor-invalid']);
      expect((await province.send('get', '/v1/compliance/facilities?indicator=x')).status).toBe(422);
    });

    it('tells a facility week by week', async () => {
      const { standing, weeks } = (await province.send('get', `/v1/compliance/facilities/${sluggish.facilityId}`))
        .body as { standing: Standing; weeks: { monday: string; declared: number; late: number }[] };
      expect(standing.points).toBe(2);
      expect(weeks).toHaveLength(12);
      expect(weeks.slice(-2).map(({ monday, declared, late }) => [monday, declared, late])).toEqual([
        ['2026-11-16', 12, 12],
        ['2026-11-23', 18, 0],
      ]);
    });

    it('names nobody', async () => {
      for (const path of [
        'facilities',
        `facilities/${here.hotel.facilityId}`,
        'wards',
        'monthly-sheet?month=2026-11',
      ]) {
        const { text } = await province.send('get', `/v1/compliance/${path}`);
        expect(text).not.toMatch(new RegExp(`Bình|${here.guestNumber}|${here.stayId}`, 'i'));
      }
    });
  });

  describe('the sheet of a month', () => {
    const sheetOf = (query: string) => province.send('get', `/v1/compliance/monthly-sheet?month=2026-11${query}`);

    it('adds up to what the stays say', async () => {
      const { lines, total, until } = (await sheetOf('')).body as {
        lines: { id: string; figures: Record<string, number> }[];
        total: Record<string, number>;
        until: string;
      };
      const [raw] = await api.build.rows<Record<string, number>>(
        `SELECT count(*)::int AS declared, (count(*) FILTER (WHERE late))::int AS late FROM stay WHERE arrived_on >= '2026-11-01'`,
      );
      expect(total).toMatchObject({ ...raw, facilities: 7, stays: raw?.declared });
      expect(until).toBe('2026-11-23');
      for (const [id, sum] of Object.entries(total)) {
        expect([id, lines.reduce((all, { figures }) => all + (figures[id] ?? 0), 0)]).toEqual([id, sum]);
      }
      const one = (await sheetOf(`&ward=${THERE}`)).body as typeof total & { lines: { name: string }[] };
      expect(one.lines.map(({ name }) => name)).toContain('Nhà nghỉ Khai Muộn');
    });

    it('is a workbook whose figures can be added up', async () => {
      const answer = await sheetOf('&format=xlsx').responseType('blob');
      const book = new ExcelJS.Workbook();
      await book.xlsx.load(answer.body as ArrayBuffer);
      const sheet = book.worksheets[0];
      expect(sheet?.getCell('A1').value).toBe('BẢNG SỐ LIỆU CHẤP HÀNH KHAI BÁO LƯU TRÚ');
      const rows = [8, 9, 10].map((row) => sheet?.getRow(row).values as (string | number)[]);
      expect(rows.map((row) => row.slice(1, 6))).toEqual([
        ['Phường Hội An', 3, 1, 1, 0],
        ['Phường Hội An Đông', 4, 31, 31, 12],
        ['Tổng cộng', 7, 32, 32, 12],
      ]);
    });

    it('is a document to print, in the language asked for', async () => {
      const answer = await sheetOf(`&ward=${THERE}&format=pdf&language=en`).responseType('blob');
      expect(answer.headers['content-type']).toBe('application/pdf');
      const [sheet] = await sheetsOf(answer.body as Buffer);
      const text = sheet?.replaceAll(/\s/g, '');
      expect(text).toContain('FIGURESOFDECLARINGSTAYS');
      expect(text).toContain('NhànghỉKhaiMuộn130301200');
      expect(text).toContain('Area:PhườngHộiAnĐông');
      expect(text).toContain('VisitsGuestsnotdeclared');
    });

    it.each(['2026-13', '2026-12', '1999-01', 'x', ''])('is not made of %j', async (month) => {
      expect((await province.send('get', `/v1/compliance/monthly-sheet?month=${month}`)).status).toBe(422);
    });
  });

  describe('a facility', () => {
    it('sees itself as the police does, and nobody else', async () => {
      const own = await owner.send('get', `/v1/facilities/${here.hotel.code}/compliance`);
      const seen = await ward.send('get', `/v1/compliance/facilities/${here.hotel.facilityId}`);
      expect(own.status).toBe(200);
      expect(own.body).toEqual(seen.body);
      for (const { code } of [there.hotel, sluggish]) {
        expect((await owner.send('get', `/v1/facilities/${code}/compliance`)).status).toBe(404);
      }
    });

    it('that went silent is told to the police of its ward, until it declares again', async () => {
      const quiet = await api.build.facility({ wardId: HERE, name: 'Khách sạn Lặng Im', rooms: rooms(30) });
      const key = await api.build.apiKey([quiet]);
      await api.build.rows(`UPDATE facility SET created_at = '2026-11-01' WHERE facility_id = $1`, [quiet.facilityId]);
      await reckon(api);
      const officer = await worlds.person(here, 'ward-police');
      const notices = async (show: string) =>
        (
          (await officer.send('get', `/v1/police/notices?show=${show}`)).body as {
            notices: { noticeId: string; kind: string; facilityName: string; stayId: null; endedAt: string | null }[];
          }
        ).notices.filter(({ kind }) => kind === 'silent-facility');
      const [notice, ...more] = await notices('unseen');
      expect(more).toEqual([]);
      expect(notice).toMatchObject({ facilityName: 'Khách sạn Lặng Im', stayId: null, endedAt: null });
      const { facilities } = await list(officer, '?indicator=silence');
      expect(facilities.map(({ facilityId, points }) => [facilityId, points])).toEqual([[quiet.facilityId, 3]]);
      expect(facilities[0]?.indicators[0]?.explanation.vi).toMatch(
        /^Không khai báo từ 01\/11\/2026 \(22 ngày\); so với số phòng/,
      );
      const elsewhere = await worlds.person(there, 'ward-police');
      expect((await elsewhere.send('post', `/v1/police/notices/${notice?.noticeId}/seen`)).status).toBe(404);
      expect((await api.declare(key, guest())).status).toBe(201);
      await reckon(api);
      expect(await notices('unseen')).toEqual([]);
      expect(await notices('all')).toEqual([
        expect.objectContaining({ noticeId: notice?.noticeId, endedAt: '2026-11-23T21:56:00+07:00' }),
      ]);
      expect((await officer.send('post', `/v1/police/notices/${notice?.noticeId}/seen`)).status).toBe(204);
      await api.build.rows(`UPDATE facility SET status = 'closed' WHERE facility_id = $1`, [quiet.facilityId]);
    });
  });

  describe('a note on a visit', () => {
    const body = (over: object = {}) => ({
      facilityId: here.hotel.facilityId,
      visitedOn: '2026-11-22',
      findings: ['khong-khai-bao'],
      notDeclared: 3,
      text: 'Phòng 203 có ông Nguyễn Văn Kín không được khai báo',
      ...over,
    });
    const write = (over: object = {}, browser = ward) => browser.send('post', '/v1/compliance/notes', body(over));
    const written = async (over: object = {}): Promise<Note> => (await write(over)).body as Note;
    const act = (note: Note, action: string, more: object = {}, browser = ward) =>
      browser.send('post', `/v1/compliance/notes/${note.noteId}/${action}`, { version: note.version, ...more });
    const shown = async (): Promise<(Note & { withdrawn: boolean; answers: object[] })[]> =>
      ((await owner.send('get', `/v1/facilities/${here.hotel.code}/compliance/notes`)).body as { notes: never[] })
        .notes;

    it('shows beside the number of guests what the law gave for it on that day, and decides nothing', async () => {
      const fines = new Map<number, Note['fine']>();
      for (const notDeclared of [1, 3, 4, 8, 9, 40]) fines.set(notDeclared, (await written({ notDeclared })).fine);
      expect([...fines].map(([guests, fine]) => [guests, fine?.minVnd, fine?.maxVnd])).toEqual([
        [1, 2_000_000, 4_000_000],
        [3, 2_000_000, 4_000_000],
        [4, 4_000_000, 8_000_000],
        [8, 4_000_000, 8_000_000],
        [9, 8_000_000, 12_000_000],
        [40, 8_000_000, 12_000_000],
      ]);
      expect(fines.get(3)).toMatchObject({
        sourceVi: 'Nghị định 282/2025/NĐ-CP, Điều 10',
        validFrom: '2025-12-15',
        notice: { en: expect.stringContaining('the system decides nothing') as string },
      });
      expect((await written({ visitedOn: '2025-12-15' })).fine?.minVnd).toBe(2_000_000);
      expect((await written({ visitedOn: '2025-12-14' })).fine).toBeNull();
      expect((await written({ findings: ['khai-muon'], notDeclared: undefined })).fine).toBeNull();
      expect((await written({ findings: ['khai-muon'], notDeclared: 0 })).fine).toBeNull();
    });

    it('says field by field what is wrong with it', async () => {
      const answer = await write({ visitedOn: '2026-11-24', findings: ['bia-dat'], text: ' ' });
      expect(answer.status).toBe(422);
      expect(
        (answer.body as { errors: { pointer: string; code: string }[] }).errors.map(
          ({ pointer, code }) => `${pointer} ${code}`,
        ),
      ).toEqual([
        '/visitedOn visit-in-future',
        '/findings/0 code-unknown',
        '/text field-required',
        '/notDeclared findings-contradict',
      ]);
    });

    it('keeps every version; two officers cannot overwrite one another', async () => {
      const first = await written();
      const change = { ...body({ text: 'Viết lại' }), facilityId: undefined };
      const [a, b] = await Promise.all([act(first, 'revise', change), act(first, 'revise', change, province)]);
      expect([a.status, b.status].sort()).toEqual([200, 409]);
      expect((await act(first, 'withdraw')).body).toMatchObject({ code: 'note-conflict' });
      const { versions } = (await ward.send('get', `/v1/compliance/notes/${first.noteId}`)).body as {
        versions: Note[];
      };
      expect(versions.map(({ version, text }) => [version, text])).toEqual([
        [2, 'Viết lại'],
        [1, 'Phòng 203 có ông Nguyễn Văn Kín không được khai báo'],
      ]);
    });

    it('is hidden from the facility until it is shared; what was shared is answered once for each version', async () => {
      const note = await written({ text: 'Chưa cho xem' });
      const hidden = (await shown()).find(({ noteId }) => noteId === note.noteId);
      expect(hidden).toBeUndefined();
      const path = `/v1/facilities/${here.hotel.code}/compliance/notes/${note.noteId}/answer`;
      expect((await owner.send('post', path, { version: 1, text: 'Đoán mò' })).status).toBe(404);
      const shared = (await act(note, 'share')).body as Note;
      const seen = (await shown()).find(({ noteId }) => noteId === note.noteId);
      expect(seen).toMatchObject({ version: 2, text: 'Chưa cho xem', notDeclared: 3 });
      expect(JSON.stringify(seen)).not.toMatch(/writtenBy|fine|Vnd/);
      expect((await act(shared, 'share')).status).toBe(409);
      expect(await codeOf(owner.send('post', path, { version: 1, text: 'Cũ' }))).toEqual([409, 'note-conflict']);
      expect((await owner.send('post', path, { version: 2, text: 'Đã khắc phục' })).status).toBe(200);
      expect(await codeOf(owner.send('post', path, { version: 2, text: 'Nữa' }))).toEqual([409, 'note-answered']);
      const { versions } = (await ward.send('get', `/v1/compliance/notes/${note.noteId}`)).body as {
        versions: { answers: object[] }[];
      };
      expect(versions[0]?.answers).toEqual([
        { version: 2, text: 'Đã khắc phục', answeredAt: '2026-11-23T21:56:00+07:00' },
      ]);
      await act(shared, 'withdraw');
      const gone = (await shown()).find(({ noteId }) => noteId === note.noteId);
      expect(gone).toMatchObject({ version: 3, withdrawn: true, text: '', notDeclared: null });
      expect((await owner.send('post', path, { version: 3, text: 'Muộn' })).status).toBe(409);
      expect((await act({ ...shared, version: 3 }, 'revise', { ...body(), facilityId: undefined })).status).toBe(409);
    });

    it('belongs to the police of the area', async () => {
      const note = await written();
      const elsewhere = await worlds.person(there, 'ward-police');
      expect((await elsewhere.send('get', `/v1/compliance/notes/${note.noteId}`)).status).toBe(404);
      expect((await act(note, 'share', {}, elsewhere)).status).toBe(404);
      expect((await write({}, elsewhere)).status).toBe(404);
      const { notes } = (await elsewhere.send('get', '/v1/compliance/notes')).body as { notes: object[] };
      expect(notes).toEqual([]);
      expect((await write({ facilityId: there.hotel.facilityId })).status).toBe(404);
      expect((await province.send('get', `/v1/compliance/notes/${note.noteId}`)).status).toBe(200);
    });

    it('lies sealed in the database; writing and reading it is in the audit trail', async () => {
      const note = await written();
      await ward.send('get', `/v1/compliance/notes/${note.noteId}`);
      expect(await keptIn(api.build, 'compliance_note', 'audit_entry')).not.toMatch(/Văn Kín|khắc phục/);
      const entries = await api.build.rows<{ action: string }>(
        'SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY audit_id',
        [note.noteId],
      );
      expect(entries.map(({ action }) => action).sort()).toEqual(['compliance.read-notes', 'compliance.write-note']);
      await expect(
        api.build.sql((client) => client.query(`SET ROLE luutru_app; UPDATE compliance_note SET shared = true`)),
      ).rejects.toThrow('permission denied');
    });

    it('counts in the sheet of its month, unless withdrawn', async () => {
      const visits = async () =>
        (
          (await ward.send('get', '/v1/compliance/monthly-sheet?month=2026-10')).body as {
            total: Record<string, number>;
          }
        ).total;
      const note = await written({ visitedOn: '2026-10-05', notDeclared: 5 });
      expect(await visits()).toMatchObject({ visits: 1, notDeclared: 5 });
      await act(note, 'withdraw');
      expect(await visits()).toMatchObject({ visits: 0, notDeclared: 0 });
    });
  });

  it('is out of date by a minute at most, never wrong: it says up to when changes are in it', async () => {
    const document = { type: 1, number: nextPersonalNumber() };
    api.clock.advance(DAY);
    await api.declare(here.key, {
      ...guest({ arrivedAt: '2026-11-24T10:00' }, { document }),
      facilityId: here.hotel.code,
    });
    const officer = await worlds.person(here, 'ward-police');
    const reckoned = async () =>
      (
        (await officer.send('get', `/v1/compliance/facilities/${here.hotel.facilityId}`)).body as {
          standing: { reckonedAt: string };
        }
      ).standing.reckonedAt;
    expect(await reckoned()).toBe('2026-11-23T21:56:00+07:00');
    await reckon(api);
    expect(await reckoned()).toBe('2026-11-24T21:56:00+07:00');
  });
});

const rooms = (count: number): string[] => Array.from({ length: count }, (_, at) => String(101 + at));
