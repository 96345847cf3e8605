import { randomBytes, randomUUID } from 'node:crypto';
import { findFreePort } from '@luutru/local-services';
import { type BuiltFacility, Builder } from '../support/builders';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { apiEnvironment, Program } from '../support/programs';

const ROWS = 1_000;
const ROUNDS = 3;

interface Batch {
  readonly batchId: string;
  readonly state: string;
  readonly done: number;
  readonly accepted: number;
}

describe('kill -9 of api and importer while mended rows are sent again', () => {
  let database: TestDatabase;
  let build: Builder;
  let api: Program;
  let importer: Program;
  let hotel: BuiltFacility;
  let key: string;
  let port: number;

  beforeAll(async () => {
    database = await createTestDatabase();
    build = new Builder(database.urlFor('postgres'));
    port = await findFreePort();
    const healthPort = await findFreePort();
    const secret = (): string => `1:${randomBytes(32).toString('base64')}`;
    const keys = { LUUTRU_MASTER_KEYS: secret(), LUUTRU_INDEX_KEYS: secret() };
    const env = apiEnvironment(port, database.urlFor, keys);
    api = new Program('api', { ...env, LOG_LEVEL: 'warn' }, `http://127.0.0.1:${port}/health/ready`);
    importer = new Program(
      'importer',
      { ...env, HEALTH_PORT: String(healthPort), IMPORT_POLL_MS: '50', LOG_LEVEL: 'warn' },
      `http://127.0.0.1:${healthPort}/health/live`,
    );
    await Promise.all([api.start(), importer.start()]);
    hotel = await build.facility();
    key = await build.apiKey([hotel]);
  });
  afterAll(async () => {
    await Promise.all([api.stop(), importer.stop()]);
    await database.drop();
  });

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
    fetch(`http://127.0.0.1:${port}/v1/batches/${batchId}/mended`, {
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
    const sent = await fetch(`http://127.0.0.1:${port}/v1/batches?mode=commit`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'text/csv' },
      body: lines.join('\n'),
    });
    expect(sent.status).toBe(202);
    return (await sent.json()) as Batch;
  }

  async function finished(batchId: string): Promise<Batch> {
    for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) {
      const answer = await fetch(`http://127.0.0.1:${port}/v1/batches/${batchId}`, {
        headers: { Authorization: `Bearer ${key}` },
      });
      const batch = (await answer.json()) as Batch;
      if (['done', 'partly', 'refused', 'cancelled'].includes(batch.state)) return batch;
    }
    throw new Error(`Not finished: ${importer.lines.slice(-5).join('\n')}`);
  }
});
