import { Redis } from 'ioredis';
import { pino } from 'pino';
import { addDays, localDate } from '@luutru/calendar';
import { foldName } from '@luutru/identity-document';
import { safeError } from '@luutru/platform';
import { nextPersonalNumber, NORTHBOUND } from '../support/builders';
import { TestClock } from '../support/clock';
import { entryBody, newDeskLink } from '../support/guest-entries';
import { legible } from '../support/legible';
import { testRedisUrl } from '../support/redis';
import { createTestSystem, type TestSystem } from '../support/test-system';
import { WatchBuilder } from '../support/watch-lists';

/** What identifies the people of this test; none of it may be found outside the sealed columns and the stand-in. */
const SECRETS = {
  guest: {
    name: 'Nguyễn Thị Tuyết Nhung',
    number: nextPersonalNumber(),
    phone: '0905777123',
    address: '47 Ngõ Ba Đình, Phường Minh An',
  },
  patient: { name: 'Trịnh Công Khánh', number: nextPersonalNumber(), record: 'BA-KHANH-7788' },
  relative: { name: 'Lâm Thị Mỹ Duyên', number: nextPersonalNumber() },
  passenger: { name: 'Dương Hữu Phước', number: nextPersonalNumber() },
  self: { name: 'Quách Thị Tự Khai', number: nextPersonalNumber() },
  driver: 'Hồ Quang Tài Xế',
  foreigner: { name: 'WILLOUGHBY OPHELIA', number: 'PX99887K' },
  note: 'Khách dị ứng đậu phộng',
  reference: 'DAT-PHONG-NHUNG-42',
};

const needles = (): string[] => {
  const values = Object.values(SECRETS).flatMap((value) =>
    typeof value === 'string' ? [value] : Object.values(value),
  );
  return values
    .flatMap((value) => [value, value.toUpperCase(), value.normalize('NFD'), foldName(value)])
    .map((value) => value.toLowerCase());
};

describe('personal data', () => {
  let system: TestSystem;
  const written: string[] = [];
  const statuses = new Set<number>();
  /** Secrets that are made while it runs. */
  const shown: string[] = [];

  beforeAll(async () => {
    // Every log line of API, worker and client goes here, at the most talkative level.
    const sink = { write: (line: string) => void written.push(line) };
    const logger = pino({ level: 'trace', serializers: { err: safeError } }, sink);
    system = await createTestSystem({ logger });
    await declareEverybody(system);
  });
  afterAll(() => system.close());

  async function declareEverybody({ build, post, standIn, settled }: TestSystem): Promise<void> {
    const facilities = {
      hotel: await build.facility(),
      hospital: await build.facility({ kind: 'co-so-kham-chua-benh', departments: ['NOI'] }),
      operator: await build.facility({ kind: 'nha-xe', vehicles: ['43B-012.34'], routes: [NORTHBOUND] }),
    };
    const key = await build.apiKey(Object.values(facilities));
    const person = (who: { name: string; number: string }) => ({
      fullName: who.name,
      birthDate: '1990-08-15',
      sex: 'F',
      document: { type: 1, number: who.number },
    });
    await standIn.knows([
      {
        personalNumber: SECRETS.guest.number,
        nationality: 'VNM',
        fullName: SECRETS.guest.name,
        birthDate: '1990-08-15',
        sex: 'F',
      },
    ]);
    // One of them is listed: what is then written of the match must name nobody either.
    const watch = new WatchBuilder({ app: system.api, build, clock: new TestClock() });
    const listed = { names: [SECRETS.guest.name], documentNumbers: [SECRETS.guest.number], note: SECRETS.note };
    await watch.entry(await watch.list(), listed);
    const send = async (path: string, body: object): Promise<Record<string, unknown>> => {
      const answer = await post(path, key, body);
      statuses.add(answer.status);
      return answer.body;
    };
    const departure = { expectedDepartureAt: `${addDays(localDate(new Date()), 1)}T12:00` };
    const hotel = { facilityId: facilities.hotel.code, kind: 'guest', reason: 1, place: { room: '1' }, ...departure };
    const guestBody = {
      ...hotel,
      externalRef: SECRETS.reference,
      note: SECRETS.note,
      person: { ...person(SECRETS.guest), phone: SECRETS.guest.phone, residence: { address: SECRETS.guest.address } },
    };
    const declared = await send('/v1/stays', guestBody);
    await send('/v1/stays', { ...guestBody, externalRef: undefined });
    await send('/v1/stays', {
      ...hotel,
      person: {
        ...person(SECRETS.foreigner),
        nationality: 'GBR',
        document: { type: 4, number: SECRETS.foreigner.number },
      },
    });
    await send('/v1/stays', {
      ...hotel,
      person: { fullName: SECRETS.guest.name, document: { type: 1, number: `${SECRETS.guest.number}9` } },
      [SECRETS.guest.name]: 1,
    });
    await send('/v1/stays/validate', {
      ...guestBody,
      person: { qr: `${SECRETS.guest.number}||${SECRETS.guest.name}|31021990|?|x|y` },
    });
    const { patientId } = await send('/v1/patients', {
      facilityId: facilities.hospital.code,
      recordNumber: SECRETS.patient.record,
      department: 'NOI',
    });
    await send('/v1/patients', {
      facilityId: facilities.hospital.code,
      recordNumber: SECRETS.patient.record,
      department: 'NOI',
      room: '2',
    });
    await send('/v1/stays', {
      facilityId: facilities.hospital.code,
      kind: 'patient',
      person: person(SECRETS.patient),
      place: { patientId },
    });
    await send('/v1/stays', {
      facilityId: facilities.hospital.code,
      kind: 'relative',
      ...departure,
      person: person(SECRETS.relative),
      place: { patientId, relation: 'con' },
    });
    const { tripId } = await send('/v1/trips', {
      facilityId: facilities.operator.code,
      plate: '43B-012.34',
      routeCode: 'DN-HN',
      departsAt: `${localDate(new Date())}T00:10`,
      driverName: SECRETS.driver,
    });
    await send('/v1/stays', {
      facilityId: facilities.operator.code,
      kind: 'passenger',
      person: person(SECRETS.passenger),
      place: { tripId, seat: 'A1', boardingStop: 'DN', alightingStop: 'HN' },
    });
    await system.get(`/v1/stays?facilityId=${facilities.hotel.code}&externalRef=${SECRETS.reference}`, key);
    await system.get(`/v1/stays/${SECRETS.guest.number}`, key);
    await guestEnters(await newDeskLink({ app: system.api }, facilities.hotel));
    await settled(String(declared.stayId), key, ['verified']);
    const unfinished = async (): Promise<number> => {
      const [row] = await build.rows<{ n: number }>(`SELECT count(*)::int AS n FROM outbox WHERE state <> 'done'`);
      return row?.n ?? 0;
    };
    while ((await unfinished()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }

  /** What a guest enters waits sealed; the token of the desk and the guest's way back are no less secret. */
  async function guestEnters(token: string): Promise<void> {
    const persons = [{ person: { qr: `${SECRETS.self.number}||${SECRETS.self.name}|15081990|Nữ|x|10052021` } }];
    const answer = await fetch(`${system.apiUrl}/v1/desk/entries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'desk-token': token, 'idempotency-key': 'phone' },
      body: JSON.stringify(entryBody({ persons, expectedDepartureAt: undefined })),
    });
    const { secret } = (await answer.json()) as { secret: string };
    statuses.add(answer.status);
    await fetch(`${system.apiUrl}/v1/desk/entry`, { headers: { 'entry-secret': secret } });
    shown.push(token, secret);
  }

  const found = (haystack: string): string[] =>
    [...needles(), ...shown.map((secret) => secret.toLowerCase())].filter((needle) =>
      haystack.toLowerCase().includes(needle),
    );

  it('was really sent, accepted and refused', () => {
    expect([...statuses].sort()).toEqual([200, 201, 409, 422]);
  });

  it('was screened: whoever is listed has raised an alert', async () => {
    const [alerts] = await system.build.rows('SELECT count(*)::int AS n FROM watch_alert');
    expect(alerts).toEqual({ n: 1 });
  });

  it('stands in no table in the clear', async () => {
    const tables = await system.build.rows<{ name: string }>(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')`,
    );
    expect(tables.length).toBeGreaterThan(20);
    const leaks: string[] = [];
    let rows = 0;
    for (const { name } of tables) {
      for (const { row } of await system.build.rows<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)) {
        rows += 1;
        for (const needle of found(legible(row))) leaks.push(`${name}: ${needle}`);
      }
    }
    expect(leaks).toEqual([]);
    expect(rows).toBeGreaterThan(1_000);
    const [stored] = await system.build.rows<{ n: number }>('SELECT count(*)::int AS n FROM stay');
    expect(stored?.n).toBe(5);
  });

  it('would be found if it stood there, in letters or in bytes', async () => {
    await system.build.rows(
      `INSERT INTO reference_data_version (only_row, checksum) VALUES (true, $1) ON CONFLICT (only_row) DO UPDATE SET checksum = $1`,
      [SECRETS.guest.name],
    );
    const [row] = await system.build.rows<{ row: string }>('SELECT t::text AS row FROM reference_data_version t');
    expect(found(legible(row?.row ?? ''))).toContain(SECRETS.guest.name.toLowerCase());
    const token = shown[0] ?? '';
    const [bytes] = await system.build.rows<{ row: string }>('SELECT ROW($1::bytea, $2::bytea)::text AS row', [
      Buffer.from(SECRETS.guest.name),
      Buffer.from(token, 'base64url'),
    ]);
    const needed = [SECRETS.guest.name, token].map((needle) => needle.toLowerCase());
    expect(found(legible(bytes?.row ?? ''))).toEqual(expect.arrayContaining(needed));
  });

  it('stands in no Redis key', async () => {
    const redis = new Redis(testRedisUrl());
    try {
      const texts: string[] = [];
      for await (const keys of redis.scanStream({ match: '*', count: 500 }) as AsyncIterable<string[]>) {
        for (const name of keys)
          texts.push(
            name,
            (await redis.dumpBuffer(name))?.toString('latin1') ?? '',
            (await redis.dumpBuffer(name))?.toString('utf8') ?? '',
          );
      }
      expect(texts.length).toBeGreaterThan(0);
      expect(found(texts.join('\n'))).toEqual([]);
    } finally {
      redis.disconnect();
    }
  });

  it('stands in no log line', () => {
    const log = written.join('\n');
    expect(log).toContain('/v1/stays');
    expect(found(log)).toEqual([]);
  });
});
