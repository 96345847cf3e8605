import { Readable, Transform, type TransformCallback } from 'node:stream';
import { type Entry, fromRandomAccessReader, RandomAccessReader, type ZipFile } from 'yauzl';
import { AppError } from '@luutru/platform';
import type { FileSource } from '../read/file-source';

/** A workbook has some dozens of parts; a bomb of many files has thousands. */
const MAX_ENTRIES = 2_000;
/** Half a million rows of all columns inflate to about 600 MB. */
const MAX_INFLATED_BYTES = 1_500 * 1024 * 1024;
/** Sheets compress about 1:10 to 1:40, the densest honest ones (a million styled empty rows) about 1:300. */
const MAX_RATIO = 500;
const RATIO_COUNTS_FROM = 50 * 1024 * 1024;

const isBeyond = (inflated: number, compressed: number): boolean =>
  inflated > MAX_INFLATED_BYTES || (inflated > RATIO_COUNTS_FROM && inflated > compressed * MAX_RATIO);

class SourceReader extends RandomAccessReader {
  constructor(private readonly source: FileSource) {
    super();
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const { source } = this;
    return Readable.from(
      (async function* () {
        for (let at = start; at < end;) {
          const part = await source.read(at, Math.min(64 * 1024, end - at)).catch((cause: unknown) => {
            throw new StoreFailure(ofStore(cause));
          });
          if (part.length === 0) return;
          yield part;
          at += part.length;
        }
      })(),
      { objectMode: false },
    );
  }
}

/** Stops inflating at the limits, whatever sizes the archive declares. */
class Fuse extends Transform {
  private bytes = 0;

  constructor(private readonly compressed: number) {
    super();
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.bytes += chunk.length;
    if (isBeyond(this.bytes, this.compressed)) done(bomb());
    else done(null, chunk);
  }
}

/** The parts of a zip archive. All failures to read it are `file-damaged` or `file-zip-bomb`. */
export class ZipArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  static async open(source: FileSource): Promise<ZipArchive> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      fromRandomAccessReader(
        new SourceReader(source),
        source.size,
        { lazyEntries: true, autoClose: false, validateEntrySizes: false },
        (error, file) => (error ? reject(damaged(error)) : resolve(file)),
      );
    });
    const entries = await new Promise<Map<string, Entry>>((resolve, reject) => {
      const found = new Map<string, Entry>();
      zip.on('entry', (entry: Entry) => {
        if (found.size >= MAX_ENTRIES) reject(bomb());
        else {
          // Names are looked up, never written anywhere; what differs only in case or slashes is the same part.
          found.set(entry.fileName.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase(), entry);
          zip.readEntry();
        }
      });
      zip.on('end', () => resolve(found));
      zip.on('error', (error: Error) => reject(damaged(error)));
      zip.readEntry();
    });
    return new ZipArchive(zip, entries);
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  get names(): readonly string[] {
    return [...this.entries.values()].map((entry) => entry.fileName);
  }

  /** True where a part says of itself that it inflates beyond the limits; one that lies is stopped while it is read. */
  get isBomb(): boolean {
    return [...this.entries.values()].some((entry) => isBeyond(entry.uncompressedSize, entry.compressedSize));
  }

  /** The inflated bytes of a part; throws `file-damaged` when there is none of that name. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name.toLowerCase());
    if (!entry) throw damaged();
    if (entry.isEncrypted()) throw new AppError('file-password', 'invalid');
    const inflated = await new Promise<Readable>((resolve, reject) => {
      this.zip.openReadStream(entry, {}, (error, stream) => (error ? reject(damaged(error)) : resolve(stream)));
    });
    const fuse = new Fuse(entry.compressedSize);
    inflated.on('error', (error) => fuse.destroy(damaged(error)));
    inflated.pipe(fuse);
    try {
      for await (const chunk of fuse) yield chunk as Buffer;
    } finally {
      inflated.destroy();
      fuse.destroy();
    }
  }

  /** A small part as text; throws `file-damaged` when it is larger than `limit` bytes. */
  async text(name: string, limit = 4 * 1024 * 1024): Promise<string> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of this.read(name)) {
      bytes += chunk.length;
      if (bytes > limit) throw damaged();
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }
}

const bomb = (): AppError => new AppError('file-zip-bomb', 'invalid');
/** What the store of the file throws goes up as it is: that it could not be read now says nothing about the file. */
class StoreFailure extends Error {
  constructor(override readonly cause: Error) {
    super('The file could not be read from where it is kept');
  }
}

const ofStore = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

const damaged = (cause?: Error): Error =>
  cause instanceof StoreFailure
    ? cause.cause
    : cause instanceof AppError
      ? cause
      : new AppError('file-damaged', 'invalid', {}, [], cause ? { cause } : undefined);
