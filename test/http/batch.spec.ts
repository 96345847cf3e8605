import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { BatchService, type Received } from '@luutru/batch';
import { FORMS } from '@luutru/declaration-file';
import { type Batch, type BatchStage, startBatchStage } from '../support/batch-stage';
import { type BuiltFacility, guest, nextPersonalNumber, NORTHBOUND } from '../support/builders';
import { keptIn } from '../support/legible';
import { FIRST_ROW, numberOf, PORTAL_HEADERS, portalRow, portalWorkbook } from '../support/portal-file';
import type { TestApi } from '../support/test-api';

interface Row {
  readonly row: number;
  readonly outcome: string;
  readonly stayId: string | null;
  readonly repeated: boolean;
  readonly findings: { code: string; severity: string; column: string | null; fix: { vi: string } }[];
}

describe('batches', () => {
  let stage: BatchStage;
  let api: TestApi;
  let hotel: BuiltFacility;
  let key: string;

  beforeAll(async () => {
    stage = await startBatchStage();
    ({ api } = stage);
  });
  beforeEach(async () => {
    api.clock.set('2026-11-23T14:56:00Z');
    hotel = await api.build.facility({ rooms: ['203'] });
    key = await api.build.apiKey([hotel]);
  });
  afterAll(() => stage.close());

  const send = (file: Buffer | string, query: Record<string, string> = {}, apiKey = key) =>
    stage.send(file, query, apiKey);
  const finished = (batchId: string, apiKey = key) => stage.finished(batchId, apiKey);
  const run = (file: Buffer | string, query: Record<string, string> = {}, apiKey = key) =>
    stage.run(file, query, apiKey);
  const rowsOf = async ({ batchId }: Batch, query = 'limit=1000', apiKey = key): Promise<Row[]> =>
    ((await api.call('get', `/v1/batches/${batchId}/rows?${query}`, apiKey)).body as { rows: Row[] }).rows;
  const faultsOf = async (batch: Batch): Promise<string[]> =>
    (await rowsOf(batch, 'outcome=rejected&limit=1000')).map(
      ({ row, findings }) =>
        `${row} ${findings
          .filter(({ severity }) => severity === 'error')
          .map(({ code, column }) => `${column} ${code}`)
          .join(', ')}`,
    );
  const count = (table: string) => stage.count(table, hotel.facilityId);

  it('names exactly the 40 planted faults of 20 kinds among 1,000 rows, in the dry run as in the commit', async () => {
    const kinds: { change: (serial: number) => Record<string, unknown>; fault: string }[] = [
      { change: () => ({ B: '' }), fault: 'B field-required' },
      { change: () => ({ B: 'Bình 123' }), fault: 'B name-has-digits' },
      { change: () => ({ C: '31/02/1990' }), fault: 'C date-not-in-calendar' },
      { change: () => ({ C: '08/15/1990' }), fault: 'C date-month-first' },
      { change: () => ({ C: 'năm ngoái' }), fault: 'C date-malformed' },
      { change: () => ({ C: '15/08/2027' }), fault: 'C birth-date-in-future' },
      { change: () => ({ D: 'X' }), fault: 'D cell-code-unknown' },
      { change: () => ({ D: '' }), fault: 'D field-required' },
      { change: () => ({ F: '12 - Thẻ thư viện' }), fault: 'F cell-code-unknown' },
      { change: () => ({ H: '12345' }), fault: 'H document-number-twelve-digits' },
      { change: () => ({ H: 1234567890123456 }), fault: 'H number-precision-lost' },
      { change: () => ({ H: '' }), fault: 'H document-number-required' },
      { change: () => ({ I: 'gọi lễ tân' }), fault: 'I phone-malformed' },
      { change: () => ({ N: '25/11/2026 08:00' }), fault: 'N arrival-in-future' },
      { change: () => ({ N: '01/01/2026', O: '05/01/2026' }), fault: 'N arrival-too-long-ago' },
      { change: () => ({ O: '20/11/2026' }), fault: 'O departure-before-arrival' },
      { change: () => ({ O: '31/12/2026' }), fault: 'O stay-longer-than-notice' },
      { change: () => ({ P: '' }), fault: 'P field-required' },
      { change: () => ({ Q: '20 - Mục đích khác', R: '' }), fault: 'R reason-text-required' },
      { change: (serial) => ({ H: numberOf(serial - 1) }), fault: 'B same-person-in-row' },
    ];
    const planted = new Map(
      kinds.flatMap((kind, at) => [[at * 24 + 10, kind] as const, [at * 24 + 500, kind] as const]),
    );
    expect(planted.size).toBe(40);
    const rows = Array.from({ length: 1_000 }, (_, at) => portalRow(at + 1, planted.get(at)?.change(at + 1)));
    const file = await portalWorkbook(rows);
    const expected = [...planted].sort(([a], [b]) => a - b).map(([at, { fault }]) => `${at + FIRST_ROW} ${fault}`);

    const rehearsal = await run(file, { mode: 'validate', fileName: 'tblt_vn_import.xlsx' });
    expect(rehearsal).toMatchObject({
      state: 'validated',
      format: 'portal-xlsx',
      total: 1_000,
      accepted: 960,
      rejected: 40,
    });
    expect(await faultsOf(rehearsal)).toEqual(expected);
    expect(await count('stay')).toBe(0);

    const refused = await api
      .call('post', `/v1/batches/${rehearsal.batchId}/commit`, key)
      .send({ policy: 'all-or-nothing' });
    expect([refused.status, (refused.body as { code: string }).code]).toEqual([409, 'batch-has-faults']);
    const committed = await api
      .call('post', `/v1/batches/${rehearsal.batchId}/commit`, key)
      .send({ policy: 'valid-rows' });
    expect(committed.status).toBe(202);
    const real = await finished(rehearsal.batchId);
    expect(real).toMatchObject({ state: 'partly', total: 1_000, accepted: 960, rejected: 40 });
    expect(await faultsOf(real)).toEqual(expected);
    for (const table of [
      'stay',
      `(SELECT * FROM outbox WHERE topic = 'population') AS told`,
      'occupancy',
      '(SELECT * FROM name_index WHERE kind = 1) AS whole_name',
    ])
      expect([table, await count(table)]).toEqual([table, 960]);

    const marked = await api.call('get', `/v1/batches/${real.batchId}/result`, key).buffer(true).parse(binary);
    expect(marked.headers['content-disposition']).toContain('.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(marked.body as ArrayBuffer);
    const sheet = book.worksheets[0];
    if (!sheet) throw new Error('no sheet');
    const red: number[] = [];
    sheet.eachRow((row, number) => {
      if (row.getCell(20).text === 'Lỗi') red.push(number);
    });
    expect(red).toEqual([...planted.keys()].sort((a, b) => a - b).map((at) => at + FIRST_ROW));
    const [firstFault] = expected;
    const letter = firstFault?.split(' ')[1] ?? '';
    expect((sheet.getCell(`${letter}${10 + FIRST_ROW}`).fill as { fgColor: { argb: string } }).fgColor.argb).toBe(
      'FFFFC7CE',
    );
  }, 120_000);

  it('records all or nothing', async () => {
    const rows = [portalRow(1), portalRow(2, { C: 'x' }), portalRow(3)];
    const refused = await run(await portalWorkbook(rows), { mode: 'commit', policy: 'all-or-nothing' });
    expect(refused).toMatchObject({ state: 'refused', accepted: 2, rejected: 1, error: { code: 'batch-has-faults' } });
    expect(await count('stay')).toBe(0);
    const done = await run(await portalWorkbook([portalRow(1), portalRow(3)]), {
      mode: 'commit',
      policy: 'all-or-nothing',
    });
    expect(done).toMatchObject({ state: 'done', accepted: 2, rejected: 0 });
    expect(await count('stay')).toBe(2);
  });

  it('records nothing of all-or-nothing when somebody is checked in meanwhile', async () => {
    const number = nextPersonalNumber();
    const rehearsal = await run(await portalWorkbook([portalRow(1), portalRow(2, { H: number })]));
    await api.declare(key, guest({}, { document: { type: 1, number } }));
    await api.call('post', `/v1/batches/${rehearsal.batchId}/commit`, key).send({ policy: 'all-or-nothing' });
    expect(await finished(rehearsal.batchId)).toMatchObject({ state: 'refused' });
    expect(await count('stay')).toBe(1);
  });

  it('finds people in house, and the same person twice, before and while it records', async () => {
    const number = nextPersonalNumber();
    await api.declare(key, guest({}, { document: { type: 1, number } }));
    const file = await portalWorkbook([portalRow(1, { H: number }), portalRow(7), portalRow(7)]);
    for (const mode of ['validate', 'commit']) {
      const batch = await run(file, { mode });
      expect((await rowsOf(batch)).map(({ row, outcome, findings }) => [row, outcome, findings[0]?.code])).toEqual([
        [5, 'rejected', 'already-in-house'],
        [6, 'accepted', undefined],
        [7, 'rejected', 'same-person-in-row'],
      ]);
    }
    expect(await count('stay')).toBe(2);
  });

  it('recognises the same file, and works on it again only when told to', async () => {
    const file = await portalWorkbook([portalRow(1)]);
    const first = await run(file, { mode: 'commit' });
    api.clock.set('2026-11-23T14:56:30Z');
    const again = await send(file, { mode: 'commit' });
    expect([again.status, again.body]).toMatchObject([200, { batchId: first.batchId, sameFile: true, state: 'done' }]);
    api.clock.set('2026-11-23T14:57:00Z');
    expect(await run(file, { mode: 'commit', again: 'true' })).toMatchObject({ state: 'refused', rejected: 1 });
    expect(await count('stay')).toBe(1);
    const list = await api.call('get', '/v1/batches?limit=2', key);
    expect((list.body as { batches: Batch[] }).batches.map(({ state }) => state)).toEqual(['refused', 'cancelled']);
    expect((list.body as { next: string }).next).toEqual(expect.any(String));
  });

  it('knows a file that is sent again while it is still being taken in', async () => {
    const principal = { kind: 'api-key', id: randomUUID(), grants: [], ownIndexes: [] } as const;
    const bytes = await portalWorkbook([portalRow(1), portalRow(2)]);
    const receive = (): Promise<Received> =>
      api.app.get(BatchService).receive({
        caller: { principal, requestId: 'r' },
        facilityId: hotel.facilityId,
        mode: 'commit',
        policy: 'valid-rows',
        stayKind: null,
        tripId: null,
        fileName: null,
        again: false,
        file: Readable.from([bytes]),
      });
    const received = await api.build.sql(async (holder) => {
      // Neither can note in the audit trail what it received: both are at the end of taking the file in, or wait for it.
      await holder.query('BEGIN; LOCK TABLE audit_entry IN SHARE MODE');
      const both = Promise.all([receive(), receive()]);
      for (let waiting = 0; waiting < 2;) {
        const { rows } = await holder.query<{ n: number }>(
          `SELECT count(DISTINCT l.pid)::int AS n FROM pg_locks l JOIN pg_stat_activity a USING (pid)
           WHERE NOT l.granted AND a.datname = current_database()`,
        );
        waiting = rows[0]?.n ?? 0;
      }
      await holder.query('COMMIT');
      return both;
    });
    const [one, other] = received;
    expect([one.sameFile, other.sameFile].sort()).toEqual([false, true]);
    expect(one.batchId).toBe(other.batchId);
  });

  it('knows rows by their reference, across files and from single declarations', async () => {
    const line = (externalRef: string, number: string, name = 'Trần Thị Bình'): string =>
      JSON.stringify({ ...guest({ externalRef }, { fullName: name, document: { type: 1, number } }) });
    const [one, two] = [nextPersonalNumber(), nextPersonalNumber()];
    const first = await run(`${line('BK-1', one)}\n`, { mode: 'commit' });
    const second = await run(
      [line('BK-1', one), line('BK-1', one), line('BK-1', one, 'Tên Khác'), line('BK-2', two)].join('\n'),
      {
        mode: 'commit',
      },
    );
    const [known] = await rowsOf(first);
    const results = await rowsOf(second);
    expect(results.map(({ outcome, repeated }) => [outcome, repeated])).toEqual([
      ['accepted', true],
      ['accepted', true],
      ['rejected', false],
      ['accepted', false],
    ]);
    expect(results[0]?.stayId).toBe(known?.stayId);
    expect(results[2]?.findings[0]?.code).toBe('reference-reused');
    expect(await count('stay')).toBe(2);
  });

  it('says of references, of people who left and came back, in the dry run what it does in the commit', async () => {
    const [one, two, three] = [nextPersonalNumber(), nextPersonalNumber(), nextPersonalNumber()];
    const line = (externalRef: string | undefined, number: string, change: object = {}): string =>
      JSON.stringify(guest({ externalRef, ...change }, { document: { type: 1, number } }));
    await run([line('R-1', one), line('R-2', two)].join('\n'), { mode: 'commit' });
    const again = [
      line('R-1', one),
      line('R-2', two, { note: 'khác' }),
      line('R-3', three),
      line('R-3', three),
      line('R-3', three, { note: 'khác' }),
      line(undefined, three),
      line('R-4', one),
      line('R-4', nextPersonalNumber()),
    ].join('\n');
    const expected = [
      [1, 'accepted', true, undefined],
      [2, 'rejected', false, 'reference-reused'],
      [3, 'accepted', false, undefined],
      [4, 'accepted', true, undefined],
      [5, 'rejected', false, 'reference-reused'],
      [6, 'rejected', false, 'same-person-in-row'],
      [7, 'rejected', false, 'already-in-house'],
      [8, 'accepted', false, undefined],
    ];
    for (const mode of ['validate', 'commit']) {
      const rows = await rowsOf(await run(again, { mode }));
      const seen = rows.map(({ row, outcome, repeated, findings }) => [row, outcome, repeated, findings[0]?.code]);
      expect([mode, seen]).toEqual([mode, expected]);
    }
    expect(await count('stay')).toBe(4);
    expect(await count('batch_reference')).toBe(0);

    const headers = FORMS.foreigners.columns.map(({ header }) => header.vi);
    const traveller = (arrives: string, leaves: string, left: string) =>
      [1, 'HANS MUELLER', '12/08/1964', 'D', 'M', 'D', 'C01X00T47', '203', arrives, leaves, left, '31/12/2026'].join(
        ';',
      );
    const list = [
      headers.join(';'),
      traveller('22/11/2026 14:00', '25/11/2026', '23/11/2026 09:00'),
      traveller('23/11/2026 15:00', '26/11/2026', ''),
      traveller('23/11/2026 16:00', '26/11/2026', ''),
    ].join('\n');
    for (const mode of ['validate', 'commit']) {
      const rows = await rowsOf(await run(list, { mode }));
      expect(rows.map(({ outcome, findings }) => [outcome, findings[0]?.code])).toEqual([
        ['warned', 'declared-late'],
        ['accepted', undefined],
        ['rejected', 'same-person-in-row'],
      ]);
    }
  });

  it("takes the portal's workbooks of tenants too, where a room is what they rent", async () => {
    const block = await api.build.facility({ kind: 'nha-cho-thue' });
    const landlord = await api.build.apiKey([block]);
    const file = await portalWorkbook([portalRow(1), portalRow(2, { P: '' })]);
    for (const mode of ['validate', 'commit']) {
      const batch = await run(file, { mode, kind: 'tenant' }, landlord);
      const [first, second] = await rowsOf(batch, 'limit=10', landlord);
      expect([first?.outcome, second?.outcome]).toEqual([expect.stringMatching(/accepted|warned/), 'rejected']);
      expect(second?.findings).toMatchObject([{ code: 'field-required', column: 'P' }]);
      if (mode === 'validate') continue;
      const stay = await api.call('get', `/v1/stays/${first?.stayId}`, landlord);
      expect(stay.body).toMatchObject({ kind: 'tenant', place: { unit: '203' } });
    }
  });

  it('refuses files it cannot read with a reason, and empties before that', async () => {
    expect((await send(Buffer.alloc(0))).status).toBe(400);
    const bad = await run(Buffer.from('%PDF\u0000'));
    expect(bad).toMatchObject({ state: 'refused', error: { code: 'file-unknown' } });
    const header = await run(await portalWorkbook([]));
    expect(header).toMatchObject({ state: 'refused', error: { code: 'file-without-rows' } });
    const result = await api.call('get', `/v1/batches/${bad.batchId}/result`, key);
    expect(result.status).toBe(400);
    const json = await api.call('post', '/v1/stays', key).set('Content-Type', 'text/csv').send('a;b');
    expect(json.status).toBe(415);
  });

  it('takes CSV, XML of foreigners who left already, and a hospital list with relatives', async () => {
    const csv = [PORTAL_HEADERS, portalRow(1), portalRow(2)].map((row) => row.join(';')).join('\n');
    expect(await run(csv, { mode: 'commit' })).toMatchObject({ state: 'done', format: 'csv', accepted: 2 });
    const xml =
      '<KHAI_BAO_TAM_TRU><THONG_TIN_KHACH><ho_ten>MUELLER HANS</ho_ten><ngay_sinh>12/08/1964</ngay_sinh><gioi_tinh>M</gioi_tinh>' +
      '<ma_quoc_tich>D</ma_quoc_tich><so_ho_chieu>C01X00T47</so_ho_chieu><so_phong>203</so_phong><ngay_den>22/11/2026</ngay_den>' +
      '<ngay_di_du_kien>25/11/2026</ngay_di_du_kien><ngay_tra_phong>23/11/2026 11:00</ngay_tra_phong><thoi_han_tam_tru>31/12/2026</thoi_han_tam_tru></THONG_TIN_KHACH></KHAI_BAO_TAM_TRU>';
    const left = await run(xml, { mode: 'commit' });
    const [row] = await rowsOf(left);
    const stay = await api.call('get', `/v1/stays/${row?.stayId}`, key);
    expect(stay.body).toMatchObject({ state: 'left_early', version: 2, departedAt: '2026-11-23T11:00:00+07:00' });

    const hospital = await api.build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI'] });
    const nurse = await api.build.apiKey([hospital]);
    const headers = [
      'HỌ TÊN',
      'NGÀY SINH',
      'GIỚI TÍNH',
      'LOẠI GIẤY TỜ',
      'SỐ GIẤY TỜ',
      'SỐ HỒ SƠ BỆNH ÁN',
      'ĐỐI TƯỢNG',
      'QUAN HỆ VỚI BỆNH NHÂN',
      'KHOA',
      'NGÀY VÀO VIỆN',
      'NGÀY RA VIỆN DỰ KIẾN',
    ];
    const people = [
      [
        'Lê Văn Cường',
        '1975',
        'Nam',
        '1',
        nextPersonalNumber().replace('049190', '049075'),
        'BA-1',
        'Bệnh nhân',
        '',
        'NOI',
        '23/11/2026 08:00',
        '',
      ],
      [
        'Trần Thị Bình',
        '15/08/1990',
        'Nữ',
        '1',
        nextPersonalNumber(),
        'BA-1',
        'Thân nhân',
        'con',
        'NOI',
        '23/11/2026 09:00',
        '25/11/2026',
      ],
      [
        'Trần Thị Bình',
        '15/08/1990',
        'Nữ',
        '1',
        nextPersonalNumber(),
        'BA-9',
        'Thân nhân',
        'con',
        'NOI',
        '23/11/2026 09:00',
        '25/11/2026',
      ],
    ];
    const list = [headers, ...people].map((cells) => cells.join(',')).join('\n');
    for (const mode of ['validate', 'commit']) {
      const batch = await run(list, { mode }, nurse);
      const results = await rowsOf(batch, 'limit=10', nurse);
      expect(
        results.map(({ outcome, findings }) => [outcome, findings.find(({ severity }) => severity === 'error')?.code]),
      ).toEqual([
        [expect.stringMatching(/accepted|warned/), undefined],
        [expect.stringMatching(/accepted|warned/), undefined],
        ['rejected', 'patient-unknown'],
      ]);
    }
    const [patients] = await api.build.rows<{ n: number }>(
      'SELECT count(*)::int AS n FROM patient WHERE facility_id = $1',
      [hospital.facilityId],
    );
    expect(patients?.n).toBe(1);
  });

  it('takes the manifest of a trip', async () => {
    const operator = await api.build.facility({ kind: 'nha-xe', vehicles: ['43B-012.34'], routes: [NORTHBOUND] });
    const driver = await api.build.apiKey([operator]);
    const trip = await api.call('post', '/v1/trips', driver).send({
      externalRef: 'T',
      plate: '43B-012.34',
      routeCode: 'DN-HN',
      departsAt: '2026-11-23T19:00',
    });
    const { tripId } = trip.body as { tripId: string };
    const rows = [
      'HỌ TÊN,NGÀY SINH,GIỚI TÍNH,LOẠI GIẤY TỜ,SỐ GIẤY TỜ,SỐ GHẾ/GIƯỜNG,ĐIỂM LÊN XE,ĐIỂM XUỐNG XE',
      `Trần Thị Bình,15/08/1990,Nữ,1,${nextPersonalNumber()},A01,DN - Bến xe Đà Nẵng,Bến xe Vinh`,
      `Trần Thị Bình,15/08/1990,Nữ,1,${nextPersonalNumber()},A02,Bến xe Sài Gòn,HN`,
      `Trần Thị Bình,15/08/1990,Nữ,1,${nextPersonalNumber()},A01,DN,HN`,
    ].join('\n');
    const batch = await run(rows, { mode: 'commit', tripId }, driver);
    expect(batch).toMatchObject({ state: 'partly', accepted: 2, rejected: 1, warned: 1 });
    const [, , twice] = await rowsOf(batch, 'limit=10', driver);
    expect(twice?.findings).toMatchObject([{ code: 'seat-taken', severity: 'warning', column: 'F' }]);
    expect((await rowsOf(batch, 'outcome=rejected', driver))[0]?.findings[0]).toMatchObject({
      code: 'cell-code-unknown',
      column: 'G',
    });
    expect((await send(rows, { tripId: hotel.facilityId }, driver)).status).toBe(422);
  });

  it('is nobody else’s to see, and cannot be steered once it is over', async () => {
    const batch = await run(await portalWorkbook([portalRow(1)]), { mode: 'commit' });
    const other = await api.build.apiKey([await api.build.facility()]);
    for (const path of ['', '/rows', '/events', '/result']) {
      expect((await api.call('get', `/v1/batches/${batch.batchId}${path}`, other)).status).toBe(404);
    }
    expect((await api.call('post', `/v1/batches/${batch.batchId}/cancel`, other)).status).toBe(404);
    for (const action of ['cancel', 'commit']) {
      const answer = await api
        .call('post', `/v1/batches/${batch.batchId}/${action}`, key)
        .send({ policy: 'valid-rows' });
      expect([action, answer.status]).toEqual([action, 409]);
    }
  });

  it('leaves no word of a person in its tables', async () => {
    await run(
      await portalWorkbook([portalRow(77, { B: 'Nguyễn Bí Mật' }), portalRow(78, { B: 'Nguyễn Bí Mật', C: 'x' })]),
      {
        mode: 'commit',
        fileName: 'Nguyễn Bí Mật.xlsx',
      },
    );
    const kept = await keptIn(api.build, 'batch', 'batch_row', 'batch_chunk');
    expect(kept).not.toContain('Mật');
    expect(kept).not.toContain(numberOf(77));
  });

  it('gives templates, and exports that it takes back', async () => {
    for (const form of ['portal', 'foreigners', 'tenants', 'hospital', 'manifest']) {
      expect((await api.call('get', `/v1/templates/${form}?language=en`, key)).status).toBe(200);
    }
    expect((await api.call('get', '/v1/templates/toString', key)).status).toBe(404);
    const residence = { kind: 1, provinceCode: '501', wardCode: '501920410', address: '1 Nguyễn Duy Hiệu' };
    await api.declare(key, guest({ note: '=1+1' }, { document: { type: 1, number: '049190999999' }, residence }));
    const csv = await api.call('get', '/v1/exports/stays?format=csv', key);
    const [headers, row] = csv.text.replace('\uFEFF', '').split('\r\n');
    expect(headers).toBe(PORTAL_HEADERS.join(','));
    expect(row).toBe(
      '1,Trần Thị Bình,15/08/1990,F - Nữ,VNM - Việt Nam,1 - Thẻ CCCD,,049190999999,,1 - Thường trú,501 - Thành phố Đà Nẵng,' +
        "501920410 - Phường Hội An,1 Nguyễn Duy Hiệu,23/11/2026 21:50:00,25/11/2026 12:00:00,203,1 - Du lịch,,'=1+1",
    );
    const xlsx = await api.call('get', '/v1/exports/stays?scope=history', key).buffer(true).parse(binary);
    expect(await run(xlsx.body as Buffer)).toMatchObject({ format: 'portal-xlsx', total: 1, rejected: 1 });
    const foreigners = await api.call('get', '/v1/exports/stays?form=foreigners&format=csv', key);
    expect(foreigners.text).not.toContain('049190999999');
    const looks = await api.build.rows(`SELECT FROM audit_entry WHERE facility_id = $1 AND action = 'stay.export'`, [
      hotel.facilityId,
    ]);
    expect(looks).toHaveLength(3);
  });
});

function binary(response: unknown, done: (error: Error | null, body: unknown) => void): void {
  const chunks: Buffer[] = [];
  const stream = response as NodeJS.ReadableStream;
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
