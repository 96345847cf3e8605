import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '@luutru/platform';

/** Seals in a process of its own, because that is the worker's work; from the first seal on. Throws when it ends before. */
export async function startSealing(url: string): Promise<{ stop(): Promise<void> }> {
  const child = fork(join(projectRoot(), 'dist/bench/sealing-process.js'), {
    env: { PATH: process.env.PATH, BENCH_DATABASE_URL: url },
  });
  const ended = once(child, 'exit');
  const first = await Promise.race([once(child, 'message'), ended.then(() => null)]);
  if (first === null) throw new Error('Nothing is sealed');
  return {
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
