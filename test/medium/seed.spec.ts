import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays, localDate } from '@luutru/calendar';
import { PERSON_KINDS } from '@luutru/declaration';
import { keySet, signingKeyOf } from '@luutru/platform';
import { seed } from '../../apps/cli/src/seed/seed.command';
import { writtenBy } from '../support/standard-output';
import { createTestApi, type TestApi } from '../support/test-api';
import { StandIn } from '../support/test-system';

const DAYS = 4;
const secret = (): string => `1:${randomBytes(32).toString('base64')}`;
const [MASTER, INDEX, RECEIPT] = [secret(), secret(), secret()];

describe('the seeded province', () => {
  let api: TestApi;
  let standIn: StandIn;
  let folder: string;
  let told: string;
  const now = new Date();
  const recent = addDays(localDate(now), -DAYS);

  beforeAll(async () => {
    api = await createTestApi({
      masterKeys: keySet('x')('X', MASTER),
      indexKeys: keySet('x')('X', INDEX),
      receiptKey: signingKeyOf('receipt')('X', RECEIPT),
    });
    api.clock.set(now.toISOString());
    standIn = await StandIn.start();
    folder = mkdtempSync(join(tmpdir(), 'luutru-seed-'));
    told = await run();
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await standIn.close();
    await api.close();
  });

  async function run(...args: string[]): Promise<string> {
    return writtenBy(() =>
      seed(args, {
        MIGRATOR_DATABASE_URL: api.database.urlFor('postgres'),
        DATABASE_URL: api.database.urlFor('luutru_app'),
        LUUTRU_MASTER_KEYS: MASTER,
        LUUTRU_INDEX_KEYS: INDEX,
        LUUTRU_RECEIPT_KEY: RECEIPT,
        PUBLIC_URL: 'http://127.0.0.1',
        POPULATION_URL: standIn.url,
        POPULATION_MOCK_ADMIN_TOKEN: standIn.adminToken,
        LUUTRU_DEMO_FILE: join(folder, 'demo.json'),
        LUUTRU_IDENTITY_FILE: join(folder, 'identity.json'),
        SEED_PEOPLE: '2500',
        SEED_DAYS: String(DAYS),
        SEED_MONTHS: '2',
      }),
    );
  }
  const rows = <T extends object>(sql: string, values: readonly unknown[] = []) => api.build.rows<T>(sql, [...values]);
  const count = async (sql: string, values: readonly unknown[] = []): Promise<number> =>
    (await rows<{ n: number }>(`SELECT count(*)::integer AS n FROM ${sql}`, values))[0]?.n ?? 0;

  it('has as many stays as it says, of every kind and of each month, and is made once', async () => {
    expect(told).toContain(` ${await count('stay')} stays`);
    const kinds = await rows<{ kind: string }>('SELECT DISTINCT kind FROM stay ORDER BY 1');
    expect(kinds.map(({ kind }) => kind)).toEqual(['guest', 'passenger', 'patient', 'relative', 'tenant']);
    const months = await rows<{ n: number }>(
      `SELECT count(*)::integer AS n FROM stay GROUP BY date_trunc('month', arrived_on) HAVING count(*) > 100`,
    );
    expect(months.length).toBeGreaterThanOrEqual(2);
    expect(await run('--if-empty')).toBe('The province is there already.\n');
    await expect(run()).rejects.toThrow('--if-empty');
  });

  it('keeps the rules: nobody is in two places, few are late, nothing is of the future', async () => {
    const twice = `person_index a JOIN stay s ON s.facility_id = a.facility_id AND s.arrived_on = a.arrived_on AND s.stay_id = a.stay_id
      JOIN person_index b ON b.kind = a.kind AND b.value = a.value AND b.stay_id > a.stay_id
      JOIN stay t ON t.facility_id = b.facility_id AND t.arrived_on = b.arrived_on AND t.stay_id = b.stay_id
      WHERE a.kind = ${PERSON_KINDS.number} AND tstzrange(s.arrived_at, coalesce(s.departed_at, s.expected_departure_at))
        && tstzrange(t.arrived_at, coalesce(t.departed_at, t.expected_departure_at))`;
    expect(await count(twice)).toBe(0);
    const late = (await count('stay WHERE late')) / (await count('stay'));
    expect([late > 0, late < 0.12]).toEqual([true, true]);
    expect(await count('stay WHERE greatest(arrived_at, declared_at, departed_at) > $1', [new Date()])).toBe(0);
  });

  it('ended what is over: guests left, buses arrived, patients were discharged', async () => {
    const over = `stay WHERE arrived_on < $1 AND departed_at IS NULL AND expected_departure_at < $1 AND kind <> 'relative'`;
    expect(await count(over, [recent])).toBe(0);
    const forgotten = await count(`stay WHERE kind = 'guest' AND departed_at IS NULL AND expected_departure_at < $1`, [
      now,
    ]);
    expect([forgotten > 0, forgotten < (await count(`stay WHERE kind = 'guest'`)) / 20]).toEqual([true, true]);
    expect(await count(`trip WHERE departs_at < $1 AND state <> 'arrived'`, [addDays(localDate(now), -2)])).toBe(0);
    expect(await count('patient WHERE discharged_at IS NOT NULL')).toBeGreaterThan(10);
    const open = `patient p JOIN stay s USING (facility_id, patient_id) WHERE (p.discharged_at IS NULL) <> (s.departed_at IS NULL)`;
    expect(await count(open)).toBe(0);
  });

  it('is as full of tenants when it begins as when it ends', async () => {
    const living = (day: string) =>
      count(`stay WHERE kind = 'tenant' AND arrived_on <= $1 AND (departed_at IS NULL OR departed_at > $1::date)`, [
        day,
      ]);
    const [{ first } = { first: '' }] = await rows<{ first: string }>(
      'SELECT min(arrived_on)::text AS first FROM stay',
    );
    const grown = (await living(localDate(now))) / (await living(addDays(first, 7)));
    expect([grown > 0.8, grown < 1.25]).toEqual([true, true]);
  });

  it('has tenants of zone housing who have been there for thirty days, some of them not registered', async () => {
    const long = `stay s JOIN facility f USING (facility_id)
      WHERE f.kind = 'nha-o-kcn' AND s.state = 'in_house' AND s.arrived_on <= $1::date - 30 AND s.temporary_residence_on`;
    expect(await count(`${long} IS NULL`, [localDate(now)])).toBeGreaterThan(0);
    expect(await count(`${long} IS NOT NULL`, [localDate(now)])).toBeGreaterThan(0);
  });

  it('tells the population database of what is not over, and of nothing that was over long ago', async () => {
    const events = `outbox o WHERE o.topic = 'population' AND o.stay_id = s.stay_id AND o.facility_id = s.facility_id`;
    const waiting = `stay s WHERE delivery_status = 'pending'`;
    expect(await count(waiting)).toBeGreaterThan(100);
    expect(await count(`${waiting} AND NOT EXISTS (SELECT FROM ${events})`)).toBe(0);
    const before = `stay s WHERE delivery_status = 'delivered'`;
    expect(await count(before)).toBeGreaterThan(500);
    expect(await count(`${before} AND (departed_at IS NULL OR EXISTS (SELECT FROM ${events}))`)).toBe(0);
  });

  it('can be read and gone on with, as any record', async () => {
    const { credentials } = JSON.parse(readFileSync(join(folder, 'demo.json'), 'utf8')) as {
      credentials: { apiKey: string }[];
    };
    const key = credentials[0]?.apiKey ?? '';
    const read = async (path: string) => (await api.call('get', path, key)).body as never;
    const { stays } = (await read('/v1/stays?state=departed&limit=200')) as {
      stays: { stayId: string; status: string }[];
    };
    const stayId = stays.findLast(({ status }) => status === 'delivered')?.stayId ?? '';
    const { versions } = (await read(`/v1/stays/${stayId}/history`)) as {
      versions: { action: string; stay: { state: string; person: { fullName: string } } }[];
    };
    expect(versions.map(({ action, stay }) => [action, stay.state])).toEqual([
      ['declare', 'in_house'],
      ['check-out', 'departed'],
    ]);
    const [first, last] = versions.map(({ stay }) => stay.person.fullName);
    expect([first, (first ?? '').length > 3]).toEqual([last, true]);
    const corrected = await api
      .call('post', `/v1/stays/${stayId}/correct`, key)
      .send({ version: 2, changes: { note: 'Ghi chú' } });
    expect([corrected.status, corrected.text]).toEqual([200, corrected.text]);
  });
});
