/** Random access to the bytes of a file, wherever they lie. */
export interface FileSource {
  readonly size: number;
  /** The bytes from `offset` on, fewer at the end of the file. */
  read(offset: number, length: number): Promise<Buffer>;
}

const READ_BYTES = 64 * 1024;

/** The bytes of a file from first to last. */
export async function* bytesOf(source: FileSource): AsyncGenerator<Buffer> {
  for (let at = 0; at < source.size;) {
    const part = await source.read(at, Math.min(READ_BYTES, source.size - at));
    if (part.length === 0) return;
    yield part;
    at += part.length;
  }
}
