import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SigningKeyRepository } from '@luutru/platform';
import { auditCommand } from '../../apps/cli/src/audit.command';
import { newKey, Trail } from '../support/audit-trail';
import { writtenBy } from '../support/standard-output';

describe('audit verify', () => {
  let trail: Trail;
  let jwks: string;
  beforeAll(async () => {
    trail = await Trail.create();
    await trail.sealThrice();
    jwks = join(trail.folder, 'jwks.json');
    await writeFile(jwks, JSON.stringify({ keys: await new SigningKeyRepository(trail.owner).list('seal') }));
    await trail.keep();
  });
  afterEach(() => trail.restore());
  afterAll(() => trail.close());

  async function run(...args: string[]): Promise<string> {
    return writtenBy(() => auditCommand(args, { MIGRATOR_DATABASE_URL: trail.test.urlFor('postgres') }));
  }

  it('says in both languages that all is whole', async () => {
    expect(await run('verify', '--heads', trail.folder, '--jwks', jwks)).toBe(
      [
        'Nhật ký nguyên vẹn: 3 niêm phong, 6 dòng; 0 dòng mới chưa niêm phong',
        'The audit trail is whole: 3 seals, 6 entries; 0 new entries not sealed yet\n',
      ].join('\n'),
    );
  });

  it('fails with place, period and counts', async () => {
    await trail.rows(`DELETE FROM audit_entry WHERE audit_id = (SELECT max(audit_id::text)::uuid FROM audit_entry)`);
    const failure = await run('verify').catch((error: Error) => error.message);
    expect(failure).toContain('KHÔNG còn nguyên vẹn từ niêm phong số 3: các dòng nhật ký không còn như khi niêm phong');
    expect(failure).toContain('NOT whole from seal number 3 on: the entries are not those that were sealed');
    expect(failure).toMatch(/period: after \d{4}-\d\d-\d\dT[\d:.]+\+07:00, up to \d{4}-/);
    expect(failure).toContain('expected: 2, found: 1');
  });

  it('trusts the keys of the file and no other', async () => {
    await trail.rows('DELETE FROM audit_seal');
    await trail.seal(trail.newSealer(newKey(2)));
    await expect(run('verify')).resolves.toContain('1 seals');
    await expect(run('verify', '--jwks', jwks)).rejects.toThrow('signed with an unknown key');
  });

  it('shows a time that is none as it is', async () => {
    await trail.rows(`UPDATE audit_seal SET sealed_at = 'infinity' WHERE seal_number = 2`);
    await expect(run('verify')).rejects.toThrow(/the seal itself was altered\n.*up to Infinity/);
  });

  it.each([[['verify', '--from', '2026-02-30']], [['seal']], [['verify', '--until', '2026-01-01']]])(
    'refuses %j',
    async (args) => {
      await expect(run(...args)).rejects.toThrow();
    },
  );
});
