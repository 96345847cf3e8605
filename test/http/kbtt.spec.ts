import { AccountService } from '@luutru/access';
import { type BuiltFacility, nextPersonalNumber } from '../support/builders';
import { keptIn } from '../support/legible';
import { NEW_PASSWORD, People } from '../support/people';
import { portalForeigner, portalGuest } from '../support/portal-client';
import { createTestApi, type TestApi } from '../support/test-api';

interface Envelope {
  readonly code: string;
  readonly message: string;
  readonly data: never;
}
interface Token {
  readonly AccessToken: string;
  readonly RefreshToken: string;
}

const VIETNAMESE = '/client-service/kbtt-vn/kbtt-3th';
const FOREIGN = '/client-service/kbtt/kbtt-3th';

describe("the national portal's partner API", () => {
  let api: TestApi;
  let people: People;
  let hotel: BuiltFacility;
  let key: string;
  let username: string;
  let bearer: string;
  let accountId: string;

  beforeAll(async () => {
    api = await createTestApi();
    people = new People(api.app, api.clock);
  });
  beforeEach(async () => {
    api.clock.set('2026-11-23T14:56:00Z');
    hotel = await api.build.facility({ rooms: ['203'] });
    key = await api.build.apiKey([hotel]);
    username = await clerk();
    bearer = (await token()).AccessToken;
  });
  afterAll(() => api.close());

  const clerk = async (): Promise<string> => {
    const scope = { kind: 'facility', id: hotel.facilityId } as const;
    const person = await people.signedIn('facility-clerk', scope);
    accountId = person.accountId;
    return person.username;
  };
  const basic = (text = key): string => {
    const [, id = '', secret = ''] = /^lt_([^_]+)_(.+)$/.exec(text) ?? [];
    return `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  };
  const askToken = (change: Record<string, string> = {}, authorization = basic()) =>
    api
      .call('post', '/authorization-service/oauth/token')
      .set('Authorization', authorization)
      .type('form')
      .send({ username, password: NEW_PASSWORD, 'grant-type': 'api_cslt', ...change });
  const token = async (): Promise<Token> => ((await askToken()).body as { data: Token }).data;
  const call = (path: string, body: unknown, access = bearer) => api.call('post', path, access).send(body as object);
  const message = async (path: string, body: unknown): Promise<string> => {
    const answer = await call(path, body);
    expect([answer.status, (answer.body as Envelope).code]).toEqual([400, '400']);
    return (answer.body as Envelope).message;
  };
  const stays = async (): Promise<number> => {
    const [row] = await api.build.rows<{ n: number }>('SELECT count(*)::int AS n FROM stay WHERE facility_id = $1', [
      hotel.facilityId,
    ]);
    return row?.n ?? 0;
  };

  describe('tokens', () => {
    it('are for a key and a user of the facility, under either spelling of the grant', async () => {
      for (const spelling of ['grant-type', 'grant_type']) {
        const answer = await askToken({ 'grant-type': '', [spelling]: 'api_cslt' });
        expect(answer.status).toBe(200);
        expect(answer.body).toMatchObject({
          code: '200',
          message: 'Thành công',
          data: {
            TokenType: 'bearer',
            LoaiTK: 'CSLT',
            Exp: Date.parse('2026-11-23T15:26:00Z') / 1000,
            Authorities: [expect.any(String)],
            CsltId: hotel.code,
            CsltKhuVuc: expect.stringContaining('Đà Nẵng') as string,
            MaTTCuaCslt: '501',
            MaPxCuaCslt: '501920410',
            IsCsltChinh: true,
          },
        });
      }
    });

    it('are refused alike for whatever is wrong', async () => {
      const stranger = await api.build.facility();
      const others = await api.build.apiKey([stranger]);
      const refused = [
        await askToken({ password: 'sai mật khẩu rồi' }),
        await askToken({ username: 'khong.co' }),
        await askToken({ 'grant-type': 'password' }),
        await askToken({}, basic('lt_aaaaaaaaaaaaaaaa_bbbb')),
        await askToken({}, 'Basic !!!'),
        await askToken({}, basic(others)),
      ];
      for (const answer of refused) {
        expect([answer.status, (answer.body as Envelope).code]).toEqual([401, '401']);
        expect((answer.body as Envelope).message).toEqual(expect.any(String));
      }
    });

    it('cannot be had by a password alone where two factors are needed', async () => {
      const officer = await people.signedIn('ward-police', { kind: 'unit', id: 'w20410' });
      expect((await askToken({ username: officer.username })).status).toBe(401);
    });

    it('run out, are renewed once, and all end when one is renewed twice', async () => {
      const first = await token();
      const renew = (refresh: string) =>
        api.call('post', `/authorization-service/oauth/refresh-token?refresh_token=${encodeURIComponent(refresh)}`);
      const second = ((await renew(first.RefreshToken)).body as { data: Token }).data;
      expect((await call(VIETNAMESE, [portalGuest()], first.AccessToken)).status).toBe(401);
      expect((await call(VIETNAMESE, [portalGuest()], second.AccessToken)).status).toBe(200);
      expect((await renew(first.RefreshToken)).status).toBe(401);
      expect((await call(VIETNAMESE, [portalGuest()], second.AccessToken)).status).toBe(401);
      api.clock.set('2026-11-23T15:30:00Z');
      expect((await call(VIETNAMESE, [portalGuest()])).status).toBe(401);
    });

    it('end by being revoked, and with the key or the account', async () => {
      const own = await token();
      await api.call('delete', `/authorization-service/oauth/revoke?access_token=${own.AccessToken}`).expect(200);
      expect((await call(VIETNAMESE, [portalGuest()], own.AccessToken)).status).toBe(401);
      await api.app
        .get(AccountService)
        .disable(accountId, 'test', { actor: { kind: 'system', id: 'test' }, requestId: null });
      expect((await call(VIETNAMESE, [portalGuest()])).status).toBe(401);
    });

    it('are renewed and revoked also by clients that name a type and send nothing', async () => {
      for (const type of ['application/json', 'application/json;charset=UTF-8', 'application/x-www-form-urlencoded']) {
        const first = await token();
        const renewed = await api
          .call('post', `/authorization-service/oauth/refresh-token?refresh_token=${first.RefreshToken}`)
          .set('Content-Type', type)
          .set('Authorization', basic());
        expect(renewed.body).toMatchObject({ code: '200', data: { TokenType: 'bearer' } });
        const { AccessToken } = (renewed.body as { data: Token }).data;
        const revoked = await api
          .call('delete', `/authorization-service/oauth/revoke?access_token=${AccessToken}`)
          .set('Content-Type', type);
        expect(revoked.body).toEqual({ code: '200', message: 'Thành công', data: null });
        expect((await call(VIETNAMESE, [portalGuest()], AccessToken)).status).toBe(401);
      }
    });

    it('are kept as hashes only', async () => {
      const own = await token();
      expect(await keptIn(api.build, 'partner_token')).not.toContain(own.AccessToken);
    });
  });

  it('declares Vietnamese guests, each a stay like any other', async () => {
    const answer = await call(VIETNAMESE, [portalGuest(), portalGuest()]);
    expect(answer.body).toMatchObject({
      code: '200',
      message: 'Thành công',
      data: [{ maKhaiBao: expect.any(String) as string }, {}],
    });
    const [{ maKhaiBao }] = (answer.body as { data: [{ maKhaiBao: string }] }).data;
    const stay = await api.call('get', `/v1/stays/${maKhaiBao}`, key);
    expect(stay.body).toMatchObject({
      kind: 'guest',
      place: { room: '203' },
      person: { fullName: 'Trần Thị Bình' },
      arrivedAt: '2026-11-23T21:00:00+07:00',
    });
    const photos = await api.build.rows(`SELECT FROM stay s WHERE s::text LIKE '%aGluaA%'`);
    expect(photos).toEqual([]);
  });

  it('declares foreigners, of whom some know their year of birth only', async () => {
    const number = `C${nextPersonalNumber().slice(-7)}`;
    const answer = await call(FOREIGN, [
      portalForeigner(number, { loaiNgayThangNamSinh: 'Y', ngayThangNamSinhStr: '1964-01-01' }),
    ]);
    const [{ maKhaiBao }] = (answer.body as { data: [{ maKhaiBao: string }] }).data;
    const stay = await api.call('get', `/v1/stays/${maKhaiBao}`, key);
    expect(stay.body).toMatchObject({
      person: { birthDate: '1964', nationality: 'D', documentType: 4, documentNumber: number },
    });
  });

  it.each([
    ['Ngày đến Cslt phải là ngày hiện tại hoặc hôm qua', { ngayDenCsltStr: '2026-11-21 10:00:00' }],
    ['Ngày đến Cslt phải là ngày hiện tại hoặc hôm qua', { ngayDenCsltStr: '2026-11-24 10:00:00' }],
    ['Ngày đi dự kiến phải lớn hoặc bằng ngày đến Cslt', { ngayDiDuKienStr: '2026-11-22 10:00:00' }],
    [
      'Ngày đi dự kiến phải lớn hoặc bằng ngày hôm qua',
      { ngayDenCsltStr: '2026-11-20 10:00:00', ngayDiDuKienStr: '2026-11-21 10:00:00' },
    ],
    ['Thẻ CCCD phải gồm đúng 12 chữ số', { soGiayTo: '12345678901' }],
    ['Họ tên không được để trống', { hoTen: '' }],
    ['Số phòng không được để trống', { soPhong: null }],
    ['Lý do chi tiết', { lyDoCuTru: 20, lyDoChiTiet: '' }],
    ['Giới tính không được để trống', { gioiTinh: 'X' }],
  ])('says "%s"', async (text, change) => {
    const said = await message(VIETNAMESE, [portalGuest(), portalGuest(change)]);
    const [first] = said.split(', Bản khai báo');
    expect(first).toContain(`Bản khai báo 2: ${text}`);
    expect(await stays()).toBe(0);
  });

  it('numbers the faults from 1 in the order sent, and takes all or nothing', async () => {
    const said = await message(VIETNAMESE, [
      portalGuest({ soGiayTo: '1' }),
      portalGuest(),
      portalGuest({ ngayDenCsltStr: '2026-11-20 10:00:00', ngayDiDuKienStr: '2026-11-30 10:00:00' }),
    ]);
    expect(said).toBe(
      'Bản khai báo 1: Thẻ CCCD phải gồm đúng 12 chữ số, Bản khai báo 3: Ngày đến Cslt phải là ngày hiện tại hoặc hôm qua',
    );
    expect(await stays()).toBe(0);
  });

  it('knows who is there already, before and within the list', async () => {
    const guest = portalGuest();
    expect((await call(VIETNAMESE, [guest])).status).toBe(200);
    expect(await message(VIETNAMESE, [portalGuest(), guest])).toBe(
      'Bản khai báo 2: Đã tồn tại khai báo trùng thời gian tại CSLT',
    );
    const twice = portalGuest();
    expect(await message(VIETNAMESE, [twice, twice])).toBe('Bản khai báo 2: Bị trùng giấy tờ với bản ghi 1');
    const foreigner = portalForeigner('X7654321');
    expect((await call(FOREIGN, [foreigner])).status).toBe(200);
    expect(await message(FOREIGN, [foreigner])).toBe(
      'Bản khai báo 1: Số hộ chiếu đang tạm trú tại CSLT và chưa checkout',
    );
    expect(await message(FOREIGN, [portalForeigner('X7654322', { thoiHanTamTruStr: '2026-11-22' })])).toBe(
      'Bản khai báo 1: Thời hạn tạm trú phải lớn hoặc bằng hôm nay',
    );
    expect(await stays()).toBe(2);
  });

  it('lets guests leave early and stay longer, all or none', async () => {
    const [one, two] = [portalGuest(), portalGuest()];
    await call(VIETNAMESE, [one, two]);
    const early = { loai: 'TS', loaiGiayTo: 1, soGiayTo: one.soGiayTo };
    const longer = (until: string) => ({ loai: 'GH', loaiGiayTo: 1, soGiayTo: two.soGiayTo, thoiGianStr: until });
    const path = `${VIETNAMESE}/doi-ngay-tra-phong`;
    expect(await message(path, [early, longer('2026-12-25 12:00:00')])).toBe(
      'Bản khai báo 2: Ngày gia hạn không được vượt quá 30 ngày kể từ ngày đến CSLT',
    );
    expect((await call(path, [early, longer('2026-11-30 12:00:00')])).body).toMatchObject({ code: '200', data: null });
    const states = await api.build.rows<{ state: string }>(
      'SELECT state FROM stay WHERE facility_id = $1 ORDER BY state',
      [hotel.facilityId],
    );
    expect(states.map(({ state }) => state)).toEqual(['in_house', 'left_early']);
    expect((await call(`${FOREIGN}/doi-ngay-tra-phong`, [longer('2026-12-01 12:00:00')])).status).toBe(200);
    expect(await message(path, [{ ...early, loai: 'XX' }])).toBe('Bản khai báo 1: Loại phải là GH hoặc TS');
    expect(await message(path, [{ ...early, loaiGiayTo: 9 }])).toBe(
      'Bản khai báo 1: Loại giấy tờ phải có giá trị từ 1 đến 8',
    );
    expect(await message(path, [longer('2026-12-02 12:00:00'), longer('2026-12-03 12:00:00')])).toBe(
      'Bản khai báo 2: Bị trùng giấy tờ với bản ghi 1',
    );
    expect(await message(path, [early])).toBe('Bản khai báo 1: Không tìm thấy khách đang lưu trú với giấy tờ này');
  });

  it('has the code tables in the fields of the portal', async () => {
    const first = async (path: string): Promise<object> =>
      ((await api.call('get', `/cms-backend/public/${path}`)).body as { data: [object] }).data[0];
    expect(await first('dm-qt/3th/get-all')).toEqual({
      maQT: expect.any(String) as string,
      tenQT: expect.any(String) as string,
      tenQTEn: expect.any(String) as string,
    });
    expect(Object.keys(await first('dm-tinh-tp/get-all'))).toEqual(['maTT', 'tenTT', 'tenTTEn', 'maTTChu']);
    const wards = await api.call('get', '/cms-backend/public/dm-phuong-xa?trucThuocTinh=501');
    expect((wards.body as { data: object[] }).data).toContainEqual({
      maPhuongXa: '501920410',
      tenPhuongXa: 'Phường Hội An',
      tenPhuongXaEn: expect.any(String) as string,
      trucThuocTinh: '501',
    });
    expect(await first('ly-do-cu-tru/get-all')).toEqual({ id: 1, name: 'Du lịch' });
    expect(await first('loai-giay-to/get-all')).toEqual({ id: 1, name: 'Thẻ CCCD' });
    expect(await first('noi-cu-tru/get-all')).toEqual({ id: 1, name: 'Thường trú' });
  });

  it('answers every failure in its own envelope', async () => {
    const form = (code: string) => ({ code, message: expect.any(String) as string, data: null });
    expect((await call(VIETNAMESE, {})).body).toEqual(form('400'));
    expect((await call(VIETNAMESE, [])).body).toEqual(form('400'));
    expect((await call(VIETNAMESE, [1])).body).toEqual(form('400'));
    expect(
      (await api.call('post', VIETNAMESE, bearer).set('Content-Type', 'application/json').send('[{')).body,
    ).toEqual(form('400'));
    expect((await api.call('post', VIETNAMESE).send([])).body).toEqual(form('401'));
    expect((await api.call('post', VIETNAMESE, bearer).type('form').send('a=b')).body).toEqual(form('415'));
    expect((await api.call('get', '/client-service/nowhere', bearer)).body).toEqual(form('404'));
    expect(
      (
        await call(
          VIETNAMESE,
          Array.from({ length: 201 }, () => ({})),
        )
      ).body,
    ).toEqual(form('400'));
    const photo = 'A'.repeat(3_000_000);
    expect((await call(VIETNAMESE, [portalGuest({ anhTruocB64: photo })])).status).toBe(200);
    expect((await call(VIETNAMESE, [portalGuest({ anhTruocB64: 'A'.repeat(21_000_000) })])).body).toEqual(form('413'));
  });
});
