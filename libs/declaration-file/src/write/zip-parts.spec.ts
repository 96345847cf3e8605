import { once } from 'node:events';
import { zipStream } from './zip-parts';

const CHUNK = Buffer.alloc(100_000, 'x');

describe('an archive as a stream', () => {
  it('fails whoever reads it when a part fails, and nobody else', async () => {
    async function* broken(): AsyncGenerator<Buffer> {
      yield CHUNK;
      await new Promise(setImmediate);
      throw new Error('the database is gone');
    }
    const read = async (): Promise<void> => {
      for await (const chunk of zipStream([
        ['a', CHUNK],
        ['b', broken()],
      ]))
        expect(chunk).toBeDefined();
    };
    await expect(read()).rejects.toThrow('the database is gone');
  });

  it('stops what makes a part when the reader goes away', async () => {
    let stopped: () => void = () => undefined;
    const stop = new Promise<void>((resolve) => (stopped = resolve));
    async function* endless(): AsyncGenerator<Buffer> {
      try {
        for (;;) {
          yield CHUNK;
          await new Promise(setImmediate);
        }
      } finally {
        stopped();
      }
    }
    const stream = zipStream([['a', endless()]]);
    await once(stream, 'readable');
    stream.destroy();
    await stop;
    expect(stream.destroyed).toBe(true);
  });
});
