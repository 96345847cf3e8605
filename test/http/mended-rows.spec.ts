import { randomUUID } from 'node:crypto';
import { BatchRunner } from '@luutru/batch';
import { type Batch, type BatchStage, startBatchStage } from '../support/batch-stage';
import { type BuiltFacility } from '../support/builders';
import { FIRST_ROW, numberOf, portalRow, portalWorkbook } from '../support/portal-file';
import type { TestApi } from '../support/test-api';

interface Faulty {
  readonly row: number;
  readonly batchId: string;
  readonly values: Record<string, string>;
  readonly findings: { code: string; field: string | null; proposal: string | null; fix: { vi: string } }[];
}
interface Refusal {
  readonly code: string;
  readonly errors: { code: string; pointer: string; params: Record<string, unknown> }[];
}

describe('mended rows of a file', () => {
  let stage: BatchStage;
  let api: TestApi;
  let hotel: BuiltFacility;
  let key: string;
  let serial = 0;

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

  const send = (file: Buffer | string, query: Record<string, string>) => stage.run(file, query, key);
  const get = async (batchId: string): Promise<Batch> =>
    (await api.call('get', `/v1/batches/${batchId}`, key)).body as Batch;
  const finished = (batchId: string) => stage.finished(batchId, key);
  const faulty = async ({ batchId }: { batchId: string }, query = ''): Promise<Faulty[]> => {
    const answer = await api.call('get', `/v1/batches/${batchId}/faulty?${query}`, key);
    expect(answer.status).toBe(200);
    return (answer.body as { rows: Faulty[] }).rows;
  };
  const mend = (batchId: string, rows: unknown, idempotencyKey = randomUUID(), apiKey = key) =>
    api.call('post', `/v1/batches/${batchId}/mended`, apiKey).set('Idempotency-Key', idempotencyKey).send({ rows });
  const mended = async (batchId: string, rows: unknown): Promise<Batch> => {
    api.clock.advance(1_000);
    const answer = await mend(batchId, rows);
    expect(answer.status).toBe(202);
    return finished((answer.body as Batch).batchId);
  };
  const stays = () => stage.count('stay', hotel.facilityId);
  /** A workbook of three rows of which the second and third have faults. */
  const threeRows = async (query: Record<string, string> = { mode: 'commit' }): Promise<Batch> => {
    const rows = [
      portalRow((serial += 1)),
      portalRow((serial += 1), { C: '08/15/1990', E: 'Viet Nan' }),
      portalRow((serial += 1), { B: 'Bình 12', P: '203' }),
    ];
    return send(await portalWorkbook(rows), query);
  };
  const [SECOND, THIRD] = [FIRST_ROW + 1, FIRST_ROW + 2];

  it('shows what stood in the cells, what is wrong with each and what was probably meant', async () => {
    const batch = await threeRows();
    expect(batch).toMatchObject({ state: 'partly', accepted: 1, rejected: 2, mends: null, mendedBy: [] });
    const rows = await faulty(batch);
    expect(rows.map(({ row }) => row)).toEqual([SECOND, THIRD]);
    expect(rows[0]?.values).toMatchObject({
      fullName: 'Trần Thị Bình',
      birthDate: '08/15/1990',
      nationality: 'Viet Nan',
    });
    const said = rows.map(({ findings }) =>
      findings.map(({ code, field, proposal }) => `${field} ${code} ${proposal}`).sort(),
    );
    expect(said).toEqual([
      ['birthDate date-month-first 15/08/1990', 'nationality cell-code-unknown VNM - Việt Nam'],
      ['fullName name-has-digits Bình'],
    ]);
    expect((await faulty(batch, 'limit=1')).map(({ row }) => row)).toEqual([SECOND]);
    expect((await faulty(batch, 'limit=1&after=1')).map(({ row }) => row)).toEqual([THIRD]);
    const looks = await api.build.rows(
      `SELECT row_count AS n FROM audit_entry WHERE action = 'batch.read-faulty' AND subject_id = $1 ORDER BY row_count`,
      [batch.batchId],
    );
    expect(looks).toEqual([{ n: 1 }, { n: 1 }, { n: 2 }]);
  });

  it('records mended rows under their numbers, as if they had been right at once', async () => {
    const batch = await threeRows();
    const first = await mended(batch.batchId, [
      { row: SECOND, values: { birthDate: '15/08/1990', nationality: 'VNM - Việt Nam' } },
      { row: THIRD, values: { fullName: 'Trần 9 Bình' } },
    ]);
    expect(first).toMatchObject({ state: 'partly', accepted: 1, rejected: 1, mends: batch.batchId });
    expect(await stays()).toBe(2);
    const left = await faulty(batch);
    expect(left.map(({ row, batchId, values }) => [row, batchId, values.fullName])).toEqual([
      [THIRD, first.batchId, 'Trần 9 Bình'],
    ]);
    const second = await mended(first.batchId, [{ row: THIRD, values: { fullName: 'Trần Thị Chín' } }]);
    expect(second).toMatchObject({ state: 'done', accepted: 1, mends: batch.batchId });
    expect(await faulty(batch)).toEqual([]);
    expect(await stays()).toBe(3);
    expect((await get(batch.batchId)).mendedBy).toEqual([
      { batchId: first.batchId, state: 'partly', accepted: 1, rejected: 1 },
      { batchId: second.batchId, state: 'done', accepted: 1, rejected: 0 },
    ]);
    const told = await api.call('get', `/v1/batches/${batch.batchId}/rows?outcome=rejected`, key);
    expect((told.body as { rows: unknown[] }).rows).toMatchObject([
      { row: SECOND, mended: { batchId: first.batchId, outcome: 'accepted', stayId: expect.any(String) as string } },
      { row: THIRD, mended: { batchId: second.batchId, outcome: 'accepted', stayId: expect.any(String) as string } },
    ]);
  });

  it('marks the file of mended rows by their numbers', async () => {
    const batch = await threeRows();
    const again = await mended(batch.batchId, [{ row: THIRD, values: { fullName: '=HYPERLINK("x") 1' } }]);
    const { text } = await api.call('get', `/v1/batches/${again.batchId}/result`, key);
    const [header, row] = text.split('\r\n');
    expect(header).toMatch(/^\uFEFFDÒNG,HỌ TÊN,.*KẾT QUẢ,NỘI DUNG$/);
    expect(row).toMatch(new RegExp(`^${THIRD},"'=HYPERLINK\\(""x""\\) 1".*Lỗi,`));
  });

  it('declares no row twice: recorded ones, ones on their way and right ones are refused by name', async () => {
    const batch = await threeRows();
    await mended(batch.batchId, [{ row: THIRD, values: { fullName: 'Trần Thị Bình' } }]);
    const answer = await mend(batch.batchId, [
      { row: SECOND, values: { birthDate: '15/08/1990', nationality: 'VNM' } },
      { row: THIRD, values: {} },
      { row: FIRST_ROW, values: {} },
    ]);
    expect(answer.status).toBe(409);
    const { code, errors } = answer.body as Refusal;
    expect(code).toBe('batch-rows-not-mendable');
    expect(errors.map(({ code, pointer, params }) => [code, pointer, params.row])).toEqual([
      ['row-recorded-already', '/rows/1/row', THIRD],
      ['row-not-faulty', '/rows/2/row', FIRST_ROW],
    ]);
    expect(await stays()).toBe(2);
    expect((await faulty(batch)).map(({ row }) => row)).toEqual([SECOND]);
  });

  it('lets one of ten clerks win who mend the same row at once', async () => {
    const batch = await threeRows();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => mend(batch.batchId, [{ row: THIRD, values: { fullName: 'Trần Thị Bình' } }])),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([202, ...Array.from({ length: 9 }, () => 409)]);
    for (const answer of answers.filter(({ status }) => status === 409)) {
      expect((answer.body as Refusal).errors[0]?.code).toMatch(/^row-(sent-mended|recorded-already)$/);
    }
    const won = answers.find(({ status }) => status === 202)?.body as Batch;
    expect(await finished(won.batchId)).toMatchObject({ state: 'done', accepted: 1 });
    expect(await stays()).toBe(2);
  });

  it('answers a repeat with the first batch, also at once, and refuses the key with other rows', async () => {
    const batch = await threeRows();
    const again = randomUUID();
    const rows = [{ row: THIRD, values: { fullName: 'Trần Thị Bình' } }];
    const answers = await Promise.all([1, 2, 3].map(() => mend(batch.batchId, rows, again)));
    expect(new Set(answers.map(({ body }) => (body as Batch).batchId)).size).toBe(1);
    expect(answers.map(({ status }) => status)).toEqual([202, 202, 202]);
    await finished((answers[0]?.body as Batch).batchId);
    const late = await mend(batch.batchId, rows, again);
    expect([late.status, late.headers['idempotent-replayed']]).toEqual([202, 'true']);
    const other = await mend(batch.batchId, [{ row: SECOND }], again);
    expect((other.body as Refusal).code).toBe('idempotency-key-reused');
    expect(await stays()).toBe(2);
  });

  it('gives a row back that a cancelled batch never came to, with what was typed', async () => {
    const batch = await threeRows();
    const runner = stage.importer.get(BatchRunner, { strict: false });
    const held = jest.spyOn(runner, 'runNext').mockResolvedValue(false);
    try {
      const answer = await mend(batch.batchId, [{ row: THIRD, values: { fullName: 'Trần Thị Mới' } }]);
      const { batchId } = answer.body as Batch;
      expect((await faulty(batch)).map(({ row }) => row)).toEqual([SECOND]);
      await api.call('post', `/v1/batches/${batchId}/cancel`, key);
      const left = await faulty(batch);
      expect(left.map(({ row, values }) => [row, values.fullName])).toEqual([
        [SECOND, 'Trần Thị Bình'],
        [THIRD, 'Trần Thị Mới'],
      ]);
    } finally {
      held.mockRestore();
    }
    expect(await mended(batch.batchId, [{ row: THIRD }])).toMatchObject({ state: 'done' });
    expect(await stays()).toBe(2);
  });

  it('mends before the file is recorded, and recording it then leaves those rows alone', async () => {
    const batch = await threeRows({ mode: 'validate' });
    expect(batch).toMatchObject({ state: 'validated', accepted: 1, rejected: 2 });
    await mended(batch.batchId, [{ row: THIRD, values: { fullName: 'Trần Thị Bình' } }]);
    // What is wrong with the row is right by now: only that it was sent keeps it from being declared twice.
    expect(await stays()).toBe(1);
    const commit = await api.call('post', `/v1/batches/${batch.batchId}/commit`, key).send({ policy: 'valid-rows' });
    expect(commit.status).toBe(202);
    expect(await finished(batch.batchId)).toMatchObject({ state: 'partly', accepted: 1, rejected: 2 });
    expect(await stays()).toBe(2);
    expect((await faulty(batch)).map(({ row }) => row)).toEqual([SECOND]);
  });

  it('does not take rows that are being gone through again for none', async () => {
    const { batchId } = await threeRows();
    // Recording a file that was checked begins by forgetting what its rows came to; nobody else takes the work up here.
    const stand = (state: string, leasedUntil: string) =>
      api.build.rows(`UPDATE batch SET state = $2, lease_until = $3 WHERE batch_id = $1`, [
        batchId,
        state,
        leasedUntil,
      ]);
    await stand('committing', 'infinity');
    const answer = await api.call('get', `/v1/batches/${batchId}/faulty`, key);
    await stand('partly', '-infinity');
    expect([answer.status, (answer.body as Refusal).code]).toEqual([409, 'batch-not-over']);
    expect(await faulty({ batchId })).toHaveLength(2);
  });

  it('names what is wrong with a request by row and field', async () => {
    const batch = await threeRows();
    const answer = await mend(batch.batchId, [
      { row: SECOND, values: { colour: 'red', fullName: 'x'.repeat(1_001), note: 7, room: 'a\u0000' } },
      { row: SECOND },
      { values: {} },
      { row: 0 },
    ]);
    expect(answer.status).toBe(422);
    expect((answer.body as Refusal).errors.map(({ code, pointer }) => `${pointer} ${code}`).sort()).toEqual([
      '/rows/0/values/colour field-unknown',
      '/rows/0/values/fullName text-too-long',
      '/rows/0/values/note type-wrong',
      '/rows/0/values/room text-unusable',
      '/rows/1/row listed-twice',
      '/rows/2/row field-required',
      '/rows/3/row number-out-of-range',
    ]);
    const many = Array.from({ length: 1_001 }, (_, at) => ({ row: at + 1 }));
    expect(((await mend(batch.batchId, many)).body as Refusal).errors[0]?.code).toBe('list-too-long');
    expect(((await mend(batch.batchId, [])).body as Refusal).errors[0]?.pointer).toBe('/rows');
    const [row] = await faulty(batch);
    const cleared = Object.fromEntries(Object.keys(row?.values ?? {}).map((field) => [field, '']));
    expect(((await mend(batch.batchId, [{ row: SECOND, values: cleared }])).body as Refusal).errors[0]?.code).toBe(
      'row-empty',
    );
    const without = await api
      .call('post', `/v1/batches/${batch.batchId}/mended`, key)
      .send({ rows: [{ row: SECOND }] });
    expect((without.body as Refusal).code).toBe('idempotency-key-missing');
  });

  it('says of files that cannot be mended row by row why', async () => {
    const lines = await send(JSON.stringify({ kind: 'guest', person: {} }), { mode: 'commit' });
    const whole = await threeRows({ mode: 'commit', policy: 'all-or-nothing' });
    const codes = await Promise.all(
      [lines, whole].map(async ({ batchId }) => [
        ((await api.call('get', `/v1/batches/${batchId}/faulty`, key)).body as Refusal).code,
        ((await mend(batchId, [{ row: SECOND }])).body as Refusal).code,
      ]),
    );
    expect(codes).toEqual([
      ['batch-not-mendable', 'batch-not-mendable'],
      ['batch-mend-whole', 'batch-mend-whole'],
    ]);
  });

  it('keeps what is typed from other facilities, and the cells from whoever reads the tables', async () => {
    const batch = await threeRows();
    const stranger = await api.build.apiKey([await api.build.facility()]);
    expect((await api.call('get', `/v1/batches/${batch.batchId}/faulty`, stranger)).status).toBe(404);
    expect((await mend(batch.batchId, [{ row: SECOND }], randomUUID(), stranger)).status).toBe(404);
    const [cells] = await api.build.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM batch_row_cells WHERE encode(cells_sealed, 'escape') ~ ANY (ARRAY['Trần', $1])`,
      [numberOf(serial)],
    );
    expect(cells?.n).toBe(0);
  });

  it('answers a page of 50 at once, wherever it is in a file of 50,000 refused rows', async () => {
    const { batchId } = await threeRows();
    const by = (await mended(batchId, [{ row: THIRD, values: { fullName: 'Trần Thị Bình' } }])).batchId;
    await api.build.rows(
      `INSERT INTO batch_row (facility_id, batch_id, place, row_number, outcome, findings)
       SELECT r.facility_id, r.batch_id, n, n, 'rejected', r.findings FROM batch_row r, generate_series(100, 50099) n
       WHERE r.batch_id = $1 AND r.row_number = $2`,
      [batchId, SECOND],
    );
    await api.build.rows(
      `INSERT INTO batch_row_cells (facility_id, batch_id, place, row_number, cells_sealed, sealed_on)
       SELECT c.facility_id, c.batch_id, n, n, c.cells_sealed, c.sealed_on
       FROM batch_row_cells c, generate_series(100, 50099) n WHERE c.batch_id = $1 AND c.row_number = $2`,
      [batchId, SECOND],
    );
    await api.build.rows('ANALYZE batch_row, batch_row_cells, batch_mend');
    const took = async (query: string): Promise<number> => {
      const start = performance.now();
      expect(await faulty({ batchId }, `limit=50&${query}`)).toHaveLength(50);
      return performance.now() - start;
    };
    const [first, last] = [await took(''), await took('after=50049')];
    // Nearly all of them recorded by now, so that those left are looked for among them.
    await api.build.rows(
      `INSERT INTO batch_row (facility_id, batch_id, place, row_number, outcome)
       SELECT facility_id, $2, n, n, 'accepted' FROM batch, generate_series(100, 50049) n WHERE batch_id = $1`,
      [batchId, by],
    );
    await api.build.rows(
      `INSERT INTO batch_mend (facility_id, batch_id, row_number, mended_by)
       SELECT facility_id, batch_id, n, $2 FROM batch, generate_series(100, 50049) n WHERE batch_id = $1`,
      [batchId, by],
    );
    const afterMost = await took('after=99');
    if (process.env.LUUTRU_FIGURES) process.stderr.write(`${JSON.stringify({ first, last, afterMost })}\n`);
    expect(Math.max(first, last)).toBeLessThan(1_000);
    expect(afterMost).toBeLessThan(2_000);
  });

  it('is over once the file is deleted', async () => {
    const batch = await threeRows();
    await api.build.rows('DELETE FROM batch_row_cells WHERE batch_id = $1', [batch.batchId]);
    const look = await api.call('get', `/v1/batches/${batch.batchId}/faulty`, key);
    const sent = await mend(batch.batchId, [{ row: SECOND }]);
    expect([look.status, (look.body as Refusal).code]).toEqual([409, 'batch-file-gone']);
    expect([sent.status, (sent.body as Refusal).code]).toEqual([409, 'batch-file-gone']);
  });
});
