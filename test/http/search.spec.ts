import { guest, nextPersonalNumber } from '../support/builders';
import { keptIn } from '../support/legible';
import type { Browser } from '../support/people';
import { auditOf, type Found, type SearchStage, searchStage } from '../support/search';
import { type World } from '../support/world';

describe('searching for people', () => {
  let stage: SearchStage;
  let world: World;
  let elsewhere: World;
  let officer: Browser;
  let hung: string;
  beforeAll(async () => {
    stage = await searchStage({ searchesPerHour: 10_000, searchesPerDay: 10_000, rowsPerDay: 100_000 });
    world = await stage.worlds.create('w20410');
    elsewhere = await stage.worlds.create('w20413');
    officer = await stage.worlds.person(world, 'ward-police');
    hung = nextPersonalNumber();
    await stage.declare(
      world,
      {
        fullName: 'Nguyễn Văn Hùng',
        birthDate: '1985-03-12',
        sex: 'M',
        phone: '0905 777 888',
        document: { type: 1, number: hung },
      },
      { place: { room: '301' } },
    );
    await stage.declare(world, { fullName: 'Huỳnh Thị Mỹ Lệ', birthDate: '1992-11-02' }, { place: { room: '302' } });
    await stage.declare(world, { fullName: 'Võ Minh Tuấn', birthDate: '1979-01-30', sex: 'M' });
    await stage.declare(world, {
      fullName: 'Mohammed Al Rashid',
      birthDate: '1970-05-05',
      sex: 'M',
      nationality: 'EGY',
      document: { type: 4, number: 'A1234567' },
      permitUntil: '2026-12-31',
    });
    // The same names in another ward, which this officer never sees.
    await stage.declare(elsewhere, {
      fullName: 'Nguyễn Văn Hùng',
      birthDate: '1985-03-12',
      sex: 'M',
      phone: '0905777888',
    });
    await stage.declare(elsewhere, { fullName: 'Huỳnh Thị Mỹ Lệ', birthDate: '1992-11-02' });
  });
  afterAll(() => stage.close());

  const find = (criteria: object, by = officer): Promise<Found> => stage.find(by, criteria);
  const names = async (criteria: object): Promise<string[]> =>
    (await find(criteria)).persons.map(({ fullName }) => fullName);

  describe('by one criterion', () => {
    it.each([
      ['a whole number', () => ({ documentNumber: hung })],
      [
        'a number with spaces and dots',
        () => ({ documentNumber: `${hung.slice(0, 3)} ${hung.slice(3, 6)}.${hung.slice(6)}` }),
      ],
      ['the end of a number with the birth year', () => ({ documentTail: hung.slice(-6), birthYear: 1985 })],
      ['a phone, written otherwise', () => ({ phone: '+84905777888' })],
      ['a name with marks', () => ({ name: 'Nguyễn Văn Hùng' })],
      ['a name without marks', () => ({ name: 'nguyen van hung' })],
      ['a name in another order', () => ({ name: 'Hùng Nguyễn Văn' })],
      ['a name without its middle', () => ({ name: 'Nguyễn Hùng' })],
      ['a name that an input method mangled', () => ({ name: 'Nguyeenx Vawn Hungf' })],
      ['a name in VNI digits', () => ({ name: 'Nguye6n4 Va8n Hu2ng' })],
      ['one word of a name with the birth year', () => ({ name: 'hung', birthYear: 1985 })],
      ['one word of a name at a facility', () => ({ name: 'Hùng', facilityId: world.hotel.code, period: {} })],
      ['room', () => ({ facilityId: world.hotel.code, room: '301', period: { event: 'in-house' } })],
    ])('%s', async (_what, criteria) => expect(await names(criteria())).toEqual(['Nguyễn Văn Hùng']));

    it.each([
      ['Hoàng for Huỳnh', { name: 'Hoàng Thị Mỹ Lệ' }, 'Huỳnh Thị Mỹ Lệ'],
      ['i for y', { name: 'Huỳnh Thị Mĩ Lệ' }, 'Huỳnh Thị Mỹ Lệ'],
      ['Vũ for Võ', { name: 'Vũ Minh Tuấn' }, 'Võ Minh Tuấn'],
      ['a typing slip', { name: 'Võ Mihn Tuấn' }, 'Võ Minh Tuấn'],
      ['a letter left out', { name: 'Vo Minh Tun' }, 'Võ Minh Tuấn'],
      ['another transliteration', { name: 'Muhamad Al Rashid' }, 'Mohammed Al Rashid'],
      ['a foreign name without its middle', { name: 'Mohammed Rashid' }, 'Mohammed Al Rashid'],
      ['a foreign first name and year', { name: 'mohammed', birthYear: 1970 }, 'Mohammed Al Rashid'],
    ])('%s', async (_what, criteria, fullName) => expect((await names(criteria))[0]).toBe(fullName));

    it('nationality, kind of facility, area and days', async () => {
      const period = { event: 'arrival', from: '2026-11-20', to: '2026-11-25' };
      expect(await names({ nationality: 'EGY', period })).toEqual(['Mohammed Al Rashid']);
      expect(await names({ birthYear: 1979, period })).toEqual(['Võ Minh Tuấn']);
      expect((await find({ unitId: 'w20410', sex: 'M', period })).total).toBe(3);
      expect((await find({ facilityKind: 'nha-nghi', period })).total).toBe(0);
      expect((await find({ facilityKind: 'khach-san', kind: 'guest', period })).total).toBe(5);
    });

    it('plate and trip', async () => {
      const seated = await stage.api
        .call('post', '/v1/stays', world.key)
        .set('Idempotency-Key', 'seat')
        .send({
          ...guest(
            {
              kind: 'passenger',
              facilityId: world.operator.code,
              reason: undefined,
              arrivedAt: undefined,
              expectedDepartureAt: undefined,
              place: { tripId: world.tripId, seat: 'A7', boardingStop: 'DN', alightingStop: 'HN' },
            },
            { fullName: 'Đỗ Thị Xa' },
          ),
        });
      expect(seated.status).toBe(201);
      expect(await names({ plate: '43b 012 34' })).toEqual(['Đỗ Thị Xa']);
      expect(await names({ tripId: world.tripId })).toEqual(['Đỗ Thị Xa']);
      expect(await names({ plate: '99A-000.01' })).toEqual([]);
    });

    it('when somebody left', async () => {
      const fullName = 'Phan Đã Đi';
      const stayId = await stage.declare(world, { fullName, birthDate: '1966-06-06' });
      const days = { from: '2026-11-23', to: '2026-11-24' };
      const at = (event: string) => names({ facilityId: world.hotel.code, name: fullName, period: { event, ...days } });
      expect(await at('departure')).toEqual([]);
      await stage.act(world, stayId, 'check-out', { version: 1 });
      expect(await at('departure')).toEqual([fullName]);
      expect(await at('in-house')).toEqual([fullName]);
      expect(await names({ name: fullName, period: { event: 'in-house' } })).toEqual([]);
    });
  });

  it('holds every hit against every criterion', async () => {
    const whole = {
      name: 'nguyen van hung',
      birthDate: '1985-03-12',
      sex: 'M',
      nationality: 'VNM',
      kind: 'guest',
      facilityId: world.hotel.code,
      room: '301',
      documentNumber: hung,
      phone: '0905777888',
      period: { event: 'in-house' },
    };
    expect(await names(whole)).toEqual(['Nguyễn Văn Hùng']);
    for (const broken of [
      { birthDate: '1985-03-13' },
      { sex: 'F' },
      { nationality: 'FRA' },
      { kind: 'tenant' },
      { room: '302' },
      { phone: '0905777889' },
      { documentNumber: '049190999999' },
      { facilityId: world.hospital.code },
      { unitId: 'w20413' },
      { period: { event: 'departure', from: '2026-11-20', to: '2026-11-22' } },
    ]) {
      expect([broken, (await find({ ...whole, ...broken })).total]).toEqual([broken, 0]);
    }
  });

  it('explains every hit in both languages, the likeliest first', async () => {
    const twin = { fullName: 'Nguyễn Văn Hừng', birthDate: '1985-07-07', sex: 'M' };
    const stayId = await stage.declare(world, twin);
    const { persons } = await find({ name: 'Nguyễn Văn Hùng', birthYear: 1985 });
    expect(persons.map(({ fullName }) => fullName)).toEqual(['Nguyễn Văn Hùng', 'Nguyễn Văn Hừng']);
    expect(persons[0]).toMatchObject({
      documentNumber: hung,
      birthDate: '1985-03-12',
      stayCount: 1,
    });
    expect(persons[0]?.score).toBeGreaterThan(persons[1]?.score ?? 1);
    for (const { reasons } of persons) {
      expect(reasons.length).toBeGreaterThan(0);
      for (const { vi, en } of reasons) expect([vi.length > 3, en.length > 3, vi === en]).toEqual([true, true, false]);
    }
    const byNumber = await find({ documentNumber: hung, name: 'Trần Bình' });
    expect(byNumber.persons[0]?.reasons.map(({ code }) => code)).toContain('same-number');
    await stage.act(world, stayId, 'cancel', { version: 1, reason: 'khong-den' });
  });

  it('shows a person once, with the latest stays', async () => {
    const number = nextPersonalNumber();
    const person = { fullName: 'Lâm Thị Quay Lại', birthDate: '1988-08-08', document: { type: 1, number } };
    for (let i = 0; i < 5; i += 1) {
      const stayId = await stage.declare(world, person);
      await stage.act(world, stayId, 'cancel', { version: 1, reason: 'khong-den' });
    }
    const last = await stage.declare(world, person);
    const { persons, total } = await find({ name: 'Lâm Thị Quay Lại' });
    expect(total).toBe(1);
    expect(persons[0]).toMatchObject({ stayCount: 6, documentNumber: number });
    expect(persons[0]?.stays.map(({ state }) => state)).toEqual(['in_house', 'cancelled', 'cancelled']);
    expect(persons[0]?.stays[0]?.stayId).toBe(last);
    expect(
      (await find({ name: 'Lâm Thị Quay Lại', period: { event: 'arrival', from: '2026-11-22', to: '2026-11-24' } }))
        .persons[0]?.stayCount,
    ).toBe(1);
  });

  it('finds by what a correction made of a stay, and no more by what it was', async () => {
    const [wrong, right] = [nextPersonalNumber(), nextPersonalNumber()];
    const stayId = await stage.declare(world, {
      fullName: 'Trịnh Sai Tên',
      birthDate: '1975-05-05',
      phone: '0911000111',
      document: { type: 1, number: wrong },
    });
    const changes = {
      person: { fullName: 'Trịnh Đúng Rồi', birthDate: '1976-06-06', phone: '0911000222', document: { number: right } },
    };
    await stage.act(world, stayId, 'correct', { version: 1, changes });
    const gone = [
      { name: 'Trịnh Sai Tên' },
      { documentNumber: wrong },
      { phone: '0911000111' },
      { name: 'Tên', birthYear: 1975 },
      { documentTail: wrong.slice(-6), birthYear: 1975 },
    ];
    const now = [
      { name: 'Trịnh Đúng Rồi' },
      { name: 'trinh roi' },
      { documentNumber: right },
      { phone: '0911000222' },
      { name: 'roi', birthYear: 1976 },
      { documentTail: right.slice(-6), birthYear: 1976 },
    ];
    for (const criteria of gone) expect([criteria, (await find(criteria)).total]).toEqual([criteria, 0]);
    for (const criteria of now) expect([criteria, (await find(criteria)).total]).toEqual([criteria, 1]);
  });

  describe('within the area only', () => {
    it('neither hits nor counts tell of other wards', async () => {
      const province = await stage.worlds.person(world, 'provincial-police');
      for (const criteria of [{ name: 'Huỳnh Thị Mỹ Lệ' }, { phone: '0905777888' }, { name: 'Lệ', birthYear: 1992 }]) {
        const [own, all] = [await find(criteria), await find(criteria, province)];
        expect([own.total, all.total]).toEqual([1, 2]);
        expect(own.persons.flatMap(({ stays }) => stays.map(({ facility }) => facility.wardId))).toEqual(['w20410']);
      }
      expect((await find({ facilityId: elsewhere.hotel.code, period: {} })).total).toBe(0);
      expect((await find({ facilityId: elsewhere.hotel.facilityId, period: {} })).total).toBe(0);
      expect((await find({ facilityId: 'T-NOWHERE', period: {} })).total).toBe(0);
      expect((await find({ documentNumber: elsewhere.guestNumber })).total).toBe(0);
      expect((await find({ tripId: elsewhere.tripId })).total).toBe(0);
    });

    it('nor does a cursor that somebody else was given', async () => {
      for (let i = 0; i < 23; i += 1)
        await stage.declare(elsewhere, { fullName: 'Cao Thị Đông Người', birthDate: `${1990 - (i % 2)}-01-01` });
      const criteria = { name: 'Cao Thị Đông Người' };
      const province = await stage.worlds.person(world, 'provincial-police');
      const first = await find(criteria, province);
      expect([first.total, first.persons.length, first.cut]).toEqual([23, 20, false]);
      const next = await find({ ...criteria, cursor: first.next }, province);
      expect([next.page, next.persons.length, next.next, next.searchId]).toEqual([2, 3, null, first.searchId]);
      const numbers = [...first.persons, ...next.persons].map(({ documentNumber }) => documentNumber);
      expect(new Set(numbers).size).toBe(23);
      const refused = async (by: Browser, body: object) => (await stage.search(by, body)).body as { code: string };
      expect(await refused(officer, { ...criteria, cursor: first.next })).toMatchObject({ code: 'cursor-invalid' });
      expect(await refused(province, { name: 'Cao Thị Khác', cursor: first.next })).toMatchObject({
        code: 'cursor-invalid',
      });
      expect(await refused(province, { ...criteria, caseNumber: 'VV-2', cursor: first.next })).toMatchObject({
        code: 'cursor-invalid',
      });
      const forged = (first.next ?? '').replace('.2.', '.3.');
      expect(await refused(province, { ...criteria, cursor: forged })).toMatchObject({ code: 'cursor-invalid' });
    });
  });

  it('reads the newest twelve of each year of a name where no year is given, and says that there were more', async () => {
    for (let i = 0; i < 13; i += 1)
      await stage.declare(world, { fullName: 'Cao Thị Cùng Tuổi', birthDate: '1990-01-01' });
    expect(await find({ name: 'Cao Thị Cùng Tuổi' })).toMatchObject({ total: 12, cut: true });
    expect(await find({ name: 'Cao Thị Cùng Tuổi', birthYear: 1990 })).toMatchObject({ total: 13, cut: false });
  });

  describe('is accountable', () => {
    it('says no without purpose, case, or enough to search by, naming the field', async () => {
      const errors = async (body: object): Promise<string[]> => {
        const answer = await officer.send('post', '/v1/police/searches', body);
        expect(answer.status).toBe(422);
        return (answer.body as { errors: { pointer: string; code: string }[] }).errors.map(
          ({ pointer, code }) => `${pointer} ${code}`,
        );
      };
      const why = { purpose: 'tim-nguoi', caseNumber: 'VV-1' };
      expect(await errors({ name: 'Nguyễn Văn Hùng' })).toEqual([
        '/purpose field-required',
        '/caseNumber field-required',
      ]);
      expect(await errors({ name: 'Nguyễn Văn Hùng', purpose: 'kiem-tra-luu-tru' })).toEqual([
        '/caseNumber field-required',
      ]);
      expect(await errors({ ...why, purpose: 'to-mo', name: 'Nguyễn Văn Hùng' })).toEqual(['/purpose code-unknown']);
      expect(await errors({ ...why })).toEqual([' search-too-broad']);
      expect(await errors({ ...why, name: 'Hùng' })).toEqual(['/name search-half-name']);
      expect(await errors({ ...why, name: 'Ng%' })).toEqual(['/name search-wildcard']);
      expect(await errors({ ...why, documentNumber: '0491900012**' })).toEqual(['/documentNumber search-wildcard']);
      expect(await errors({ ...why, documentTail: '001234' })).toEqual(['/birthYear field-required']);
      expect(await errors({ ...why, facilityId: world.hotel.code })).toEqual(['/period field-required']);
      expect(await errors({ ...why, name: 'Nguyễn Hùng', room: '1' })).toEqual(['/room search-needs-facility']);
      expect(await errors({ ...why, unitId: 'w0', period: {} })).toEqual(['/unitId code-unknown']);
      const long = { event: 'arrival', from: '2026-01-01', to: '2026-11-01' };
      expect(await errors({ ...why, nationality: 'CHN', period: long })).toEqual(['/period/to search-period-too-long']);
      expect(await errors({ ...why, birthYear: 1985, sex: 'X' })).toEqual(['/sex value-not-allowed']);
    });

    it('notes every search and page, without what was searched for, before it is answered', async () => {
      const fresh = await stage.worlds.create('w20410');
      const by = await stage.worlds.person(fresh, 'ward-police');
      const found = await stage.find(by, { documentNumber: fresh.guestNumber, name: 'Trần Thị Bình' });
      stage.api.clock.advance(1_000);
      await stage.find(by, { phone: '0999999999' });
      expect(await auditOf(stage, by)).toEqual([
        {
          action: 'person.search',
          purpose: 'tim-nguoi',
          rowCount: 1,
          detail: { caseNumber: 'VV-2026/1', criteria: ['documentNumber', 'name'], cut: false, page: 1, persons: 1 },
        },
        {
          action: 'person.search',
          purpose: 'tim-nguoi',
          rowCount: 0,
          detail: { caseNumber: 'VV-2026/1', criteria: ['phone'], cut: false, page: 1, persons: 0 },
        },
      ]);
      expect(found.persons[0]?.stays[0]?.stayId).toBe(fresh.stayId);
      const citizen = await stage.worlds.citizen(fresh.guestNumber);
      expect((await citizen.send('get', '/v1/self/looks')).body).toMatchObject({
        looks: [{ stayId: fresh.stayId, looker: 'ward-police', purpose: 'tim-nguoi' }],
      });
    });

    it('tells the person of a search under an open case only later', async () => {
      const fresh = await stage.worlds.create('w20410');
      await stage.find(officer, { documentNumber: fresh.guestNumber, purpose: 'dieu-tra' });
      const citizen = await stage.worlds.citizen(fresh.guestNumber);
      expect((await citizen.send('get', '/v1/self/looks')).body).toEqual({ looks: [] });
    });

    it('leaves nothing of the criteria behind, not even in a problem', async () => {
      const odd = 'Xqzvbn Wkjhg';
      await stage.find(officer, { name: odd });
      const refused = await stage.search(officer, { name: `${odd}%` });
      expect(refused.text).not.toContain('Xqzvbn');
      const kept = await keptIn(stage.api.build, 'police_search', 'audit_entry');
      expect(kept).not.toContain('Xqzvbn');
      expect(kept).not.toContain(hung);
    });
  });

  it('says when there is more than one search may open', async () => {
    const fresh = await stage.worlds.create('w20410');
    await stage.copies(fresh, 320);
    const { total, cut, next } = await find({ facilityId: fresh.hotel.code, period: { event: 'in-house' } });
    expect([total, cut, next !== null]).toEqual([1, true, false]);
  });
});
