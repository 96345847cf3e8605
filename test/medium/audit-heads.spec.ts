import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { HeadsFolder, SealExporter } from '@luutru/audit';
import { createLogger, type DatabaseRole } from '@luutru/platform';
import { place, Trail } from '../support/audit-trail';
import { TestClock } from '../support/clock';

let trail: Trail;
beforeEach(async () => {
  trail = await Trail.create();
});
afterEach(() => trail.close());

describe('exporting heads', () => {
  const onlyFile = async (): Promise<string> => join(trail.folder, (await readdir(trail.folder))[0] ?? '');
  const numbers = async (folder = trail.folder): Promise<number[]> => {
    const found: number[] = [];
    for await (const { sealNumber } of new HeadsFolder(folder).heads()) found.push(sealNumber);
    return found;
  };

  it('writes one line a seal into the file of the day, and each seal once', async () => {
    await trail.sealThrice();
    await trail.export();
    const file = await onlyFile();
    expect(file).toMatch(/heads-\d{4}-\d{2}-\d{2}\.jsonl$/);
    const [line = ''] = (await readFile(file, 'utf8')).split('\n');
    expect(JSON.parse(line)).toMatchObject({ sealNumber: 1, fromXact: '0', entryCount: 2, keyId: 'seal-1' });
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  it('starts a new file for every day of Vietnam', async () => {
    await trail.sealThrice();
    await rm(await onlyFile());
    await trail.rows(
      `UPDATE audit_seal SET sealed_at = timestamptz '2026-11-23T16:59:59Z' + seal_number * interval '0.5 s'`,
    );
    await trail.export();
    expect((await readdir(trail.folder)).sort()).toEqual(['heads-2026-11-23.jsonl', 'heads-2026-11-24.jsonl']);
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  it('goes on behind a line that was cut off, and the verifier reads past it', async () => {
    await trail.sealThrice();
    const file = await onlyFile();
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.slice(0, -40));
    await trail.export();
    expect(await numbers()).toEqual([1, 2, 3]);
    expect(await trail.verify({ heads: true })).toMatchObject({ seals: 3, finding: null });
  });

  it('keeps a failing folder from nothing, counts what it lacks, and catches up', async () => {
    const [away, copy] = [join(trail.folder, 'away'), join(trail.folder, 'copy')];
    await mkdir(copy);
    const sinks = [new HeadsFolder(away), new HeadsFolder(copy)];
    const exporter = new SealExporter(trail.worker, sinks, createLogger('test', 'silent'));
    await trail.sealThrice();
    await exporter.run();
    expect(exporter.lag()).toEqual([
      { sink: away, behind: 3 },
      { sink: copy, behind: 0 },
    ]);
    await mkdir(away);
    await exporter.run();
    expect(exporter.lag().map(({ behind }) => behind)).toEqual([0, 0]);
    expect([await numbers(away), await numbers(copy)]).toEqual([
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it('is done by one worker at a time', async () => {
    const exporters = [1, 2, 3, 4].map(
      () => new SealExporter(trail.worker, [new HeadsFolder(trail.folder)], createLogger('test', 'silent')),
    );
    for (let i = 0; i < 10; i += 1) {
      await trail.write(1);
      await trail.seal();
      await Promise.all(exporters.map((exporter) => exporter.run()));
    }
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('adds nothing to heads that the database does not have', async () => {
    await trail.sealThrice();
    await trail.rows('DELETE FROM audit_seal');
    await trail.write(1);
    await trail.seal();
    await trail.export();
    expect(await numbers()).toEqual([1, 2, 3]);
  });
});

describe('verifying against exported heads', () => {
  beforeEach(() => trail.sealThrice());
  const edit = async (change: (lines: string[]) => string[]): Promise<void> => {
    const [name = ''] = await readdir(trail.folder);
    const lines = (await readFile(join(trail.folder, name), 'utf8')).trim().split('\n');
    await writeFile(join(trail.folder, name), `${change(lines).join('\n')}\n`);
  };

  it('accepts heads that begin later or end earlier', async () => {
    await edit(([, second = '']) => [second]);
    expect(await trail.verify({ heads: true })).toMatchObject({ seals: 3, finding: null });
  });

  it('accepts a head that was written twice', async () => {
    await edit(([first = '', second = '', third = '']) => [first, second, first, second, third]);
    expect(await trail.verify({ heads: true })).toMatchObject({ seals: 3, finding: null });
  });

  it('finds a second head of the same number', async () => {
    await edit(([first = '', second = '', third = '']) => [
      first,
      first.replace(/("head":").{4}/, '$1beef'),
      second,
      third,
    ]);
    expect(place(await trail.verify({ heads: true }))).toEqual(['head-differs', 2]);
  });

  it('finds a head that is missing in the middle', async () => {
    await edit(([first = '', , third = '']) => [first, third]);
    expect(place(await trail.verify({ heads: true }))).toEqual(['head-not-exported', 2]);
  });
});

describe('the watch', () => {
  const STALE = { code: 'audit-seal-stale', kind: 'unavailable' };
  const checkedAgo = (interval: string) =>
    trail.rows(`UPDATE audit_sealer SET checked_at = clock_timestamp() - interval '${interval}'`);

  it('lets pass up to the limit and not beyond', async () => {
    await checkedAgo('20 s');
    await expect(trail.watch(30_000).assertFresh()).resolves.toBeUndefined();
    await expect(trail.watch(10_000).assertFresh()).rejects.toMatchObject(STALE);
  });

  it('lets nothing pass before the first run of a sealer', async () => {
    await trail.rows(`UPDATE audit_sealer SET checked_at = '-infinity'`);
    await expect(trail.watch(10_000).assertFresh()).rejects.toMatchObject(STALE);
  });

  it('asks once a second at most', async () => {
    const clock = new TestClock();
    const watch = trail.watch(10_000, clock);
    await checkedAgo('0 s');
    await watch.assertFresh();
    await checkedAgo('1 h');
    clock.advance(999);
    await expect(watch.assertFresh()).resolves.toBeUndefined();
    clock.advance(1);
    await expect(watch.assertFresh()).rejects.toMatchObject(STALE);
  });

  it('ages while an entry is held back from being sealed, although sealers run', async () => {
    await checkedAgo('1 h');
    const late = await trail.openTransaction();
    await trail.write(1);
    for (let i = 0; i < 3; i += 1) await trail.sealer.run();
    await expect(trail.watch(10_000).assertFresh()).rejects.toMatchObject(STALE);
    await late.commit();
    await trail.seal();
    await expect(trail.watch(10_000).assertFresh()).resolves.toBeUndefined();
  });
});

describe('roles', () => {
  const refusal = async (role: DatabaseRole, sql: string): Promise<string | undefined> => {
    const client = new Client({ connectionString: trail.test.urlFor(role) });
    await client.connect();
    try {
      await client.query(sql);
      return undefined;
    } catch (error) {
      return (error as { code?: string }).code;
    } finally {
      await client.end();
    }
  };
  const DENIED = '42501';
  const INSERT = `INSERT INTO audit_seal SELECT 9, sealed_at, from_xact, upto_xact, entry_count, merkle_root, previous_head, head, key_id, signature FROM audit_seal LIMIT 1`;

  it.each<[DatabaseRole, string]>([
    ['luutru_app', INSERT],
    ['luutru_app', 'UPDATE audit_seal SET entry_count = 0'],
    ['luutru_app', 'DELETE FROM audit_seal'],
    ['luutru_app', `UPDATE audit_sealer SET checked_at = 'infinity'`],
    ['luutru_worker', 'UPDATE audit_seal SET entry_count = 0'],
    ['luutru_worker', 'DELETE FROM audit_seal'],
    ['luutru_worker', 'TRUNCATE audit_seal'],
    ['luutru_worker', 'DELETE FROM audit_entry'],
    ['luutru_worker', `INSERT INTO audit_entry (xact) VALUES ('1')`],
    ['luutru_authority', 'SELECT 1 FROM audit_seal'],
  ])('%s may not: %s', async (role, sql) => expect(await refusal(role, sql)).toBe(DENIED));

  it('the API may read seals and their freshness', async () => {
    expect(await refusal('luutru_app', 'SELECT head FROM audit_seal, audit_sealer')).toBeUndefined();
  });
});
