import { guest, nextPersonalNumber } from '../support/builders';
import { keptIn } from '../support/legible';
import type { Browser } from '../support/people';
import { IdentityProvider } from '../support/identity-provider';
import { createTestApi, type TestApi } from '../support/test-api';
import { type World, Worlds } from '../support/world';

interface View {
  stays: { stayId: string; facility: { facilityId: string; wardName: string }; trip: { plate: string } | null }[];
  companions: { stayId: string; person: { fullName: string; documentNumber: string }; reasons: { code: string }[] }[];
  map: { wardId: string; wardName: string; stays: number; point: { lat: number; lon: number } | null }[];
  next: string | null;
}

const PURPOSE = { purpose: 'kiem-tra-luu-tru' };

describe('the view of one person', () => {
  let api: TestApi;
  let provider: IdentityProvider;
  let worlds: Worlds;
  let here: World;
  let there: World;
  let ward: Browser;
  let province: Browser;
  beforeAll(async () => {
    provider = await IdentityProvider.start();
    api = await createTestApi({ nationalIdentity: provider.options });
    worlds = new Worlds(api, provider);
    here = await worlds.create('w20410');
    there = await worlds.create('w20413');
    ward = await worlds.person(here, 'ward-police');
    province = await worlds.person(here, 'provincial-police');
  });
  afterAll(async () => {
    await api.close();
    await provider.close();
  });

  const declare = async (world: World, number: string, change: object = {}, person: object = {}): Promise<string> => {
    const body = {
      ...guest({}, { document: { type: 1, number }, ...person }),
      facilityId: world.hotel.code,
      ...change,
    };
    const answer = await api.declare(world.key, body);
    if (answer.status !== 201) throw new Error(answer.text);
    return (answer.body as { stayId: string }).stayId;
  };
  const view = async (by: Browser, body: object): Promise<View> => {
    const answer = await by.send('post', '/v1/police/persons', { ...PURPOSE, ...body });
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body as View;
  };
  const looksAt = async (stayId: string): Promise<{ looker: string; purpose: string }[]> =>
    api.build.rows('SELECT looker, purpose FROM look WHERE stay_id = $1 ORDER BY at', [stayId]);
  const lastAudit = async () => {
    const [entry] = await api.build.rows<{ purpose: string; rowCount: number; detail: Record<string, unknown> }>(
      `SELECT purpose, row_count AS "rowCount", detail FROM audit_entry WHERE action = 'person.view' ORDER BY xact DESC LIMIT 1`,
    );
    return entry;
  };

  it('holds all stays of one document, newest first, wherever in the area, by whichever card', async () => {
    const number = nextPersonalNumber();
    const first = await declare(here, number, {
      arrivedAt: '2026-11-22T10:00',
      expectedDepartureAt: '2026-11-22T18:00',
    });
    const second = await declare(there, number, {}, { document: { type: 8, number } });
    const { stays, map, next } = await view(province, { facilityId: here.hotel.facilityId, stayId: first });
    expect(stays.map(({ stayId }) => stayId)).toEqual([second, first]);
    expect(map.map(({ wardId, stays: count }) => [wardId, count])).toEqual([
      ['w20413', 1],
      ['w20410', 1],
    ]);
    expect([map[0]?.wardName, next]).toEqual(['Phường Hội An Đông', null]);
    expect(map.map(({ point }) => point)).toEqual([
      { lat: 15.8821, lon: 108.361 },
      { lat: 15.8697, lon: 108.33 },
    ]);
    expect((await view(province, { documentNumber: ` ${number} ` })).stays).toHaveLength(2);
  });

  it('leaves out what lies outside the area, from the list and from every count', async () => {
    const number = nextPersonalNumber();
    const mine = await declare(here, number, {
      arrivedAt: '2026-11-22T06:41',
      expectedDepartureAt: '2026-11-22T07:00',
      place: { room: '999' },
    });
    const other = await declare(there, number);
    const seen = await view(ward, { documentNumber: number });
    expect(seen.stays.map(({ stayId }) => stayId)).toEqual([mine]);
    expect(seen.map.map(({ wardId }) => wardId)).toEqual(['w20410']);
    expect(await lastAudit()).toMatchObject({ rowCount: 1, detail: { companions: 0 } });
    expect(await looksAt(other)).toEqual([]);
    const outside = { facilityId: there.hotel.facilityId, stayId: other };
    expect((await ward.send('post', '/v1/police/persons', { ...PURPOSE, ...outside })).status).toBe(404);
    expect(await looksAt(other)).toEqual([]);
  });

  it('is one person of several with the same passport number', async () => {
    const passport = (nationality: string) => ({ nationality, document: { type: 4, number: 'C01X00T47' } });
    const german = await declare(here, '', {}, passport('D'));
    const french = await declare(there, '', {}, passport('FRA'));
    const seen = await view(province, { facilityId: here.hotel.facilityId, stayId: german });
    expect(seen.stays.map(({ stayId }) => stayId)).toEqual([german]);
    const both = await view(province, { documentNumber: 'c01x00t47' });
    expect(both.stays.map(({ stayId }) => stayId).sort()).toEqual([german, french].sort());
    expect((await view(province, { documentNumber: 'C01X00T47', nationality: 'FRA' })).stays).toHaveLength(1);
  });

  it('names companions with reasons, the likeliest first, and lets each of them know', async () => {
    const [number, mate, crowd] = [nextPersonalNumber(), nextPersonalNumber(), nextPersonalNumber()];
    const room = { arrivedAt: '2026-11-23T08:17', place: { room: '771' } };
    const mine = await declare(here, number, room);
    const roommate = await declare(here, mate, { ...room, arrivedAt: '2026-11-23T13:00' }, { fullName: 'Lê Thị Cùng' });
    const arrival = await declare(here, crowd, { ...room, place: { room: '772' } }, { fullName: 'Ngô Văn Phút' });
    await declare(here, nextPersonalNumber(), { ...room, arrivedAt: '2026-11-23T08:18', place: { room: '773' } });
    await declare(there, nextPersonalNumber(), room);

    const { companions } = await view(ward, { facilityId: here.hotel.facilityId, stayId: mine });
    expect(companions.map(({ stayId, reasons }) => [stayId, reasons.map(({ code }) => code)])).toEqual([
      [roommate, ['same-room']],
      [arrival, ['same-minute']],
    ]);
    expect(companions[0]?.person).toMatchObject({
      fullName: 'Lê Thị Cùng',
      documentNumber: expect.stringContaining('*') as string,
    });
    expect(JSON.stringify(companions)).not.toContain(mate);
    for (const stayId of [mine, roommate, arrival]) {
      expect(await looksAt(stayId)).toEqual([{ looker: 'ward-police', purpose: 'kiem-tra-luu-tru' }]);
    }
    expect(await lastAudit()).toMatchObject({ rowCount: 3, purpose: 'kiem-tra-luu-tru', detail: { companions: 2 } });
    const citizen = await worlds.citizen(mate);
    const { looks } = (await citizen.send('get', '/v1/self/looks')).body as { looks: { stayId: string }[] };
    expect(looks).toEqual([expect.objectContaining({ stayId: roommate, looker: 'ward-police' })]);
  });

  it('does not take for a companion who had left before, or never came', async () => {
    const room = { place: { room: '881' } };
    const before = await declare(here, nextPersonalNumber(), {
      ...room,
      arrivedAt: '2026-11-22T09:00',
      expectedDepartureAt: '2026-11-23T07:00',
    });
    const cancelled = await declare(here, nextPersonalNumber(), { ...room, arrivedAt: '2026-11-23T07:20' });
    const sent = await api
      .call('post', `/v1/stays/${cancelled}/cancel`, here.key)
      .send({ version: 1, reason: 'khong-den' });
    expect(sent.status).toBe(200);
    const mine = await declare(here, nextPersonalNumber(), { ...room, arrivedAt: '2026-11-23T07:20' });
    expect((await view(ward, { facilityId: here.hotel.facilityId, stayId: mine })).companions).toEqual([]);
    expect(await looksAt(before)).toEqual([]);
  });

  it('shows the trip of a passenger with its stops, and who travelled along', async () => {
    const passenger = async (seat: string) => {
      const {
        arrivedAt: _arrived,
        expectedDepartureAt: _left,
        reason: _reason,
        ...body
      } = guest({ kind: 'passenger' });
      const place = { tripId: here.tripId, seat, boardingStop: 'DN', alightingStop: 'HN' };
      const answer = await api.declare(here.key, { ...body, facilityId: here.operator.code, place });
      if (answer.status !== 201) throw new Error(answer.text);
      return (answer.body as { stayId: string }).stayId;
    };
    const [one, other] = [await passenger('A1'), await passenger('A2')];
    const seen = await view(ward, { facilityId: here.operator.facilityId, stayId: one });
    expect(seen.stays[0]?.trip).toMatchObject({
      plate: '43B01234',
      stops: [{ code: 'DN' }, { code: 'VINH' }, { code: 'HN' }],
    });
    expect(seen.companions).toEqual([expect.objectContaining({ stayId: other })]);
    expect(seen.companions[0]?.reasons.map(({ code }) => code)).toEqual(['same-trip', 'same-minute']);
  });

  it('comes in pages that each stay is on once', async () => {
    const number = nextPersonalNumber();
    const all: string[] = [];
    for (const hour of ['01', '03', '05', '07', '09']) {
      const times = { arrivedAt: `2026-11-23T${hour}:00`, expectedDepartureAt: `2026-11-23T${hour}:30` };
      all.unshift(await declare(here, number, times));
    }
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: View = await view(ward, { documentNumber: number, limit: 2, ...(cursor !== null && { cursor }) });
      expect(page.stays.length).toBeLessThanOrEqual(2);
      paged.push(...page.stays.map(({ stayId }) => stayId));
      cursor = page.next;
    } while (cursor !== null);
    expect(paged).toEqual(all);
    const broken = await ward.send('post', '/v1/police/persons', {
      ...PURPOSE,
      documentNumber: number,
      cursor: 'AAAA',
    });
    expect((broken.body as { code: string }).code).toBe('cursor-invalid');
  });

  it('is the one stay of somebody without papers', async () => {
    const stayId = await worlds.newNotice(here);
    const { stays } = await view(ward, { facilityId: here.hotel.facilityId, stayId });
    expect(stays.map((stay) => stay.stayId)).toEqual([stayId]);
  });

  it('is refused without a purpose, without the case of one that has a case, and for two questions at once', async () => {
    const about = { facilityId: here.hotel.facilityId, stayId: here.stayId };
    const codes = async (body: object): Promise<string[]> => {
      const answer = await ward.send('post', '/v1/police/persons', body);
      const { errors = [] } = answer.body as { errors?: { pointer: string; code: string }[] };
      return [String(answer.status), ...errors.map(({ pointer, code }) => `${pointer} ${code}`)];
    };
    const before = await looksAt(here.stayId);
    expect(await codes(about)).toEqual(['422', '/purpose field-required']);
    expect(await codes({ ...about, purpose: 'to-mo' })).toEqual(['422', '/purpose code-unknown']);
    expect(await codes({ ...about, purpose: 'dieu-tra' })).toEqual(['422', '/caseNumber field-required']);
    expect(await codes(PURPOSE)).toEqual(['422', '/facilityId field-required', '/stayId field-required']);
    expect(await codes({ ...PURPOSE, ...about, documentNumber: '1' })).toEqual([
      '422',
      '/documentNumber person-asked-both-ways',
    ]);
    expect(await looksAt(here.stayId)).toEqual(before);
  });

  it('keeps a confidential look from the person until its time has come', async () => {
    const number = nextPersonalNumber();
    const stayId = await declare(here, number);
    const body = { documentNumber: number, purpose: 'dieu-tra', caseNumber: 'VA-2026/118' };
    expect((await ward.send('post', '/v1/police/persons', body)).status).toBe(200);
    const citizen = await worlds.citizen(number);
    const { looks } = (await citizen.send('get', '/v1/self/looks')).body as { looks: unknown[] };
    expect(looks).toEqual([]);
    expect(await looksAt(stayId)).toHaveLength(1);
    expect(await lastAudit()).toMatchObject({ detail: { caseNumber: 'VA-2026/118', query: 'document number' } });
  });

  it('counts as a search does: numbers cannot be tried out here either, and supervisors see it', async () => {
    const officer = await worlds.person(here, 'ward-police');
    const ask = (documentNumber: string) => officer.send('post', '/v1/police/persons', { ...PURPOSE, documentNumber });
    const statuses: number[] = [];
    for (let at = 0; at < 61; at += 1) statuses.push((await ask(`04819000${String(1_000 + at)}`)).status);
    expect([statuses.slice(0, 60).every((status) => status === 200), statuses[60]]).toEqual([true, 429]);
    const supervisor = await worlds.person(here, 'police-supervisor');
    const { accountId } = (await officer.send('get', '/v1/session')).body as { accountId: string };
    const notices = await supervisor.send('get', `/v1/police/supervision/notices?officerId=${accountId}`);
    const kinds = (notices.body as { notices: { kind: string }[] }).notices.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['numbers-in-sequence', 'searches-per-hour']));
  });

  it('puts no number into the audit trail', async () => {
    const number = nextPersonalNumber();
    await declare(here, number);
    await view(ward, { documentNumber: number });
    expect(await keptIn(api.build, 'audit_entry')).not.toContain(number);
  });
});
