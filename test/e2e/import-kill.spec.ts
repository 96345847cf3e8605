import type { Builder } from '../support/builders';
import { type ImportPrograms, startImportPrograms } from '../support/import-programs';
import type { Program } from '../support/programs';

const ROWS = 100_000;
/** Every so many rows one that cannot be accepted. */
const FAULTY = 1_000;
const KILLS = 6;

interface Batch {
  readonly batchId: string;
  readonly state: string;
  readonly done: number;
  readonly total: number | null;
  readonly accepted: number;
  readonly rejected: number;
}

describe('kill -9 of api and importer while a file of 100,000 rows is recorded', () => {
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

  it('records every valid row once and counts right', async () => {
    const sent = await fetch(`${url}/v1/batches?mode=commit`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'text/csv' },
      body: file(),
    });
    expect(sent.status).toBe(202);
    const { batchId } = (await sent.json()) as Batch;
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await progressed(batchId, Math.floor((ROWS * kill) / (KILLS + 2)) + Math.floor(Math.random() * 2_000));
      await importer.kill();
      if (kill % 2 === 0) {
        await api.kill();
        await api.start();
      }
      await importer.start();
      // A lease that nobody renews runs out by itself; what matters here is what the next process makes of the rest.
      await build.rows(`UPDATE batch SET lease_until = '-infinity'`);
    }
    const batch = await finished(batchId);
    expect(batch).toMatchObject({
      state: 'partly',
      total: ROWS,
      accepted: ROWS - ROWS / FAULTY,
      rejected: ROWS / FAULTY,
    });

    const [counts] = await build.rows<Record<string, number>>(
      `SELECT (SELECT count(*)::int FROM stay) AS stays, (SELECT count(*)::int FROM outbox WHERE topic = 'population') AS events,
              (SELECT count(*)::int FROM name_index WHERE kind = 1) AS names, (SELECT count(*)::int FROM occupancy) AS occupancies,
              (SELECT count(*)::int FROM batch_row) AS rows, (SELECT count(DISTINCT place)::int FROM batch_row) AS places,
              (SELECT count(DISTINCT stay_id)::int FROM batch_row) AS "rowStays",
              (SELECT count(*)::int FROM audit_entry WHERE action = 'stay.declare') AS entries,
              (SELECT lease_number FROM batch) AS leases`,
    );
    const valid = ROWS - ROWS / FAULTY;
    const { leases, ...exact } = counts ?? {};
    expect(exact).toEqual({
      stays: valid,
      events: valid,
      names: valid,
      occupancies: valid,
      rows: ROWS,
      places: ROWS,
      rowStays: valid,
      entries: valid,
    });
    expect(leases).toBeGreaterThan(KILLS);
  }, 600_000);

  function file(): string {
    const today = new Date(Date.now() + 7 * 3_600_000);
    const day = (ahead: number): string => {
      const [year, month, date] = new Date(today.getTime() + ahead * 86_400_000).toISOString().slice(0, 10).split('-');
      return `${date}/${month}/${year}`;
    };
    const lines = [
      'HỌ TÊN;NGÀY SINH;GIỚI TÍNH;QUỐC TỊCH;LOẠI GIẤY TỜ;SỐ GIẤY TỜ;NGÀY ĐẾN;NGÀY ĐI DỰ KIẾN;SỐ PHÒNG/KHOA;LÝ DO CƯ TRÚ',
    ];
    for (let at = 0; at < ROWS; at += 1) {
      const born = at % FAULTY === FAULTY - 1 ? '31/02/1990' : '15/08/1990';
      const number = `049190${String(at).padStart(6, '0')}`;
      lines.push(`Trần Thị Bình;${born};Nữ;VNM;1;${number};${day(-1)};${day(2)};${at % 900};1`);
    }
    return lines.join('\n');
  }

  async function get(batchId: string): Promise<Batch | null> {
    const answer = await fetch(`${url}/v1/batches/${batchId}`, {
      headers: { Authorization: `Bearer ${key}` },
    }).catch(() => null);
    return answer?.ok ? ((await answer.json()) as Batch) : null;
  }

  async function progressed(batchId: string, rows: number): Promise<void> {
    await until(async () => ((await get(batchId))?.done ?? 0) >= rows, batchId);
  }

  async function finished(batchId: string): Promise<Batch> {
    const over = ['done', 'partly', 'refused', 'cancelled'];
    await until(async () => over.includes((await get(batchId))?.state ?? ''), batchId);
    const batch = await get(batchId);
    if (!batch) throw new Error('The batch is gone');
    return batch;
  }

  async function until(true_: () => Promise<boolean>, batchId: string): Promise<void> {
    for (const end = Date.now() + 240_000; !(await true_());) {
      if (Date.now() > end) {
        throw new Error(`No progress: ${JSON.stringify(await get(batchId))}\n${importer.lines.slice(-5).join('\n')}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});
