import { randomBytes } from 'node:crypto';
import { keySet } from '@luutru/platform';
import { accountCommand } from '../../apps/cli/src/account.command';
import { apiKeyCommand } from '../../apps/cli/src/api-key.command';
import { keysCommand } from '../../apps/cli/src/keys.command';
import { vendorCommand } from '../../apps/cli/src/vendor.command';
import { guest } from '../support/builders';
import { writtenBy } from '../support/standard-output';
import { createTestApi, type TestApi } from '../support/test-api';

const MASTER = `1:${randomBytes(32).toString('base64')}`;
const INDEX = `1:${randomBytes(32).toString('base64')}`;

type Command = (args: readonly string[], env: NodeJS.ProcessEnv) => Promise<void>;

describe('the command line', () => {
  let api: TestApi;
  let env: NodeJS.ProcessEnv;
  beforeAll(async () => {
    api = await createTestApi({
      masterKeys: keySet('x')('X', MASTER),
      indexKeys: keySet('x')('X', INDEX),
    });
    env = {
      MIGRATOR_DATABASE_URL: api.database.urlFor('postgres'),
      DATABASE_URL: api.database.urlFor('luutru_app'),
      LUUTRU_MASTER_KEYS: MASTER,
      LUUTRU_INDEX_KEYS: INDEX,
    };
  });
  afterAll(() => api.close());

  async function run(command: Command, ...args: string[]): Promise<string> {
    return writtenBy(() => command(args, env));
  }

  it('opens the account of the first administrator, who can sign in', async () => {
    const text = await run(accountCommand, 'create-administrator', '--name', 'Phạm Thị Quản', '--username', 'quan.tri');
    const [, password = ''] = /First password: (\S+)/.exec(text) ?? [];
    const answer = await api.call('post', '/v1/sign-in').send({ username: 'quan.tri', password });
    expect(answer.body).toMatchObject({ stage: 'password-change' });
    const again = run(accountCommand, 'create-administrator', '--name', 'Ai Khác', '--username', 'quan.tri');
    await expect(again).rejects.toThrow('username-taken');
    await expect(run(accountCommand, 'create-administrator', '--name', 'Ai')).rejects.toThrow('sign-in-way-missing');
    await expect(run(accountCommand)).rejects.toThrow('create-administrator');
  });

  it('enters a vendor, whose key reaches who delegates to it', async () => {
    expect(await run(vendorCommand, 'create', 'PMS-1', 'Phần mềm Một')).toBe('PMS-1\n');
    await expect(run(vendorCommand, 'create', 'PMS-1', 'Phần mềm Một')).rejects.toThrow('already');
    await expect(run(vendorCommand, 'create', 'pms', 'x')).rejects.toThrow('vendor create');
    const key = (await run(apiKeyCommand, 'create', '--vendor', 'PMS-1')).trim();
    const hotel = await api.build.facility();
    const declare = () => api.declare(key, { ...guest(), facilityId: hotel.code });
    expect((await declare()).status).toBe(404);
    await api.build.rows(
      `INSERT INTO delegation SELECT $1, vendor_id, '{stay.declare}', now(), 'test' FROM vendor WHERE code = 'PMS-1'`,
      [hotel.facilityId],
    );
    api.clock.advance(5_001);
    expect((await declare()).status).toBe(201);
    await expect(run(apiKeyCommand, 'create', '--vendor', 'NOBODY')).rejects.toThrow('NOBODY');
    await expect(run(apiKeyCommand, 'create', '--vendor', 'PMS-1', '--facility', hotel.code)).rejects.toThrow(
      'api-key create',
    );
  });

  it('shows, rotates and destroys keys, and says why not', async () => {
    const hotel = await api.build.facility();
    await api.declare(await api.build.apiKey([hotel]), guest());
    expect(await run(keysCommand, 'status')).toMatch(/month:2026-11 {2}key \d+ {2}active {2}master 1\n/);
    expect(await run(keysCommand, 'rotate', 'data', '--scope', 'month:2026-11')).toMatch(
      /stay\.personal_sealed: \d+\n/,
    );
    const status = await run(keysCommand, 'status');
    const [, retired = ''] = /key (\d+) {2}retired {2}master 1, 0 values left/.exec(status) ?? [];
    await expect(run(keysCommand, 'destroy', '--key', retired)).rejects.toThrow('key-in-use');
    await expect(run(keysCommand, 'destroy', '--month', '2026-11')).rejects.toThrow('retention-not-over');
    await expect(run(keysCommand, 'rotate', 'data', '--scope', 'month:1999-01')).rejects.toThrow('scope-without-key');
    expect(await run(keysCommand, 'rotate', 'master')).toContain('wrapped with master key 1');
    expect(await run(keysCommand, 'rotate', 'index')).toContain('0 stays');
    expect(await run(keysCommand, 'rotate', 'signing', '--use', 'receipt')).toMatch(
      /^LUUTRU_RECEIPT_KEY=2:[\w+/]{43}=\n$/,
    );
    expect(status).not.toContain(MASTER.slice(2));
    await expect(run(keysCommand, 'nonsense')).rejects.toThrow('keys status');
  });
});
