import { EntryKeeping, MAX_PER_HOUR, MAX_WAITING } from '@luutru/guest-entry';
import { openDatabase } from '@luutru/platform';
import { type BuiltFacility, guest, nextPersonalNumber } from '../support/builders';
import { enter, entered, entryBody, newDeskLink, self } from '../support/guest-entries';
import { keptIn } from '../support/legible';
import { People } from '../support/people';
import { createTestApi, type TestApi } from '../support/test-api';

const HOUR = 3_600_000;

interface Row {
  readonly state: string;
  readonly content: Buffer | null;
  readonly stayIds: string[] | null;
  readonly consent: string;
}

describe('guest entries', () => {
  let api: TestApi;
  let hotel: BuiltFacility;
  let key: string;
  let token: string;
  let keeping: EntryKeeping;
  let close: () => Promise<void>;
  beforeAll(async () => {
    api = await createTestApi();
    const url = api.database.urlFor('luutru_worker');
    const worker = await openDatabase({ url, poolSize: 2, applicationName: 'test', entities: [] });
    close = () => worker.close();
    keeping = new EntryKeeping(worker.database, api.clock);
  });
  beforeEach(async () => {
    api.clock.set('2026-11-23T14:56:00Z');
    hotel = await api.build.facility({ rooms: ['203'] });
    key = await api.build.apiKey([hotel]);
    token = await newDeskLink(api, hotel);
  });
  afterAll(async () => {
    await close();
    await api.close();
  });

  const own = (secret: string) => api.call('get', '/v1/desk/entry').set('Entry-Secret', secret);
  const withdraw = (secret: string) => api.call('delete', '/v1/desk/entry').set('Entry-Secret', secret);
  const at = (path = '', facility = hotel) => `/v1/facilities/${facility.code}/guest-entries${path}`;
  const open = (entryId: string, by = key) => api.call('post', at(`/${entryId}/open`), by);
  const refuse = (entryId: string, by = key) =>
    api.call('post', at(`/${entryId}/refuse`), by).send({ reason: 'not-here' });
  const confirm = (guestEntryId: string, persons: readonly object[], header = `confirm-${guestEntryId}`, by = key) =>
    api
      .call('post', '/v1/stays/group', by)
      .set('Idempotency-Key', header)
      .send({
        facilityId: hotel.code,
        kind: 'guest',
        arrivedAt: '2026-11-23T21:50',
        expectedDepartureAt: '2026-11-25T12:00',
        reason: 1,
        place: { room: '203' },
        guestEntryId,
        persons: persons.map((person) => ({ person })),
      });
  const row = async (entryId: string): Promise<Row | undefined> => {
    const [found] = await api.build.rows<Row>(
      `SELECT state, content_sealed AS content, stay_ids AS "stayIds", consent_version AS consent FROM guest_entry WHERE entry_id = $1`,
      [entryId],
    );
    return found;
  };
  const stays = async (): Promise<number> => {
    const [found] = await api.build.rows<{ count: number }>(
      'SELECT count(*)::integer AS count FROM stay WHERE facility_id = $1',
      [hotel.facilityId],
    );
    return found?.count ?? 0;
  };
  const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;

  it('the desk of a code tells its name, its ward and what is agreed to, and nothing else', async () => {
    const answer = await api.call('get', '/v1/desk').set('Desk-Token', token);
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body as object).sort()).toEqual(['consent', 'facilityKind', 'facilityName', 'ward']);
    expect(answer.body).toMatchObject({
      facilityName: 'Khách sạn Thử Nghiệm',
      facilityKind: 'khach-san',
      ward: { vi: 'Phường Hội An' },
    });
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('a family enters, the desk sees them, declares, and the guest is told', async () => {
    const family = [self({ fullName: 'Lê Văn An', sex: 'M', document: { type: 4, number: 'B1234567' } }), self()];
    const { secret, callCode, entryId } = await entered(
      api,
      token,
      entryBody({ persons: family.map((person) => ({ person })) }),
    );
    expect(callCode).toMatch(/^\d{4}$/);
    expect((await own(secret)).body).toMatchObject({ state: 'waiting', callCode, people: 2 });

    expect((await api.call('get', at('/count'), key)).body).toMatchObject({ waiting: 1 });
    const list = (await api.call('get', at(), key)).body as unknown;
    expect(list).toMatchObject({ entries: [{ entryId, callCode, people: 2, firstName: 'Lê Văn An', openedAt: null }] });
    const opened = await open(entryId);
    expect(opened.status).toBe(200);
    expect(opened.body).toMatchObject({
      persons: family,
      expectedDepartureAt: '2026-11-25T12:00',
      openedByOtherAt: null,
    });

    const declared = await confirm(entryId, family);
    expect(declared.status).toBe(201);
    const ids = (declared.body as { stays: { stayId: string }[] }).stays.map(({ stayId }) => stayId);
    expect(await row(entryId)).toEqual({ state: 'confirmed', content: null, stayIds: ids, consent: '2026-11' });
    expect(await stays()).toBe(2);
    expect((await own(secret)).body).toMatchObject({ state: 'confirmed' });
    expect((await api.call('get', at(), key)).body).toEqual({ entries: [] });
    const trail = await api.build.rows<{ action: string }>(
      `SELECT action FROM audit_entry WHERE facility_id = $1 AND subject_kind IN ('guest-entry', 'desk-link') ORDER BY audit_id`,
      [hotel.facilityId],
    );
    expect(trail.map(({ action }) => action).sort()).toEqual(
      [
        'desk-link.renew',
        'guest-entry.enter',
        'guest-entry.list',
        'guest-entry.open',
        'guest-entry.confirm',
        'guest-entry.list',
      ].sort(),
    );
  });

  it('a scan is sent as it came, and the list shows the name in it', async () => {
    const qr = `${nextPersonalNumber()}||NGUYỄN THỊ MAI|15081990|Nữ|Phường Minh An, Hội An, Quảng Nam|10052021`;
    const { entryId } = await entered(api, token, entryBody({ persons: [{ person: { qr } }] }));
    const body = (await api.call('get', at(), key)).body as unknown;
    expect(body).toMatchObject({ entries: [{ firstName: 'NGUYỄN THỊ MAI' }] });
    expect((await confirm(entryId, [{ qr }])).status).toBe(201);
  });

  it('faults are told by person and field, with those of consent, in both languages', async () => {
    const persons = [
      { person: self() },
      { person: self({ birthDate: '2030-01-01', phone: 'x', document: { type: 1, number: '12' } }) },
    ];
    const answer = await enter(
      api,
      token,
      entryBody({ persons, consent: { version: '2026-11', given: false }, expectedDepartureAt: '2026-11-20T12:00' }),
    );
    expect(answer.status).toBe(422);
    const { errors } = answer.body as {
      errors: { pointer: string; code: string; message: { vi: string; en: string } }[];
    };
    expect(errors.map(({ pointer, code: of }) => [pointer, of])).toEqual(
      expect.arrayContaining([
        ['/consent/given', 'consent-missing'],
        ['/expectedDepartureAt', 'departure-before-arrival'],
        ['/persons/1/person/birthDate', 'birth-date-in-future'],
        ['/persons/1/person/phone', 'phone-malformed'],
        ['/persons/1/person/document/number', expect.any(String)],
      ]),
    );
    expect(errors.every(({ message }) => message.vi !== '' && message.en !== '')).toBe(true);
    expect(await api.build.rows('SELECT 1 FROM guest_entry WHERE facility_id = $1', [hotel.facilityId])).toEqual([]);
  });

  it.each([
    ['nobody', { persons: [] }, '/persons'],
    ['more than twenty', { persons: Array.from({ length: 21 }, () => ({ person: self() })) }, '/persons'],
    ['an outdated text', { consent: { version: '2020-01', given: true } }, '/consent/version'],
    ['no consent at all', { consent: undefined }, '/consent/given'],
    [
      'somebody known to the facility',
      { persons: [{ person: { fromStayId: '019ab000-0000-7000-8000-000000000001' } }] },
      '/persons/0/person/fromStayId',
    ],
    ['a field that there is none of', { admin: true }, '/admin'],
  ])('refuses %s', async (_what, change, pointer) => {
    const answer = await enter(api, token, entryBody(change));
    expect(answer.status).toBe(422);
    expect((answer.body as { errors: { pointer: string }[] }).errors.map((error) => error.pointer)).toContain(pointer);
  });

  it('refuses the same paper twice in one entry', async () => {
    const person = self();
    const answer = await enter(api, token, entryBody({ persons: [{ person }, { person }] }));
    expect(answer.body).toMatchObject({ errors: [{ code: 'listed-twice-in-list', pointer: '/persons/1/person' }] });
  });

  it('tells nobody that somebody is in house', async () => {
    const person = self();
    expect((await api.declare(key, guest({}, person))).status).toBe(201);
    const answer = await enter(api, token, entryBody({ persons: [{ person }] }));
    expect(answer.status).toBe(201);
    expect(Object.keys(answer.body as object).sort()).toEqual(['callCode', 'enteredAt', 'expiresAt', 'secret']);
  });

  it('the same request again is the same entry; the same key with another is refused; none is none', async () => {
    const body = entryBody();
    const first = await enter(api, token, body, 'phone-1');
    const again = await enter(api, token, body, 'phone-1');
    expect(again.body).toEqual(first.body);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(code(await enter(api, token, entryBody(), 'phone-1'))).toBe('idempotency-key-reused');
    const none = await api.call('post', '/v1/desk/entries').set('Desk-Token', token).send(body);
    expect(code(none)).toBe('idempotency-key-missing');
    // Also when the answer was lost and the link renewed meanwhile.
    await newDeskLink(api, hotel);
    expect((await enter(api, token, body, 'phone-1')).body).toEqual(first.body);
    expect((await api.call('get', at('/count'), key)).body).toMatchObject({ waiting: 1 });
  });

  it('the same request ten times at once is one entry', async () => {
    const body = entryBody();
    const answers = await Promise.all(Array.from({ length: 10 }, () => enter(api, token, body, 'phone-2')));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect((await api.call('get', at('/count'), key)).body).toMatchObject({ waiting: 1 });
  });

  it('a link that is renewed or withdrawn is worthless at once, and no different from one that never was', async () => {
    const people = new People(api.app, api.clock);
    const { browser } = await people.signedIn('facility-owner', { kind: 'facility', id: hotel.facilityId });
    const link = `/v1/facilities/${hotel.code}/desk-link`;
    const shown = await browser.send('get', link);
    expect((shown.body as { url: string }).url).toBe(`http://127.0.0.1/app/guest#${token}`);
    const renewed = await browser.send('post', link, {});
    expect(renewed.status).toBe(201);
    const next = (renewed.body as { url: string }).url.split('#')[1] ?? '';
    const strange = await api.call('get', '/v1/desk').set('Desk-Token', 'A'.repeat(24));
    const old = await api.call('get', '/v1/desk').set('Desk-Token', token);
    const told = ({ body }: { body: unknown }): unknown => ({ ...(body as object), traceId: '' });
    expect([old.status, strange.status]).toEqual([404, 404]);
    expect(told(old)).toEqual(told(strange));
    expect((await enter(api, token)).status).toBe(404);
    expect((await enter(api, next)).status).toBe(201);
    expect((await browser.send('delete', link)).status).toBe(204);
    expect((await enter(api, next)).status).toBe(404);
    expect((await browser.send('get', link)).body).toEqual({ url: null, madeAt: null });
    expect((await browser.send('delete', link)).status).toBe(404);
    const rows = await api.build.rows('SELECT 1 FROM desk_link WHERE facility_id = $1 AND token_sealed IS NOT NULL', [
      hotel.facilityId,
    ]);
    expect(rows).toEqual([]);
  });

  it('a clerk shows the code and cannot change it', async () => {
    const people = new People(api.app, api.clock);
    const { browser } = await people.signedIn('facility-clerk', { kind: 'facility', id: hotel.facilityId });
    const link = `/v1/facilities/${hotel.code}/desk-link`;
    expect((await browser.send('get', link)).status).toBe(200);
    expect((await browser.send('post', link, {})).status).toBe(403);
    expect((await browser.send('delete', link)).status).toBe(403);
  });

  it('a code that was misused is replaced, and all that came by it goes', async () => {
    const people = new People(api.app, api.clock);
    const { browser } = await people.signedIn('facility-owner', { kind: 'facility', id: hotel.facilityId });
    const waiting = [await entered(api, token), await entered(api, token)];
    await browser.send('post', `/v1/facilities/${hotel.code}/desk-link`, {});
    expect((await own(waiting[0]?.secret ?? '')).body).toMatchObject({ state: 'waiting' });
    await browser.send('post', `/v1/facilities/${hotel.code}/desk-link`, { refuseWaiting: true });
    for (const { secret, entryId } of waiting) {
      expect((await own(secret)).body).toMatchObject({ state: 'refused', refusedBecause: 'code-replaced' });
      expect(await row(entryId)).toMatchObject({ content: null });
    }
  });

  it('two who renew at once leave one live link', async () => {
    const made = await Promise.all([newDeskLink(api, hotel), newDeskLink(api, hotel), newDeskLink(api, hotel)]);
    const answers = await Promise.all(made.map((one) => api.call('get', '/v1/desk').set('Desk-Token', one)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404]);
  });

  it.each(['co-so-kham-chua-benh', 'nha-xe'])('%s takes no entries', async (kind) => {
    const other = await api.build.facility({ kind });
    await expect(newDeskLink(api, other)).rejects.toMatchObject({ code: 'guest-entry-not-served' });
  });

  it('a facility that is suspended takes none either', async () => {
    await api.build.rows(`UPDATE facility SET status = 'suspended' WHERE facility_id = $1`, [hotel.facilityId]);
    api.clock.advance(11_000);
    expect(code(await api.call('get', '/v1/desk').set('Desk-Token', token))).toBe('desk-link-unknown');
    expect(code(await enter(api, token))).toBe('desk-link-unknown');
  });

  it('taking it back destroys what was entered, twice is once, and nothing else can follow', async () => {
    const { secret, entryId } = await entered(api, token);
    expect((await withdraw(secret)).body).toMatchObject({ state: 'withdrawn' });
    expect((await withdraw(secret)).status).toBe(200);
    expect(await row(entryId)).toMatchObject({ state: 'withdrawn', content: null, consent: '2026-11' });
    for (const answer of [await open(entryId), await refuse(entryId), await confirm(entryId, [self()])]) {
      expect([answer.status, code(answer)]).toEqual([409, 'guest-entry-ended']);
    }
    expect(await stays()).toBe(0);
  });

  it('sent back by the desk, the guest is told why', async () => {
    const { secret, entryId } = await entered(api, token);
    expect((await api.call('post', at(`/${entryId}/refuse`), key).send({ reason: 'vì tôi không thích' })).status).toBe(
      422,
    );
    expect((await refuse(entryId)).status).toBe(204);
    expect((await own(secret)).body).toMatchObject({ state: 'refused', refusedBecause: 'not-here' });
    expect(await row(entryId)).toMatchObject({ content: null });
    for (const answer of [
      await open(entryId),
      await refuse(entryId),
      await confirm(entryId, [self()]),
      await withdraw(secret),
    ]) {
      expect([answer.status, code(answer)]).toEqual([409, 'guest-entry-ended']);
    }
  });

  it('after a day it has expired, before anybody has written that down and after', async () => {
    await api.build.rows('DELETE FROM guest_entry');
    const { secret, entryId } = await entered(api, token);
    api.clock.advance(24 * HOUR - 1);
    expect((await own(secret)).body).toMatchObject({ state: 'waiting' });
    expect(await keeping.run()).toBe(0);
    api.clock.advance(1);
    expect((await own(secret)).body).toMatchObject({ state: 'expired' });
    expect((await api.call('get', at('/count'), key)).body).toMatchObject({ waiting: 0, latestAt: null });
    expect(code(await open(entryId))).toBe('guest-entry-ended');
    expect(code(await confirm(entryId, [self()]))).toBe('guest-entry-ended');
    expect(code(await withdraw(secret))).toBe('guest-entry-ended');
    expect(await row(entryId)).toMatchObject({ state: 'waiting' });
    expect(await keeping.run()).toBe(1);
    expect(await keeping.run()).toBe(0);
    expect(await row(entryId)).toMatchObject({ state: 'expired', content: null });
    expect((await own(secret)).body).toMatchObject({ state: 'expired' });
  });

  it('the answer to a confirmation that was cut off is had again, and nothing is declared twice', async () => {
    const person = self();
    const { entryId } = await entered(api, token, entryBody({ persons: [{ person }] }));
    const first = await confirm(entryId, [person]);
    const again = await confirm(entryId, [person]);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    // Typed anew at another desk, under another key.
    expect(code(await confirm(entryId, [self()], 'another'))).toBe('guest-entry-ended');
    expect(await stays()).toBe(1);
  });

  it('what is refused by the rules leaves it waiting', async () => {
    const { entryId, secret } = await entered(api, token);
    expect((await confirm(entryId, [self({ birthDate: '1800-01-01' })])).status).toBe(422);
    expect((await own(secret)).body).toMatchObject({ state: 'waiting' });
    expect((await confirm(entryId, [self()], 'mended')).status).toBe(201);
  });

  it('of two desks at once one declares, and the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { entryId } = await entered(api, token);
      const before = await stays();
      const answers = await Promise.all([
        confirm(entryId, [self()], `a${round}`),
        confirm(entryId, [self()], `b${round}`),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(await stays()).toBe(before + 1);
    }
  });

  it('of taking back and confirming at once one wins, and both know which', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { secret, entryId } = await entered(api, token);
      const before = await stays();
      const [taken, declared] = await Promise.all([withdraw(secret), confirm(entryId, [self()])]);
      const { state, content } = (await row(entryId)) ?? { state: '', content: null };
      expect(content).toBeNull();
      expect([taken.status, declared.status, state, (await stays()) - before]).toEqual(
        state === 'withdrawn' ? [200, 409, 'withdrawn', 0] : [409, 201, 'confirmed', 1],
      );
    }
  });

  it('the second desk that opens it is told of the first', async () => {
    const { entryId } = await entered(api, token);
    await open(entryId);
    expect((await open(entryId)).body).toMatchObject({ openedByOtherAt: null });
    const colleague = await api.build.apiKey([hotel]);
    expect((await open(entryId, colleague)).body).toMatchObject({ openedByOtherAt: '2026-11-23T21:56:00+07:00' });
  });

  it('another facility sees nothing of it and can do nothing to it', async () => {
    const { entryId } = await entered(api, token);
    const other = await api.build.facility();
    const stranger = await api.build.apiKey([other]);
    const answers = [
      await api.call('get', at(), stranger),
      await api.call('get', at('/count'), stranger),
      await open(entryId, stranger),
      await refuse(entryId, stranger),
      // Through the own facility, too.
      await api.call('post', at(`/${entryId}/open`, other), stranger),
      await api.call('post', at(`/${entryId}/refuse`, other), stranger).send({ reason: 'not-here' }),
      await api
        .call('post', '/v1/stays/group', stranger)
        .set('Idempotency-Key', 'x')
        .send({
          kind: 'guest',
          expectedDepartureAt: '2026-11-25T12:00',
          reason: 1,
          place: { room: '1' },
          guestEntryId: entryId,
          persons: [{ person: self() }],
        }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
    expect(await row(entryId)).toMatchObject({ state: 'waiting' });
    expect(await api.build.rows('SELECT 1 FROM stay WHERE facility_id = $1', [other.facilityId])).toEqual([]);
  });

  it('no secret but the own opens an entry', async () => {
    const mine = await entered(api, token);
    const other = await entered(api, token);
    const bytes = (secret: string): Buffer => Buffer.from(secret, 'base64url');
    const forged = Buffer.concat([bytes(other.secret).subarray(0, 32), bytes(mine.secret).subarray(32)]);
    const flipped = bytes(mine.secret);
    flipped[47] = (flipped[47] ?? 0) ^ 1;
    for (const secret of [
      forged.toString('base64url'),
      flipped.toString('base64url'),
      '',
      'x',
      mine.callCode,
      mine.entryId,
      'A'.repeat(64),
    ]) {
      expect([secret, (await own(secret)).status, (await withdraw(secret)).status]).toEqual([secret, 404, 404]);
    }
    expect((await api.call('get', '/v1/desk/entry')).status).toBe(404);
    expect((await own(other.secret)).body).toMatchObject({ state: 'waiting' });
  });

  it('call codes of those who wait differ, and only so many wait', async () => {
    const codes = new Set<string>();
    for (let count = 0; count < MAX_WAITING; count += 1) codes.add((await entered(api, token)).callCode);
    expect(codes.size).toBe(MAX_WAITING);
    const full = await enter(api, token);
    expect([full.status, code(full)]).toEqual([409, 'guest-entries-full']);
    api.clock.advance(24 * HOUR);
    expect((await enter(api, token)).status).toBe(201);
  });

  it('by one link only so many come within an hour', async () => {
    const { entryId, secret } = await entered(api, token);
    await withdraw(secret);
    await api.build.rows(
      `INSERT INTO guest_entry (facility_id, entry_id, link_id, state, call_code, people, consent_version, consented_at,
                                entered_on, entered_at, expires_at, ended_at, ended_by)
       SELECT facility_id, gen_random_uuid(), link_id, state, call_code, 1, consent_version, consented_at,
              entered_on, entered_at, expires_at, ended_at, ended_by
       FROM guest_entry, generate_series(2, $2::integer) WHERE entry_id = $1`,
      [entryId, MAX_PER_HOUR],
    );
    expect((await enter(api, token)).status).toBe(429);
    api.clock.advance(HOUR);
    expect((await enter(api, token)).status).toBe(201);
  });

  it('what names somebody is sealed, and markup stays text', async () => {
    const fullName = '<img src=x onerror=alert(1)>';
    expect((await enter(api, token, entryBody({ persons: [{ person: self({ fullName }) }] }))).status).toBe(422);
    const { entryId } = await entered(
      api,
      token,
      entryBody({ persons: [{ person: self({ residence: { kind: 1, address: '<b>1 Lê Lợi</b>' } }) }] }),
    );
    const { content } = (await row(entryId)) ?? {};
    expect(content?.includes('Trần')).toBe(false);
    const opened = await open(entryId);
    expect(opened.headers['content-type']).toContain('application/json');
    expect(await keptIn(api.build, 'guest_entry')).not.toMatch(/Bình|Trần|Lê Lợi/);
    const kept = await api.build.rows<{ text: string }>(
      `SELECT answer::text AS text FROM idempotency WHERE facility_id = $1`,
      [hotel.facilityId],
    );
    expect(kept.some(({ text }) => text.includes('secret'))).toBe(false);
  });

  it('a huge body is not read', async () => {
    const answer = await enter(api, token, entryBody({ note: 'x'.repeat(1_200_000) }));
    expect(answer.status).toBe(413);
  });
});
