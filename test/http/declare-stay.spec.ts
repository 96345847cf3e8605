import { guest, nextPersonalNumber, NORTHBOUND } from '../support/builders';
import { createTestApi, type TestApi } from '../support/test-api';

interface Answer {
  readonly stayId: string;
  readonly warnings: readonly { code: string; pointer: string }[];
  readonly errors: readonly {
    code: string;
    pointer: string;
    message: { vi: string; en: string };
    fix: { vi: string; en: string };
  }[];
}

const codes = (body: Answer): string[] => body.errors.map((error) => `${error.code} ${error.pointer}`).sort();

describe('POST /v1/stays', () => {
  let api: TestApi;
  let key: string;
  let facilityId: string;

  beforeAll(async () => {
    api = await createTestApi();
    const hotel = await api.build.facility({ rooms: ['203', '305'] });
    facilityId = hotel.facilityId;
    key = await api.build.apiKey([hotel]);
  });
  beforeEach(() => api.clock.set('2026-11-23T14:56:00Z'));
  afterAll(() => api.close());

  const stays = async (): Promise<number> => {
    const [row] = await api.build.rows<{ n: number }>('SELECT count(*)::int AS n FROM stay');
    return row?.n ?? 0;
  };

  it('records a guest by card QR and answers with the deadline', async () => {
    const number = nextPersonalNumber();
    const qr = `${number}||TRẦN THỊ BÌNH|15081990|Nữ|Phường Minh An, Thành phố Hội An, Quảng Nam|10052021`;
    const answer = await api.declare(key, { ...guest(), person: { qr } });
    expect(answer.body).toMatchObject({
      facilityId,
      kind: 'guest',
      state: 'in_house',
      status: 'pending',
      arrivedAt: '2026-11-23T21:50:00+07:00',
      declaredAt: '2026-11-23T21:56:00+07:00',
      dueAt: '2026-11-23T23:00:00+07:00',
      late: false,
      warnings: [],
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.location).toBe(`/v1/stays/${(answer.body as Answer).stayId}`);

    const stay = await api.call('get', answer.headers.location ?? '', key);
    expect(stay.status).toBe(200);
    expect(stay.body).toMatchObject({
      person: {
        fullName: 'TRẦN THỊ BÌNH',
        birthDate: '1990-08-15',
        sex: 'F',
        nationality: 'VNM',
        documentNumber: number,
      },
      place: { room: '203' },
      delivery: { status: 'pending' },
    });
    const [origin] = await api.build.rows('SELECT origin_province_id FROM stay WHERE stay_id = $1', [
      (answer.body as Answer).stayId,
    ]);
    expect(origin).toEqual({ origin_province_id: 'p48' });
  });

  it('records a foreigner by passport MRZ, due 12 hours after arrival', async () => {
    const mrz = 'P<D<<MUELLER<<HANS<PETER<<<<<<<<<<<<<<<<<<<<\nC01X00T478D<<6408125M3102282<<<<<<<<<<<<<<<2';
    const answer = await api.declare(key, { ...guest(), person: { mrz } });
    expect(answer.body).toMatchObject({ dueAt: '2026-11-24T09:50:00+07:00', late: false });
    expect(answer.status).toBe(201);
  });

  it('accepts a late declaration and marks it', async () => {
    const answer = await api.declare(
      key,
      guest({ arrivedAt: '2026-11-20T14:00', expectedDepartureAt: '2026-11-24T12:00' }),
    );
    const body = answer.body as Answer;
    expect([answer.status, body.warnings.map((w) => w.code)]).toEqual([201, ['declared-late']]);
    expect(body).toMatchObject({ late: true, dueAt: '2026-11-20T23:00:00+07:00' });
  });

  it('records all other kinds', async () => {
    const hospital = await api.build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
    const operator = await api.build.facility({ kind: 'nha-xe', vehicles: ['43B-012.34'], routes: [NORTHBOUND] });
    const zone = await api.build.facility({ kind: 'nha-o-kcn' });
    const wide = await api.build.apiKey([hospital, operator, zone]);
    const patient = await api
      .call('post', '/v1/patients', wide)
      .send({ facilityId: hospital.code, recordNumber: 'BA-7', department: 'NOI' });
    const trip = await api.call('post', '/v1/trips', wide).send({
      facilityId: operator.facilityId,
      externalRef: 'T-1',
      plate: '43B-012.34',
      routeCode: 'DN-HN',
      departsAt: '2026-11-23T19:00',
    });
    const { person } = guest();
    const place = { patientId: (patient.body as { patientId: string }).patientId };
    const { tripId } = trip.body as { tripId: string };
    const bodies = [
      { facilityId: hospital.code, kind: 'patient', person, place },
      {
        facilityId: hospital.code,
        kind: 'relative',
        person: guest().person,
        expectedDepartureAt: '2026-11-30T10:00',
        place: { ...place, relation: 'con' },
      },
      {
        facilityId: operator.code,
        kind: 'passenger',
        person: guest().person,
        place: { tripId, seat: 'A1', boardingStop: 'DN', alightingStop: 'VINH' },
      },
      {
        facilityId: zone.code,
        kind: 'tenant',
        person: guest().person,
        reason: 19,
        place: { unit: 'A-12', employer: 'Công ty May', industrialZoneId: 'KCN-HK' },
      },
    ];
    for (const body of bodies) {
      const answer = await api.declare(wide, body);
      expect([answer.status, (answer.body as Answer).errors]).toEqual([201, undefined]);
    }
  });

  describe('a repeat', () => {
    it('gets the first answer, byte for byte, and does nothing', async () => {
      const body = guest();
      const first = await api.declare(key, body, 'repeat-1');
      api.clock.advance(3_600_000);
      const before = await stays();
      const second = await api.declare(key, body, 'repeat-1');
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.text).toBe(first.text);
      expect(second.headers['idempotent-replayed']).toBe('true');
      expect(await stays()).toBe(before);
    });

    it('is recognised whatever the order of its fields', async () => {
      const body = guest();
      const first = await api.declare(key, body, 'repeat-2');
      const reordered = Object.fromEntries(Object.entries(body).reverse());
      expect((await api.declare(key, reordered, 'repeat-2')).text).toBe(first.text);
    });

    it('under a used key with another body is a conflict', async () => {
      await api.declare(key, guest(), 'repeat-3');
      const other = await api.declare(key, guest(), 'repeat-3');
      expect([other.status, (other.body as { code: string }).code]).toEqual([409, 'idempotency-key-reused']);
      const invalid = await api.declare(key, { kind: 'guest' }, 'repeat-3');
      expect(invalid.status).toBe(409);
    });

    it('gets the first answer even when the rules would refuse it by now', async () => {
      const body = guest();
      const first = await api.declare(key, body, 'repeat-4');
      api.clock.set('2027-02-20T08:00:00Z');
      expect((await api.declare(key, body, 'repeat-4')).text).toBe(first.text);
    });

    it('sent twenty times at once records one stay', async () => {
      const body = guest();
      const before = await stays();
      const answers = await Promise.all(Array.from({ length: 20 }, () => api.declare(key, body, 'repeat-5')));
      expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
      expect(answers[0]?.status).toBe(201);
      expect(await stays()).toBe(before + 1);
    });

    it('of a person without papers at once records one stay', async () => {
      const body = guest({}, { document: { type: 9, description: 'Mất giấy tờ' } });
      const before = await stays();
      const answers = await Promise.all(Array.from({ length: 10 }, () => api.declare(key, body, 'repeat-6')));
      expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
      expect(await stays()).toBe(before + 1);
    });

    it('may be told by the client reference instead of a key', async () => {
      const body = guest({ externalRef: 'BK-1' });
      const send = () => api.call('post', '/v1/stays', key).send(body);
      const [first, second] = [await send(), await send()];
      expect([first.status, second.text]).toEqual([201, first.text]);
      const found = await api.call('get', '/v1/stays?externalRef=BK-1', key);
      expect((found.body as { stays: object[] }).stays).toEqual([
        expect.objectContaining({ stayId: (first.body as Answer).stayId }),
      ]);
    });

    it('needs a key or a reference', async () => {
      const answer = await api.call('post', '/v1/stays', key).send(guest());
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'idempotency-key-missing']);
      const malformed = await api.declare(key, guest(), 'with space');
      expect([malformed.status, (malformed.body as { code: string }).code]).toEqual([400, 'idempotency-key-malformed']);
    });
  });

  describe('a person in house', () => {
    it('cannot be declared a second time, by whatever card', async () => {
      const number = nextPersonalNumber();
      const first = await api.declare(key, guest({}, { document: { type: 1, number } }));
      const second = await api.declare(key, guest({ place: { room: '305' } }, { document: { type: 8, number } }));
      expect(second.body).toMatchObject({
        status: 409,
        code: 'already-in-house',
        errors: [{ code: 'already-in-house', pointer: '/person', params: { stayId: (first.body as Answer).stayId } }],
      });
    });

    it('may come back after leaving, and may have been here before', async () => {
      const document = { document: { type: 1, number: nextPersonalNumber() } };
      const stay = (arrivedAt: string, expectedDepartureAt: string) =>
        api.declare(key, guest({ arrivedAt, expectedDepartureAt }, document));
      expect((await stay('2026-11-22T14:00', '2026-11-23T12:00')).status).toBe(201);
      expect((await stay('2026-11-23T12:00', '2026-11-24T12:00')).status).toBe(201);
      expect((await stay('2026-11-20T14:00', '2026-11-22T12:00')).status).toBe(201);
      expect((await stay('2026-11-21T14:00', '2026-11-23T12:00')).status).toBe(409);
    });

    it('declared by two clerks at once is recorded once, without waiting for each other', async () => {
      const document = { document: { type: 1, number: nextPersonalNumber() } };
      const answers = await Promise.all(Array.from({ length: 12 }, () => api.declare(key, guest({}, document))));
      expect(answers.map((answer) => answer.status).sort()).toEqual([201, ...Array<number>(11).fill(409)]);
    });

    it('may be in house at two facilities', async () => {
      const document = { document: { type: 1, number: nextPersonalNumber() } };
      const other = await api.build.apiKey([await api.build.facility()]);
      expect((await api.declare(key, guest({}, document))).status).toBe(201);
      expect((await api.declare(other, guest({}, document))).status).toBe(201);
    });
  });

  describe('what is wrong', () => {
    it('is told all at once, with pointer, both languages and the fix', async () => {
      const before = await stays();
      const answer = await api.declare(key, {
        kind: 'guest',
        unknown: 1,
        person: { fullName: 7, birthDate: '1990-02-31', sex: 'X', document: { type: 1, number: '123' } },
        arrivedAt: '2026-11-24T10:00',
        expectedDepartureAt: 'soon',
        reason: 20,
        place: { seat: 'A1' },
      });
      expect(answer.status).toBe(422);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(codes(answer.body as Answer)).toEqual([
        'date-not-in-calendar /person/birthDate',
        'document-number-twelve-digits /person/document/number',
        'field-not-for-kind /place/seat',
        'field-required /place/room',
        'field-unknown /unknown',
        'moment-malformed /expectedDepartureAt',
        'reason-text-required /reasonText',
        'type-wrong /person/fullName',
        'value-not-allowed /person/sex',
      ]);
      for (const error of (answer.body as Answer).errors) {
        expect(error.message.vi).not.toBe(error.message.en);
        expect(error.fix.vi.length * error.fix.en.length).toBeGreaterThan(0);
        expect(`${error.message.vi}${error.message.en}`).not.toMatch(/[{}]/);
      }
      expect(await stays()).toBe(before);
    });

    it.each<[string, Record<string, unknown>, string]>([
      ['an arrival tomorrow', { arrivedAt: '2026-11-24T08:00' }, 'arrival-in-future /arrivedAt'],
      [
        'an arrival of another year',
        { arrivedAt: '2025-11-23T08:00', expectedDepartureAt: '2025-11-24T08:00' },
        'arrival-too-long-ago /arrivedAt',
      ],
      [
        'a departure before the arrival',
        { expectedDepartureAt: '2026-11-22T08:00' },
        'departure-before-arrival /expectedDepartureAt',
      ],
      [
        'more than thirty days',
        { expectedDepartureAt: '2026-12-24T08:00' },
        'stay-longer-than-notice /expectedDepartureAt',
      ],
      ['a day that is not', { arrivedAt: '2026-02-31T08:00' }, 'moment-not-in-calendar /arrivedAt'],
      ['an unknown reason', { reason: 77 }, 'code-unknown /reason'],
      ['a reason text too many', { reasonText: 'x' }, 'reason-text-not-for-code /reasonText'],
      ['a kind the facility has not', { kind: 'passenger' }, 'kind-not-for-facility /kind'],
      ['no kind', { kind: undefined }, 'field-required /kind'],
      ['no person', { person: undefined }, 'field-required /person'],
      ['a person that is a list', { person: [] }, 'type-wrong /person'],
      ['a NUL byte', { note: 'a\u0000b' }, 'text-unusable /note'],
      ['half a surrogate pair', { note: 'a\ud800b' }, 'text-unusable /note'],
      ['an endless text', { note: 'x'.repeat(10_000) }, 'text-too-long /note'],
      ['a nested unknown field', { place: { room: '203', 'a/b~c': 1 } }, 'field-unknown /place/a~1b~0c'],
      ['a reference with blanks', { externalRef: 'a b' }, 'text-unusable /externalRef'],
      ['a fractional reason', { reason: 1.5 }, 'type-wrong /reason'],
      ['a reason as text', { reason: '1' }, 'type-wrong /reason'],
    ])('is refused: %s', async (_what, change, expected) => {
      const answer = await api.declare(key, guest(change));
      expect(answer.status).toBe(422);
      expect(codes(answer.body as Answer)).toContain(expected);
    });

    it.each<[string, string, string, number, string]>([
      ['broken JSON', '{"kind":', 'application/json', 400, 'body-malformed'],
      ['an empty body', '', 'application/json', 400, 'body-malformed'],
      ['a list', '[]', 'application/json', 422, 'validation-failed'],
      ['a number', '7', 'application/json', 422, 'validation-failed'],
      ['null', 'null', 'application/json', 422, 'validation-failed'],
      [
        'an object nested without end',
        `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`,
        'application/json',
        400,
        'body-malformed',
      ],
      [
        'a list nested without end',
        `{"person":${'['.repeat(300_000)}${']'.repeat(300_000)}}`,
        'application/json',
        400,
        'body-malformed',
      ],
      ['a poisoned prototype', '{"__proto__":{"x":1}}', 'application/json', 400, 'body-malformed'],
      ['a form', 'kind=guest', 'application/x-www-form-urlencoded', 415, 'media-type-unsupported'],
      ['XML', '<kind/>', 'application/xml', 415, 'media-type-unsupported'],
      ['two megabytes', `{"note":"${'x'.repeat(2_000_000)}"}`, 'application/json', 413, 'body-too-large'],
    ])('is refused: %s', async (_what, body, type, status, code) => {
      const answer = await api
        .call('post', '/v1/stays', key)
        .set('Idempotency-Key', 'odd')
        .set('Content-Type', type)
        .send(body);
      expect([answer.status, (JSON.parse(answer.text) as { code: string }).code]).toEqual([status, code]);
    });

    it('is refused where it is not UTF-8', async () => {
      const body = Buffer.from(JSON.stringify(guest({}, { fullName: 'Tr\u00e2n' })), 'latin1');
      const answer = await api
        .call('post', '/v1/stays', key)
        .set('Idempotency-Key', 'latin')
        .set('Content-Type', 'application/json')
        .send(body.toString('latin1'));
      expect(answer.status).toBe(201);
      const raw = await fetch(`${await api.url()}/v1/stays`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'latin-2' },
        body,
      });
      expect([raw.status, codes((await raw.json()) as Answer)]).toEqual([422, ['text-unusable /person/fullName']]);
    });

    it('is answered briefly however much is wrong', async () => {
      const unknown = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 1]));
      expect((await api.declare(key, unknown(40_000))).status).toBe(400);
      const answer = await api.declare(key, unknown(190));
      expect(answer.status).toBe(422);
      expect((answer.body as Answer).errors.length).toBeLessThan(110);
    });

    it('is never repeated back, nor a server error, for any JSON', async () => {
      const odd: unknown[] = [
        0,
        -1,
        1e308,
        '',
        'x',
        '\ud800',
        '\u0000',
        'ĐẶNG'.normalize('NFD'),
        [],
        [[]],
        {},
        { a: { b: [] } },
        true,
        null,
        'x'.repeat(5_000),
        '2026-02-30',
        '9'.repeat(400),
      ];
      const fields = [
        'kind',
        'facilityId',
        'externalRef',
        'person',
        'arrivedAt',
        'expectedDepartureAt',
        'reason',
        'reasonText',
        'note',
        'place',
      ];
      const inner = ['qr', 'mrz', 'fullName', 'birthDate', 'sex', 'nationality', 'document', 'phone', 'residence'];
      for (const value of odd) {
        for (const field of fields) {
          const { status } = await api.declare(key, guest({ [field]: value }));
          expect([field, value, status < 500]).toEqual([field, value, true]);
        }
        for (const field of inner) {
          const { status } = await api.declare(key, guest({}, { [field]: value }));
          expect([field, value, status < 500]).toEqual([field, value, true]);
        }
      }
    });
  });

  it('speaks English when asked to', async () => {
    const answer = await api.declare(key, { kind: 'guest' }).set('Accept-Language', 'en-GB,en;q=0.9');
    expect((answer.body as { title: string }).title).toBe('The data is not valid');
    expect((await api.declare(key, { kind: 'guest' })).body).toMatchObject({ title: 'Dữ liệu chưa hợp lệ' });
  });

  it('is refused while the facility is suspended', async () => {
    const closed = await api.build.apiKey([await api.build.facility({ status: 'suspended' })]);
    const answer = await api.declare(closed, guest());
    expect(codes(answer.body as Answer)).toEqual(['facility-not-active /facilityId']);
  });

  describe('POST /v1/stays/validate', () => {
    const dryRun = (body: object) => api.call('post', '/v1/stays/validate', key).send(body);

    it('says what declaring would say, and records nothing', async () => {
      const before = await stays();
      expect((await dryRun(guest())).body).toEqual({
        valid: true,
        errors: [],
        warnings: [],
        dueAt: '2026-11-23T23:00:00+07:00',
        late: false,
      });
      const faulty = guest({ reason: 77, place: {}, bogus: true });
      const [dry, real] = [await dryRun(faulty), await api.declare(key, faulty)];
      expect(dry.status).toBe(200);
      expect((dry.body as { valid: boolean }).valid).toBe(false);
      expect((dry.body as Answer).errors).toEqual((real.body as Answer).errors);
      expect(await stays()).toBe(before);
    });

    it('sees a person in house as declaring does', async () => {
      const body = guest({}, { document: { type: 1, number: nextPersonalNumber() } });
      await api.declare(key, body);
      const dry = await dryRun(body);
      const real = await api.declare(key, body);
      expect((dry.body as Answer).errors).toEqual((real.body as Answer).errors);
      expect((dry.body as { valid: boolean }).valid).toBe(false);
    });
  });
});
