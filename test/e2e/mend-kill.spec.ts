import { randomUUID } from 'node:crypto';
import type { Builder } from '../support/builders';
import { type ImportPrograms, startImportPrograms } from '../support/import-programs';
import type { Program } from '../support/programs';

const ROWS = 1_000;
const ROUNDS = 3;

interface Batch {
  readonly batchId: string;
  readonly state: string;
  readonly done: number;
  readonly accepted: number;
}

describe('kill -9 of api and importer while mended rows are sent again', () => {
  let programs: ImportPrograms;
  let build: Builder;
  let api: Program;
  let importer: Program;
  let url: string;
  let key: string;
  beforeAll(async () => {
    programs = await startImportPrograms();
    ({ build, api, importer, url, key } = programs);
  });
  afterAll(() => programs.close());

  it('records every mended row once, however often the request is repeated', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const origin = await finished((await send(round)).batchId);
      expect(origin).toMatchObject({ state: 'refused', accepted: 0 });
      const attempt = randomUUID();
      const rows = Array.from({ length: ROWS }, (_, at) => ({ row: at + 2, values: { birthDate: '15/08/1990' } }));
      // The api dies with the request under way: whether it arrived, nobody was told.
      const lost = mend(origin.batchId, rows, attempt).catch(() => null);
      await pause(Math.random() * 300);
      await api.kill();
      await lost;
      await api.start();
      const again = await mend(origin.batchId, rows, attempt);
      expect(again.status).toBe(202);
      const { batchId } = (await again.json()) as Batch;
      await pause(Math.random() * 400);
      await importer.kill();
      await importer.start();
      // A lease that nobody renews runs out by itself.
      await build.rows(`UPDATE batch SET lease_until = '-infinity'`);
      expect(await finished(batchId)).toMatchObject({ state: 'done', accepted: ROWS });
      const late = await mend(origin.batchId, rows, randomUUID());
      expect(late.status).toBe(409);
    }
    const [counts] = await build.rows(
      `SELECT (SELECT count(*)::int FROM stay) AS stays, (SELECT count(*)::int FROM batch) AS batches,
              (SELECT count(*)::int FROM batch_mend) AS mended,
              (SELECT count(DISTINCT stay_id)::int FROM batch_row) AS "rowStays",
              (SELECT count(*)::int FROM audit_entry WHERE action = 'stay.declare') AS entries`,
    );
    const all = ROWS * ROUNDS;
    expect(counts).toEqual({ stays: all, batches: ROUNDS * 2, mended: all, rowStays: all, entries: all });
  }, 300_000);

  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const mend = (batchId: string, rows: unknown, attempt: string): Promise<Response> =>
    fetch(`${url}/v1/batches/${batchId}/mended`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json', 'Idempotency-Key': attempt },
      body: JSON.stringify({ rows }),
    });

  /** A file of which every row has the same fault. */
  async function send(round: number): Promise<Batch> {
    const day = (ahead: number): string =>
      new Date(Date.now() + 7 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10);
    const lines = [
      'HỌ TÊN;NGÀY SINH;GIỚI TÍNH;QUỐC TỊCH;LOẠI GIẤY TỜ;SỐ GIẤY TỜ;NGÀY ĐẾN;NGÀY ĐI DỰ KIẾN;SỐ PHÒNG/KHOA;LÝ DO CƯ TRÚ',
    ];
    for (let at = 0; at < ROWS; at += 1) {
      const number = `049190${String(round * ROWS + at).padStart(6, '0')}`;
      lines.push(`Trần Thị Bình;31/02/1990;Nữ;VNM;1;${number};${day(-1)};${day(2)};${at % 900};1`);
    }
    const sent = await fetch(`${url}/v1/batches?mode=commit`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'text/csv' },
      body: lines.join('\n'),
    });
    expect(sent.status).toBe(202);
    return (await sent.json()) as Batch;
  }

  async function finished(batchId: string): Promise<Batch> {
    for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) {
      const answer = await fetch(`${url}/v1/batches/${batchId}`, {
        headers: { Authorization: `Bearer ${key}` },
      });
      const batch = (await answer.json()) as Batch;
      if (['done', 'partly', 'refused', 'cancelled'].includes(batch.state)) return batch;
    }
    throw new Error(`Not finished: ${importer.lines.slice(-5).join('\n')}`);
  }
});
