import type { LocalDate } from '@luutru/calendar';
import { AppError, type Database, type KeyRing, monthScope, type SqlValue } from '@luutru/platform';

/** Bytes of the file in one chunk; sealed as base64 it stays well below a megabyte. */
export const CHUNK_BYTES = 192 * 1024;
const KEPT_CHUNKS = 16;

/** Seals and opens under these names; changing them would make stored files unreadable. */
export const CHUNK_SEAL = { table: 'batch_chunk', column: 'bytes_sealed' } as const;

export interface BatchId {
  readonly facilityId: string;
  readonly batchId: string;
}

/** Stores a file as it arrives: whole chunks, sealed one by one, so that memory does not grow with the file. */
export class BatchFileWriter {
  private readonly pending: Buffer[] = [];
  private pendingBytes = 0;
  private place = 0;

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly of: BatchId,
    private readonly day: LocalDate,
  ) {}

  async write(bytes: Buffer): Promise<void> {
    this.pending.push(bytes);
    this.pendingBytes += bytes.length;
    while (this.pendingBytes >= CHUNK_BYTES) await this.store(this.take(CHUNK_BYTES));
  }

  async end(): Promise<void> {
    if (this.pendingBytes > 0) await this.store(this.take(this.pendingBytes));
  }

  private take(size: number): Buffer {
    const all = Buffer.concat(this.pending);
    const rest = all.subarray(size);
    this.pending.length = 0;
    if (rest.length > 0) this.pending.push(rest);
    this.pendingBytes = rest.length;
    return all.subarray(0, size);
  }

  private async store(chunk: Buffer): Promise<void> {
    const { values } = await sealChunk(this.keyRing, this.of, this.day, this.place, chunk);
    await this.database.run({ facilityIds: [this.of.facilityId] }, { ...STORE_CHUNK, values });
    this.place += 1;
  }
}

/** Stores the values of a {@link SealedChunk}. */
export const STORE_CHUNK = {
  name: 'batch_chunk_store',
  text: 'INSERT INTO batch_chunk (facility_id, batch_id, place, bytes_sealed, sealed_on) VALUES ($1, $2, $3, $4, $5)',
} as const;

export interface SealedChunk {
  readonly values: readonly SqlValue[];
}

async function sealChunk(
  keyRing: KeyRing,
  { facilityId, batchId }: BatchId,
  day: LocalDate,
  place: number,
  bytes: Buffer,
): Promise<SealedChunk> {
  const { table, column } = CHUNK_SEAL;
  const sealed = await keyRing.seal(monthScope(day), table, column, batchId, bytes.toString('base64'));
  return { values: [facilityId, batchId, place, sealed, day] };
}

/** A file that is whole in memory, as it is stored. */
export function sealChunks(keyRing: KeyRing, id: BatchId, day: LocalDate, file: Buffer): Promise<SealedChunk[]> {
  const places = Array.from({ length: Math.ceil(file.length / CHUNK_BYTES) }, (_, place) => place);
  return Promise.all(
    places.map((place) => {
      const bytes = file.subarray(place * CHUNK_BYTES, (place + 1) * CHUNK_BYTES);
      return sealChunk(keyRing, id, day, place, bytes);
    }),
  );
}

/** Reads a stored file at any offset; the chunks used last are kept open. */
export class BatchFileReader {
  private readonly open = new Map<number, Promise<Buffer>>();

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly of: BatchId,
    readonly size: number,
  ) {}

  /** The bytes from `offset` on; fewer at the end. Throws `batch-file-gone` once the file was deleted. */
  async read(offset: number, length: number): Promise<Buffer> {
    const end = Math.min(offset + length, this.size);
    const parts: Buffer[] = [];
    for (let at = offset; at < end;) {
      const place = Math.floor(at / CHUNK_BYTES);
      const chunk = await this.chunk(place);
      const from = at - place * CHUNK_BYTES;
      const part = chunk.subarray(from, Math.min(chunk.length, from + end - at));
      if (part.length === 0) throw new AppError('batch-file-gone', 'conflict');
      parts.push(part);
      at += part.length;
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }

  private async chunk(place: number): Promise<Buffer> {
    const known = this.open.get(place);
    if (known) {
      this.open.delete(place);
      this.open.set(place, known);
      return known;
    }
    const loading = this.load(place);
    this.open.set(place, loading);
    loading.catch(() => this.open.delete(place));
    const [oldest] = this.open.keys();
    if (this.open.size > KEPT_CHUNKS && oldest !== undefined) this.open.delete(oldest);
    return loading;
  }

  private async load(place: number): Promise<Buffer> {
    const { facilityId, batchId } = this.of;
    const [result] = await this.database.run<{ sealed: Buffer }>(
      { facilityIds: [facilityId] },
      {
        name: 'batch_chunk_load',
        text: 'SELECT bytes_sealed AS sealed FROM batch_chunk WHERE facility_id = $1 AND batch_id = $2 AND place = $3',
        values: [facilityId, batchId, place],
      },
    );
    const sealed = result?.rows[0]?.sealed;
    if (!sealed) throw new AppError('batch-file-gone', 'conflict');
    return Buffer.from(await this.keyRing.open(CHUNK_SEAL.table, CHUNK_SEAL.column, batchId, sealed), 'base64');
  }
}
