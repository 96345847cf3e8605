import { guest, nextPersonalNumber } from '../support/builders';
import { IdentityProvider } from '../support/identity-provider';
import { keptIn } from '../support/legible';
import { createTestApi, type TestApi } from '../support/test-api';
import { application, type World, Worlds } from '../support/world';

const DAY = 86_400_000;

describe('oversight', () => {
  let api: TestApi;
  let provider: IdentityProvider;
  let worlds: Worlds;
  let world: World;
  beforeAll(async () => {
    provider = await IdentityProvider.start();
    api = await createTestApi({ nationalIdentity: provider.options });
    worlds = new Worlds(api, provider);
    world = await worlds.create('w20410');
  });
  afterAll(async () => {
    await api.close();
    await provider.close();
  });

  const submit = (body: object) => api.call('post', '/v1/facility-applications').send(body);
  const errorsOf = (answer: { body: unknown }) =>
    (answer.body as { errors: { pointer: string; code: string }[] }).errors.map(
      ({ pointer, code }) => `${pointer} ${code}`,
    );

  describe('a facility', () => {
    it('goes from an application by its owner to its first declaration by a clerk', async () => {
      const number = nextPersonalNumber();
      const wanted = {
        ...application('phường Minh An, thành phố Hội An, tỉnh Quảng Nam'),
        owner: { fullName: 'Phạm Văn Chủ', personalNumber: number, phone: '0905000111' },
        certificate: { number: '15/GCN-2026', issuedOn: '2026-01-05', expiresOn: '2031-01-05' },
      };
      const submitted = await submit(wanted);
      expect(submitted.status).toBe(201);
      const { reference } = submitted.body as { reference: string };
      const status = async () =>
        (await api.call('get', `/v1/facility-applications/status/${reference}`)).body as object;
      expect(await status()).toMatchObject({ state: 'submitted', facilityCode: null });

      const officer = await worlds.person(world, 'ward-police');
      const { applications } = (await officer.send('get', '/v1/facility-applications')).body as {
        applications: { applicationId: string; wardId: string; application: { owner: { fullName: string } } }[];
      };
      const [mine] = applications;
      expect(mine).toMatchObject({ wardId: 'w20410', application: { owner: { fullName: 'Phạm Văn Chủ' } } });
      const approved = await officer.send('post', `/v1/facility-applications/${mine?.applicationId}/approve`);
      expect(approved.status).toBe(201);
      const { code } = approved.body as { code: string };
      expect(await status()).toMatchObject({ state: 'approved', facilityCode: code });

      const owner = await worlds.citizen(number);
      const clerk = { displayName: 'Lê Thị Tân', username: 'le.tan.song.hoai' };
      const added = await owner.send('post', `/v1/facilities/${code}/staff`, clerk);
      const { firstPassword } = added.body as { firstPassword: string };
      const signedIn = await api
        .call('post', '/v1/sign-in')
        .send({ username: 'le.tan.song.hoai', password: firstPassword });
      expect(signedIn.body).toMatchObject({ stage: 'password-change' });
      const declared = await owner
        .send('post', '/v1/stays', { ...guest({ place: { room: '101' } }), facilityId: code })
        .set('Idempotency-Key', 'first');
      expect(declared.status).toBe(201);
    });

    it('takes on staff without learning what they are elsewhere', async () => {
      const [here, there] = [await worlds.create('w20410'), await worlds.create('w20413')];
      const [owner, other] = [
        await worlds.person(here, 'facility-owner'),
        await worlds.person(there, 'facility-owner'),
      ];
      const clerk = { displayName: 'Lê Thị Tân', personalNumber: nextPersonalNumber() };
      const known = await worlds.citizen(clerk.personalNumber);
      const add = (by: typeof owner, of: World, body: object) =>
        by.send('post', `/v1/facilities/${of.hotel.code}/staff`, body);
      const [first, second] = [await add(owner, here, clerk), await add(other, there, clerk)];
      const stranger = await add(owner, here, { ...clerk, personalNumber: nextPersonalNumber() });
      expect([first, second, stranger].map(({ status }) => status)).toEqual([201, 201, 201]);
      const { staff } = (await owner.send('get', `/v1/facilities/${here.hotel.code}/staff`)).body as {
        staff: { grants: { scope: { id: string } }[] }[];
      };
      expect(staff).toHaveLength(2);
      expect(JSON.stringify(staff)).not.toContain(there.hotel.facilityId);
      expect((await known.send('get', '/v1/session')).body).toMatchObject({ roles: ['citizen', 'facility-clerk'] });
      expect((await known.send('get', `/v1/stays?facilityId=${there.hotel.code}`)).status).toBe(200);
      expect(errorsOf(await add(owner, here, { ...clerk, username: 'ca.hai' }))).toEqual([
        '/username sign-in-ways-both',
      ]);
      expect(errorsOf(await add(owner, here, { displayName: 'A', personalNumber: '12' }))).toEqual([
        '/personalNumber personal-number-malformed',
      ]);
    });

    it('is told everything that is wrong with its application at once', async () => {
      const answer = await submit({
        kind: 'khong-co',
        name: '',
        address: 'đâu đó',
        rooms: [{ code: '1' }, { code: '1' }, {}],
        certificate: { issuedOn: '2027-01-01', expiresOn: '2020-01-01' },
        owner: { fullName: 'A', personalNumber: '123' },
      });
      expect(errorsOf(answer).sort()).toEqual([
        '/address ward-not-found',
        '/certificate/expiresOn certificate-expired',
        '/certificate/issuedOn certificate-not-yet',
        '/certificate/number field-required',
        '/kind facility-kind-unknown',
        '/name field-required',
        '/owner/personalNumber personal-number-malformed',
        '/owner/phone field-required',
        '/rooms/1/code listed-twice',
        '/rooms/2/code field-required',
      ]);
      const hotel = { ...application('Phường Hội An, Đà Nẵng'), kind: 'nha-nghi', stars: 3, rooms: [] };
      expect(errorsOf(await submit(hotel))).toEqual(expect.arrayContaining(['/rooms field-required']));
    });

    it('is decided once, by whoever of two officers is first', async () => {
      const [one, two] = [await worlds.person(world, 'ward-police'), await worlds.person(world, 'provincial-police')];
      const id = await worlds.newApplication(world);
      const answers = await Promise.all([
        one.send('post', `/v1/facility-applications/${id}/approve`),
        two.send('post', `/v1/facility-applications/${id}/refuse`, { reason: 'Trùng hồ sơ' }),
      ]);
      expect(answers.map((answer) => answer.status < 300).sort()).toEqual([false, true]);
      expect(answers.some((answer) => (answer.body as { code?: string }).code === 'application-decided')).toBe(true);
    });

    it('is suspended, reinstated and closed with reasons, and every version is kept', async () => {
      const officer = await worlds.person(world, 'ward-police');
      const hotel = await api.build.facility();
      const key = await api.build.apiKey([hotel]);
      const act = (action: string, version?: number) =>
        officer.send('post', `/v1/facilities/${hotel.facilityId}/${action}`, { reason: `lý do ${action}`, version });
      expect((await act('reinstate')).body).toMatchObject({ code: 'facility-state-conflict' });
      expect((await act('suspend', 1)).body).toEqual({ status: 'suspended', version: 2 });
      api.clock.advance(10_001);
      expect(errorsOf(await api.declare(key, guest()))).toContain('/facilityId facility-not-active');
      expect((await act('reinstate', 1)).status).toBe(409);
      expect((await act('reinstate', 2)).body).toEqual({ status: 'active', version: 3 });
      api.clock.advance(10_001);
      expect((await api.declare(key, guest())).status).toBe(201);
      expect((await act('close')).body).toMatchObject({ status: 'closed' });
      expect((await act('reinstate')).status).toBe(409);
      const { versions } = (await officer.send('get', `/v1/facilities/${hotel.facilityId}/history`)).body as {
        versions: { version: number; action: string; reason: string | null }[];
      };
      expect(versions.map(({ version, action, reason }) => [version, action, reason])).toEqual([
        [4, 'close', 'lý do close'],
        [3, 'reinstate', 'lý do reinstate'],
        [2, 'suspend', 'lý do suspend'],
        [1, 'register', null],
      ]);
    });

    it('is changed by its owner: lists as a whole, everything else only where it is given, and every version kept', async () => {
      const fresh = await worlds.create('w20410');
      const owner = await worlds.person(fresh, 'facility-owner');
      const change = (body: object) => owner.send('patch', `/v1/facilities/${fresh.hotel.code}`, body);
      const profile = async () => {
        const { facilities } = (await owner.send('get', '/v1/facilities')).body as {
          facilities: { code: string; name: string; rooms: { code: string; beds: number }[] }[];
        };
        return facilities.find(({ code }) => code === fresh.hotel.code);
      };
      expect((await change({ rooms: [{ code: '101', beds: 2 }, { code: '102' }] })).body).toEqual({ version: 2 });
      expect((await change({ name: 'Khách sạn Mới', rooms: [{ code: '102', beds: 3 }], version: 2 })).body).toEqual({
        version: 3,
      });
      expect(await profile()).toMatchObject({ version: 3, name: 'Khách sạn Mới', rooms: [{ code: '102', beds: 3 }] });
      expect((await change({ name: 'Ai nhanh hơn', version: 2 })).body).toMatchObject({
        code: 'facility-state-conflict',
      });
      expect(errorsOf(await change({ name: ' ', rooms: [{ code: 'A' }, { code: 'A' }, { beds: 2 }] }))).toEqual([
        '/name field-required',
        '/rooms/1/code listed-twice',
        '/rooms/2/code field-required',
      ]);
      expect((await change({ rooms: [{ code: 'A', beds: 'hai' }] })).status).toBe(422);
      expect((await change({ rooms: 'A' })).status).toBe(422);
      const officer = await worlds.person(fresh, 'ward-police');
      const { versions } = (await officer.send('get', `/v1/facilities/${fresh.hotel.facilityId}/history`)).body as {
        versions: { version: number; content: { rooms: number; beds: number } }[];
      };
      expect(versions.map(({ version, content }) => [version, content.rooms, content.beds])).toEqual([
        [3, 1, 3],
        [2, 2, 3],
        [1, 0, 0],
      ]);
    });

    it('has an applicant whose name and number lie in no table in the clear', async () => {
      const number = nextPersonalNumber();
      await submit({
        ...application('Phường Hội An, Đà Nẵng'),
        owner: { fullName: 'Ngô Đình Khó Đoán', personalNumber: number, phone: '0999888777' },
      });
      const kept = await keptIn(api.build, 'facility_application', 'audit_entry');
      expect(kept).not.toMatch(new RegExp(`Khó Đoán|${number}|0999888777`));
    });
  });

  describe('a look by the police', () => {
    const inspect = async (body: object) => {
      const officer = await worlds.person(world, 'ward-police');
      const { hotel, stayId } = world;
      return officer.send('post', '/v1/police/inspections', { facilityId: hotel.facilityId, stayId, ...body });
    };

    it('needs a purpose that exists, and a case where the purpose has one', async () => {
      expect(errorsOf(await inspect({}))).toEqual(['/purpose field-required']);
      expect(errorsOf(await inspect({ purpose: 'to-mo' }))).toEqual(['/purpose code-unknown']);
      expect(errorsOf(await inspect({ purpose: 'dieu-tra' }))).toEqual(['/caseNumber field-required']);
      expect(errorsOf(await inspect({ purpose: 'dieu-tra', caseNumber: '<b>' }))).toEqual([
        '/caseNumber case-number-malformed',
      ]);
    });

    it('is refused while the record of looks is not sealed in time; declaring and the own desk go on', async () => {
      const stale = (sql: string) => api.build.rows(`UPDATE audit_sealer SET checked_at = ${sql}`);
      await stale(`now() - interval '31 seconds'`);
      api.clock.advance(1_001);
      const refused = await inspect({ purpose: 'kiem-tra-luu-tru' });
      expect([refused.status, (refused.body as { code: string }).code]).toEqual([503, 'audit-seal-stale']);
      expect(refused.headers['retry-after']).toBeDefined();
      expect((await api.declare(world.key, { ...guest(), facilityId: world.hotel.code })).status).toBe(201);
      expect((await api.call('get', `/v1/stays/${world.stayId}`, world.key)).status).toBe(200);
      await stale(`now() - interval '20 seconds'`);
      api.clock.advance(1_001);
      expect((await inspect({ purpose: 'kiem-tra-luu-tru' })).status).toBe(200);
      await stale(`'infinity'`);
    });

    it('is recorded with purpose and case before it is answered', async () => {
      const answer = await inspect({ purpose: 'dieu-tra', caseNumber: 'VA-2026/118' });
      expect((answer.body as { person: { documentNumber: string } }).person.documentNumber).toBe(world.guestNumber);
      const entries = await api.build.rows(
        `SELECT action, purpose, row_count, detail, subject_id FROM audit_entry WHERE action = 'stay.inspect' AND purpose = 'dieu-tra'`,
      );
      expect(entries).toEqual([
        {
          action: 'stay.inspect',
          purpose: 'dieu-tra',
          row_count: 1,
          detail: { query: 'stay by id', caseNumber: 'VA-2026/118' },
          subject_id: world.stayId,
        },
      ]);
    });
  });

  describe('a person', () => {
    it('sees their own stays and who looked at them; looks under an open case only later', async () => {
      const fresh = await worlds.create('w20410');
      const officer = await worlds.person(fresh, 'ward-police');
      const look = (purpose: string, caseNumber?: string) =>
        officer.send('post', '/v1/police/inspections', {
          facilityId: fresh.hotel.facilityId,
          stayId: fresh.stayId,
          purpose,
          caseNumber,
        });
      await look('kiem-tra-luu-tru');
      await look('dieu-tra', 'VA-1');
      await api.call('get', `/v1/stays/${fresh.stayId}`, fresh.key);
      const citizen = await worlds.citizen(fresh.guestNumber);
      const { stays } = (await citizen.send('get', '/v1/self/stays')).body as { stays: object[] };
      expect(stays).toEqual([
        expect.objectContaining({
          stayId: fresh.stayId,
          facilityName: 'Khách sạn Thử Nghiệm',
          documentNumber: fresh.guestNumber,
          arrivedAt: '2026-11-23T21:50:00+07:00',
        }),
      ]);
      const looks = async (browser = citizen) =>
        (
          (await browser.send('get', '/v1/self/looks')).body as { looks: { looker: string; purpose: string | null }[] }
        ).looks
          .map(({ looker, purpose }) => `${looker} ${purpose}`)
          .sort();
      expect(await looks()).toEqual(['facility null', 'ward-police kiem-tra-luu-tru']);
      api.clock.advance(91 * DAY);
      expect(await looks(await worlds.citizen(fresh.guestNumber))).toEqual([
        'facility null',
        'ward-police dieu-tra',
        'ward-police kiem-tra-luu-tru',
      ]);
      api.clock.advance(-91 * DAY);
    });

    it('sees nothing of anybody else, and nothing at all with a password alone', async () => {
      const stranger = await worlds.citizen(nextPersonalNumber());
      expect((await stranger.send('get', '/v1/self/stays')).body).toEqual({ stays: [] });
      expect((await stranger.send('get', '/v1/self/looks')).body).toEqual({ looks: [] });
    });

    it('has the receipt of their own stay, the one that the facility got, and of no other', async () => {
      const fresh = await worlds.create('w20410');
      const citizen = await worlds.citizen(fresh.guestNumber);
      const path = `/v1/self/stays/${fresh.stayId}/receipt`;
      const own = (await citizen.send('get', path)).body as { receipt: string };
      const facilitys = await api.call('get', `/v1/stays/${fresh.stayId}/receipt`, fresh.key);
      expect(own.receipt).toBe((facilitys.body as { receipt: string }).receipt);
      const printed = await citizen.send('get', `${path}.pdf`);
      expect([printed.status, printed.headers['content-type']]).toEqual([200, 'application/pdf']);
      const stranger = await worlds.citizen(nextPersonalNumber());
      for (const end of ['', '.pdf']) expect((await stranger.send('get', `${path}${end}`)).status).toBe(404);
    });

    it('asks for a correction and gets an answer in time', async () => {
      const fresh = await worlds.create('w20410');
      const citizen = await worlds.citizen(fresh.guestNumber);
      const ask = () => citizen.send('post', '/v1/self/corrections', { stayId: fresh.stayId, text: 'Sai tên đệm' });
      const asked = await ask();
      expect(asked.body).toMatchObject({ dueOn: '2026-12-07' });
      expect((await ask()).body).toMatchObject({ code: 'correction-open' });

      const owner = await worlds.person(fresh, 'facility-owner');
      const { corrections } = (await owner.send('get', `/v1/facilities/${fresh.hotel.code}/corrections`)).body as {
        corrections: { requestId: string; text: string; dueOn: string }[];
      };
      expect(corrections).toEqual([expect.objectContaining({ text: 'Sai tên đệm', dueOn: '2026-12-07' })]);
      const answer = (text: string) =>
        owner.send('post', `/v1/corrections/${corrections[0]?.requestId}/answer`, { decision: 'accepted', text });
      expect((await answer('Đã sửa theo CCCD')).status).toBe(204);
      expect((await answer('Lần nữa')).body).toMatchObject({ code: 'correction-answered' });
      const { corrections: own } = (await citizen.send('get', '/v1/self/corrections')).body as {
        corrections: object[];
      };
      expect(own).toEqual([expect.objectContaining({ state: 'accepted', answer: 'Đã sửa theo CCCD' })]);
      expect(await keptIn(api.build, 'correction_request')).not.toMatch(/Sai tên|Đã sửa/);
    });
  });
});
