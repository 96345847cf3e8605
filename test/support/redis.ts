import { type LocalRedis, startRedis } from '@luutru/local-services';

/** The Redis all test files share; each uses a prefix of its own. */
export function testRedisUrl(): string {
  const url = process.env.LUUTRU_TEST_REDIS_URL;
  if (!url) {
    const missing =
      process.env.LUUTRU_TEST_REDIS_MISSING ?? 'run it through jest, in a project with the services set-up';
    throw new Error(`This test needs Redis: ${missing}`);
  }
  return url;
}

/** A Redis of one's own, for tests that kill it. */
export async function startOwnRedis(port?: number): Promise<Extract<LocalRedis, { kind: 'redis' }>> {
  const redis = await startRedis({ install: false, port });
  if (redis.kind === 'none') throw new Error(`This test needs Redis: ${redis.reason}`);
  return redis;
}
