import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** What a part of an archive is made of: bytes, or what makes them when their turn comes. */
export type ZipPart = Buffer | AsyncIterable<Buffer>;

/**
 * An archive as a stream. When a part fails, the stream fails, and with it only whoever reads it; when the reader goes away,
 * what makes the parts is told to stop.
 */
export function zipStream(parts: Iterable<readonly [name: string, part: ZipPart]>): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const fail = (error: Error): void => void output.destroy(error);
  // yazl tells of failing parts as events of its own.
  (zip as unknown as NodeJS.EventEmitter).on('error', fail);
  // One part after the other.
  let running: Readable | undefined;
  output.once('close', () => running?.destroy());
  for (const [name, part] of parts) {
    if (Buffer.isBuffer(part)) zip.addBuffer(part, name);
    else {
      zip.addReadStreamLazy(name, (ready) => {
        running = Readable.from(part).on('error', fail);
        ready(null, running);
      });
    }
  }
  zip.end();
  return output;
}
