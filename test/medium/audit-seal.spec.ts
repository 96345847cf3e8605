import type { AuditSealer } from '@luutru/audit';
import { AUDIT_COLUMNS } from '../../libs/audit/src/domain/leaf';
import { newKey, Trail } from '../support/audit-trail';
import { asSuperuser, createBlankDatabase } from '../support/database';

let trail: Trail;
beforeEach(async () => {
  trail = await Trail.create();
});
afterEach(() => trail.close());

describe('sealing', () => {
  it('covers every entry once, and what it made holds', async () => {
    await trail.sealThrice();
    expect(await trail.verify({ heads: true })).toEqual({ seals: 3, entries: 6, unsealed: 0, finding: null });
  });

  it('hashes every column of an entry', async () => {
    const columns = await trail.rows<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'audit_entry'`,
    );
    expect(columns.map(({ name }) => name).sort()).toEqual([...AUDIT_COLUMNS].sort());
  });

  it('makes no seal over nothing, and stays fresh', async () => {
    await trail.rows(`UPDATE audit_sealer SET checked_at = '-infinity'`);
    for (const end = Date.now() + 10_000; Date.now() < end;) {
      expect(await trail.sealer.run()).toEqual({ seal: null, more: false });
      if (await trail.isFresh(5_000)) break;
    }
    expect(await trail.isFresh(5_000)).toBe(true);
    expect(await trail.verify()).toEqual({ seals: 0, entries: 0, unsealed: 0, finding: null });
  });

  it('continues behind an empty period', async () => {
    await trail.sealThrice();
    for (let i = 0; i < 3; i += 1) await trail.sealer.run();
    await trail.write(1);
    expect((await trail.seal()).seal).toMatchObject({ sealNumber: 4, entryCount: 1 });
    expect(await trail.verify()).toMatchObject({ seals: 4, entries: 7, finding: null });
  });

  it('covers an entry that commits late exactly once, and lets younger ones wait for it', async () => {
    await trail.write(2);
    const late = await trail.openTransaction();
    const counts: (number | undefined)[] = [];
    for (let i = 0; i < 3; i += 1) {
      await trail.write(2);
      await trail.untilEnded(late.xact);
      counts.push((await trail.sealer.run()).seal?.entryCount);
    }
    expect(counts).toEqual([2, undefined, undefined]);
    await late.commit();
    expect((await trail.seal()).seal).toMatchObject({ sealNumber: 2, entryCount: 7 });
    expect(await trail.verify()).toEqual({ seals: 2, entries: 9, unsealed: 0, finding: null });
  });

  it('is held back by a transaction of another database of the same server too', async () => {
    const other = await createBlankDatabase();
    await asSuperuser(other.urlFor('postgres'), async (client) => {
      await client.query('BEGIN');
      const { rows } = await client.query<{ xact: string }>('SELECT pg_current_xact_id()::text AS xact');
      await trail.write(1);
      await trail.untilEnded(rows[0]?.xact);
      expect(await trail.sealer.run()).toEqual({ seal: null, more: false });
    });
    await other.drop();
    expect((await trail.seal()).seal?.entryCount).toBe(1);
  });

  it('does not wait for an entry that is taken back', async () => {
    const lost = await trail.openTransaction();
    await trail.write(1);
    await lost.rollback();
    expect((await trail.seal()).seal?.entryCount).toBe(1);
  });

  it('is done by one worker at a time, however many try', async () => {
    const sealers = [trail.sealer, ...[1, 2, 3].map(() => trail.newSealer())];
    let writing = true;
    const written = trail.write(150).finally(() => (writing = false));
    const sealAll = async (sealer: AuditSealer): Promise<void> => {
      while (writing) await sealer.run();
    };
    await Promise.all([written, ...sealers.map(sealAll)]);
    await trail.seal();
    const verification = await trail.verify();
    expect(verification).toMatchObject({ entries: 150, unsealed: 0, finding: null });
    expect(verification.seals).toBeGreaterThan(2);
  });

  it('leaves the turn to the worker that has it', async () => {
    await trail.write(1);
    await asSuperuser(trail.test.urlFor('postgres'), async (client) => {
      await client.query('BEGIN');
      await client.query('SELECT pg_advisory_xact_lock(7305004)');
      expect(await trail.sealer.run()).toEqual({ seal: null, more: false });
    });
    expect((await trail.seal()).seal?.entryCount).toBe(1);
  });

  it('takes a backlog in steps and never splits a transaction', async () => {
    const sealer = trail.newSealer(trail.key, 4);
    await trail.write(3);
    await trail.writeTogether(6);
    await trail.write(3);
    await trail.untilEnded();
    const steps = [];
    for (let more = true; more;) {
      const sealing = await sealer.run();
      ({ more } = sealing);
      steps.push(sealing.seal?.entryCount);
    }
    expect(steps).toEqual([3, 6, 3]);
    expect(await trail.verify()).toMatchObject({ seals: 3, entries: 12, finding: null });
  });

  it('goes on under a new key, and the old seals still hold', async () => {
    await trail.sealThrice();
    await trail.write(1);
    await trail.seal(trail.newSealer(newKey(2)));
    expect(await trail.verify()).toMatchObject({ seals: 4, finding: null });
  });

  it('refuses a key whose id is that of another', async () => {
    await trail.sealThrice();
    await expect(trail.newSealer(newKey(1)).run()).rejects.toMatchObject({ code: 'signing-key-reused' });
  });

  it('refuses to seal where transactions count from below what is sealed', async () => {
    await trail.sealThrice();
    await trail.rows(`UPDATE audit_seal SET upto_xact = '9000000000' WHERE seal_number = 3`);
    await trail.rows(`UPDATE audit_sealer SET checked_at = '2026-01-01'`);
    await trail.write(1);
    await expect(trail.sealer.run()).rejects.toMatchObject({ code: 'audit-xact-behind' });
    await expect(trail.watch(5_000).assertFresh()).rejects.toMatchObject({ code: 'audit-seal-stale' });
  });

  it('takes 50,000 entries at once, and leaves what is more to the next seal', async () => {
    await trail.rows(
      `INSERT INTO audit_entry (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind)
       SELECT gen_random_uuid(), now(), gen_random_uuid(), 'system', 'x', 'stay.read', 'stay' FROM generate_series(1, 50000)`,
    );
    await trail.write(1);
    const begin = performance.now();
    expect((await trail.seal()).seal?.entryCount).toBe(50_000);
    expect((await trail.seal()).seal?.entryCount).toBe(1);
    expect(performance.now() - begin).toBeLessThan(20_000);
    expect(await trail.verify()).toEqual({ seals: 2, entries: 50_001, unsealed: 0, finding: null });
  });
});
