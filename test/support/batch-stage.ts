import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Response } from 'supertest';
import { randomKeySet } from './keys';
import { createTestApi, type TestApi } from './test-api';
import { startImporter } from './test-importer';

/** A batch as the API shows it. */
export interface Batch {
  readonly batchId: string;
  readonly state: string;
  readonly format: string;
  readonly total: number;
  readonly done: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly warned: number;
  readonly sameFile?: boolean;
  readonly mends: string | null;
  readonly mendedBy: { batchId: string; state: string; accepted: number; rejected: number }[];
  readonly error: { code: string; fix: { vi: string } } | null;
  readonly warnings: { code: string }[];
}

/** An API with its importer, to which files are sent. */
export interface BatchStage {
  readonly api: TestApi;
  readonly importer: NestFastifyApplication;
  send(file: Buffer | string, query: Record<string, string>, apiKey: string): Promise<Response>;
  /** A batch once it is at rest, as the stream of its progress ends. */
  finished(batchId: string, apiKey: string): Promise<Batch>;
  /** A file sent, and what became of it. */
  run(file: Buffer | string, query: Record<string, string>, apiKey: string): Promise<Batch>;
  /** Rows of a table that belong to a facility. */
  count(table: string, facilityId: string): Promise<number>;
  close(): Promise<void>;
}

export async function startBatchStage(): Promise<BatchStage> {
  const keys = { masterKeys: randomKeySet(), indexKeys: randomKeySet() };
  const api = await createTestApi(keys);
  const importer = await startImporter(api, keys);
  const send: BatchStage['send'] = async (file, query, apiKey) =>
    api
      .call('post', `/v1/batches?${new URLSearchParams(query).toString()}`, apiKey)
      .set('Content-Type', 'application/octet-stream')
      .send(file);
  const finished: BatchStage['finished'] = async (batchId, apiKey) => {
    const events = await api.call('get', `/v1/batches/${batchId}/events`, apiKey);
    const last =
      events.text
        .trim()
        .split('\n\n')
        .filter((event) => event.startsWith('event: progress'))
        .at(-1) ?? '';
    return JSON.parse(last.slice(last.indexOf('data: ') + 6)) as Batch;
  };
  return {
    api,
    importer,
    send,
    finished,
    run: async (file, query, apiKey) => {
      const sent = await send(file, query, apiKey);
      if (sent.status !== 202) throw new Error(`${sent.status} ${sent.text}`);
      return finished((sent.body as Batch).batchId, apiKey);
    },
    count: async (table, facilityId) => {
      const [row] = await api.build.rows<{ n: number }>(
        `SELECT count(*)::int AS n FROM ${table} WHERE facility_id = $1`,
        [facilityId],
      );
      return row?.n ?? 0;
    },
    close: async () => {
      await importer.close();
      await api.close();
    },
  };
}
