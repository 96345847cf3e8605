import { addDays, localDate } from '@luutru/calendar';
import { newKey, place, Trail } from '../support/audit-trail';

let trail: Trail;
beforeAll(async () => {
  trail = await Trail.create();
  await trail.sealThrice();
  await trail.keep();
});
afterEach(() => trail.restore());
afterAll(() => trail.close());

describe('verifying', () => {
  /** The third entry in the order of sealing lies under seal 2. */
  const TARGET = '(SELECT audit_id FROM audit_entry ORDER BY xact, at, audit_id OFFSET 2 LIMIT 1)';

  it.each([
    ['facility_id', `gen_random_uuid()`],
    ['at', `at + interval '1 microsecond'`],
    ['audit_id', `gen_random_uuid()`],
    ['actor_kind', `'person'`],
    ['actor_id', `'key-2'`],
    ['action', `'stay.find'`],
    ['subject_kind', `'trip'`],
    ['subject_id', `NULL`],
    ['request_id', `''`],
    ['purpose', `''`],
    ['row_count', `NULL`],
    ['detail', `'{"fields": []}'`],
  ])('finds an altered %s', async (column, value) => {
    await trail.rows(`UPDATE audit_entry SET ${column} = ${value} WHERE audit_id = ${TARGET}`);
    expect(place(await trail.verify())).toEqual(['entries-differ', 2]);
  });

  it('finds an altered xact where the entry was taken from', async () => {
    const later = `(SELECT max(xact) FROM audit_entry)`;
    await trail.rows(`UPDATE audit_entry SET xact = ${later} WHERE audit_id = ${TARGET}`);
    expect((await trail.verify()).finding).toMatchObject({
      fault: 'entries-differ',
      sealNumber: 2,
      expected: 2,
      found: 1,
    });
  });

  it('finds a deleted entry and names the period', async () => {
    await trail.rows(`DELETE FROM audit_entry WHERE audit_id = ${TARGET}`);
    const [first, second] = await trail.rows<{ at: string }>(
      `SELECT (extract(epoch FROM sealed_at) * 1000000)::bigint AS at FROM audit_seal ORDER BY seal_number`,
    );
    expect((await trail.verify()).finding).toEqual({
      fault: 'entries-differ',
      sealNumber: 2,
      after: first?.at,
      upto: second?.at,
      expected: 2,
      found: 1,
    });
  });

  it('finds an entry that was inserted later, into the past', async () => {
    await trail.rows(
      `INSERT INTO audit_entry (facility_id, at, audit_id, xact, actor_kind, actor_id, action, subject_kind)
       SELECT facility_id, at, gen_random_uuid(), xact, 'system', 'x', 'x', 'x' FROM audit_entry WHERE audit_id = ${TARGET}`,
    );
    expect((await trail.verify()).finding).toMatchObject({
      fault: 'entries-differ',
      sealNumber: 2,
      expected: 2,
      found: 3,
    });
  });

  it('finds two entries that changed places', async () => {
    const [, , a = '', b = ''] = await trail.ids();
    await trail.rows(
      `UPDATE audit_entry SET subject_id = CASE audit_id WHEN $1::uuid THEN (SELECT subject_id FROM audit_entry WHERE audit_id = $2)
         ELSE (SELECT subject_id FROM audit_entry WHERE audit_id = $1) END WHERE audit_id IN ($1, $2)`,
      [a, b],
    );
    expect(place(await trail.verify())).toEqual(['entries-differ', 2]);
  });

  it.each([
    ['sealed_at', `'infinity'`],
    ['sealed_at', `sealed_at - interval '1 day'`],
    ['from_xact', `'1'`],
    ['upto_xact', `'9000000000'`],
    ['entry_count', '1'],
    ['merkle_root', 'sha256(merkle_root)'],
    ['previous_head', 'sha256(previous_head)'],
    ['head', 'sha256(head)'],
  ])('finds a seal with an altered %s = %s', async (column, value) => {
    await trail.rows(`UPDATE audit_seal SET ${column} = ${value} WHERE seal_number = 2`);
    expect(place(await trail.verify())).toEqual(['seal-altered', 2]);
  });

  it('finds a wrong signature', async () => {
    await trail.rows(
      `UPDATE audit_seal SET signature = (SELECT signature FROM audit_seal WHERE seal_number = 3) WHERE seal_number = 2`,
    );
    expect(place(await trail.verify())).toEqual(['signature-wrong', 2]);
  });

  it.each([1, 2])('finds that seal %i is gone', async (number) => {
    await trail.rows('DELETE FROM audit_seal WHERE seal_number = $1', [number]);
    expect(place(await trail.verify())).toEqual(['seal-missing', number]);
  });

  it('finds from the exported heads that the last seal is gone, and also when all are', async () => {
    await trail.rows('DELETE FROM audit_seal WHERE seal_number = 3');
    expect(place(await trail.verify())).toBeNull();
    expect((await trail.verify({ heads: true })).finding).toMatchObject({
      fault: 'seals-truncated',
      sealNumber: 3,
      expected: 3,
      found: 2,
    });
    await trail.rows('DELETE FROM audit_seal');
    expect(place(await trail.verify({ heads: true }))).toEqual(['seals-truncated', 1]);
  });

  it('finds a last seal that was deleted and made again over less', async () => {
    await trail.rows('DELETE FROM audit_seal WHERE seal_number = 3');
    await trail.rows(`DELETE FROM audit_entry WHERE xact >= (SELECT max(upto_xact) FROM audit_seal)`);
    await trail.write(1);
    await trail.seal();
    expect(place(await trail.verify())).toBeNull();
    expect(place(await trail.verify({ heads: true }))).toEqual(['head-differs', 3]);
  });

  it('finds entries that are old and not sealed', async () => {
    await trail.rows('DELETE FROM audit_seal WHERE seal_number = 3');
    expect(await trail.verify()).toMatchObject({ unsealed: 2, finding: null });
    await trail.rows(
      `UPDATE audit_entry SET at = at - interval '11 minutes' WHERE xact >= (SELECT max(upto_xact) FROM audit_seal)`,
    );
    expect((await trail.verify()).finding).toMatchObject({ fault: 'entries-unsealed', sealNumber: 3, found: 2 });
  });

  it('finds a chain that was made anew with another key', async () => {
    const trusted = await trail.keys();
    await trail.rows('DELETE FROM audit_seal');
    await trail.rows(`DELETE FROM audit_entry WHERE audit_id = ${TARGET}`);
    await trail.seal(trail.newSealer(newKey(2)));
    expect(place(await trail.verify())).toBeNull();
    expect(place(await trail.verify({ heads: true }))).toEqual(['head-differs', 1]);
    expect(place(await trail.verify({ keys: trusted }))).toEqual(['key-unknown', 1]);
  });

  it('verifies only the days it is asked for', async () => {
    await trail.rows(`DELETE FROM audit_entry WHERE audit_id = ${TARGET}`);
    const today = localDate(new Date());
    const tomorrow = addDays(today, 1);
    expect(await trail.verify({ fromDay: tomorrow })).toMatchObject({ seals: 0, finding: null });
    expect(await trail.verify({ toDay: addDays(today, -1) })).toMatchObject({ seals: 0, finding: null });
    expect(place(await trail.verify({ fromDay: today, toDay: today }))).toEqual(['entries-differ', 2]);
  });
});
