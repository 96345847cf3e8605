import { randomBytes } from 'node:crypto';
import { Client, Pool } from 'pg';
import { type Caller, resolveGrant } from '@luutru/access';
import { AuditSealer, SealWatch } from '@luutru/audit';
import { localDate } from '@luutru/calendar';
import { personSearchKeys, STAY_SEAL } from '@luutru/declaration';
import {
  PersonSearchReadModel,
  PoliceSearchService,
  readCriteria,
  SearchCursor,
  type SearchInput,
  SearchLogRepository,
} from '@luutru/police';
import {
  BlindIndex,
  DataKeyRepository,
  KeyRing,
  keySet,
  monthScope,
  openDatabase,
  signingKey,
  systemClock,
  uuidV7,
} from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { type BenchDatabase, startBenchDatabase } from './bench-database';
import { keepResult, type Round, round } from './rounds';
import { fill, serialOf, stayIdOf } from './search-database';
import { SearchHttp } from './search-http';
import { drawNames, nameOf, numberOf, phoneOf, type PooledName, random } from './search-population';

const ROWS = Number(process.env.BENCH_ROWS ?? 10_000_000);
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 4_000);
/** Different questions of each kind; more would only warm other pages. */
const QUESTIONS = Number(process.env.BENCH_QUESTIONS ?? 300);
const CLIENTS = [1, 4, 8];
const OPENED = 301;
const STATED = { purpose: 'tim-nguoi', caseNumber: 'VV-2026/1' };
const NO_LIMITS = { searchesPerHour: 1e9, searchesPerDay: 1e9, rowsPerDay: 1e9 };

type Kind = 'number' | 'exact_name' | 'exact_name_year' | 'fuzzy' | 'fuzzy_year' | 'number_window' | 'in_house';
const KINDS: readonly Kind[] = [
  'number',
  'exact_name',
  'exact_name_year',
  'fuzzy',
  'fuzzy_year',
  'number_window',
  'in_house',
];
interface Row extends Round {
  readonly kind: string;
  readonly through: 'service' | 'raw' | 'raw_durable' | 'http';
  readonly clients: number;
}

/**
 * Searching a province's stays of 36 months as an officer of the whole province: through the service, with scope, limits,
 * decryption, ranking, audit entry, looks and log; beside the very same SQL alone, as the superuser without row security;
 * and, for numbers, that SQL in a transaction that also appends one audit entry, because no look may be answered before it
 * is durable.
 */
export async function search(): Promise<void> {
  const bench = await startBenchDatabase();
  try {
    const [master, key] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
    const keys = { LUUTRU_MASTER_KEYS: `1:${master}`, LUUTRU_INDEX_KEYS: `1:${key}` };
    const index = new BlindIndex(keySet('the index keys')('LUUTRU_INDEX_KEYS', keys.LUUTRU_INDEX_KEYS));
    const names = drawNames();
    const { took, sizes } = await fill(bench, index, names, ROWS);
    const timed: Record<string, number> = { ...took };
    const app = await openDatabase({
      url: bench.urlFor('luutru_app'),
      poolSize: 16,
      applicationName: 'bench',
      entities: [],
    });
    const worker = await openDatabase({
      url: bench.urlFor('luutru_worker'),
      poolSize: 2,
      applicationName: 'bench',
      entities: [],
    });
    const masters = keySet('the master keys')('LUUTRU_MASTER_KEYS', keys.LUUTRU_MASTER_KEYS);
    const keyRing = new KeyRing(masters, new DataKeyRepository(app.database));
    const reference = new ReferenceDataService(app.database);
    await reference.reload();
    const model = new PersonSearchReadModel(index);
    const service = new PoliceSearchService(
      app.database,
      keyRing,
      reference,
      new SealWatch(app.database, systemClock, 30_000),
      model,
      new SearchLogRepository(index),
      new SearchCursor(index),
      { limits: NO_LIMITS, confidentialDays: 90 },
      systemClock,
    );
    const questions = await askable(bench, index, names);
    const began = performance.now();
    const sealed = await sealHits(bench, keyRing, model, index, names, questions);
    timed['seals of what is found'] = Math.round(performance.now() - began);
    process.stdout.write(`${sealed} stays sealed, which the questions can find.\n`);

    const sealer = new AuditSealer(worker.database, signingKey('seal', 1, randomBytes(32)));
    await sealer.run();
    const sealing = setInterval(() => void sealer.run(), 1_000);
    const raw = new Pool({
      connectionString: bench.urlFor('postgres'),
      max: 16,
      options: '-c plan_cache_mode=force_generic_plan',
    });
    const http = await SearchHttp.start(bench, keyRing, keys, STATED);
    const rows: Row[] = [];
    try {
      for (const kind of KINDS) {
        const asked = questions[kind];
        for (const clients of CLIENTS) {
          const turns = turn(asked);
          const callers = Array.from({ length: clients }, () => officer(reference));
          let next = 0;
          const bySql = async (durable: boolean): Promise<void> => {
            const { name, text, values } = model.statement(orderOf(turns(), kind));
            if (!durable) return void (await raw.query({ name, text, values: [...values] }));
            const client = await raw.connect();
            await client.query('BEGIN');
            await client.query({ name, text, values: [...values] });
            await client.query(AUDIT_SQL, [uuidV7(new Date())]);
            await client.query('COMMIT');
            client.release();
          };
          const variants: [Row['through'], () => Promise<unknown>][] = [
            ['raw', () => bySql(false)],
            ['service', () => service.search(callers[(next += 1) % clients] as Caller, { ...STATED, ...turns() })],
            ...(kind === 'number'
              ? ([
                  ['raw_durable', () => bySql(true)],
                  ['http', () => http.search(turns())],
                ] as [Row['through'], () => Promise<unknown>][])
              : []),
          ];
          // Every connection plans each statement once; that is not what is measured.
          for (const [, work] of variants) await round(clients, ROUND_MS / 4, work);
          for (const [through, work] of variants)
            rows.push({ kind, through, clients, ...(await round(clients, ROUND_MS, work)) });
        }
      }
    } finally {
      clearInterval(sealing);
      await http.stop();
      await raw.end();
      await app.close();
      await worker.close();
    }
    report(rows, timed, sizes);
  } finally {
    await bench.close();
  }
}

const AUDIT_SQL = `INSERT INTO audit_entry (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind)
  VALUES ('00000000-0000-0000-0000-000000000000', now(), $1, 'person', 'bench', 'bench', 'search')`;

function officer(reference: ReferenceDataService): Caller {
  const grant = {
    grantId: '1',
    role: 'provincial-police',
    scopeKind: 'unit',
    scopeId: 'p48',
    facilityIds: null,
    expiresAt: null,
  } as const;
  const grants = [resolveGrant(grant, reference.adminUnits)];
  const id = uuidV7(new Date());
  return { principal: { kind: 'person', id, ownIndexes: [], grants }, requestId: id };
}

/** The questions in turn, from the first on. */
function turn(asked: readonly SearchInput[]): () => SearchInput {
  let at = -1;
  return () => asked[(at += 1) % asked.length] ?? {};
}

const orderOf = (input: SearchInput, kind: Kind) => {
  const read = readCriteria(input);
  if (!read.ok) throw new Error(`${kind}: ${JSON.stringify(read.faults)}`);
  const facility = input.facilityId === undefined ? null : [input.facilityId];
  return { ...read, facilityIds: facility, asOf: new Date(), today: localDate(new Date()), limit: OPENED };
};

/** Questions about stays that are there, of people drawn at random: common names come as often as they are borne. */
async function askable(
  bench: BenchDatabase,
  index: BlindIndex,
  names: readonly PooledName[],
): Promise<Readonly<Record<Kind, SearchInput[]>>> {
  const next = random(7);
  const serials = Array.from({ length: QUESTIONS }, () => 1 + Math.floor(next() * ROWS));
  const stays = await bench.rows<{ stayId: string; facilityId: string; arrivedOn: string; birthYear: number }>(
    `SELECT stay_id AS "stayId", facility_id AS "facilityId", arrived_on::text AS "arrivedOn", birth_year AS "birthYear"
     FROM stay WHERE stay_id = ANY($1)`,
    [serials.map(stayIdOf)],
  );
  for (const { stayId, facilityId, birthYear } of stays) {
    const n = serialOf(stayId);
    const keys = personSearchKeys({ documentNumber: numberOf(n), phone: phoneOf(n), birthYear });
    for (const { kind, purpose, value } of keys) {
      await bench.rows('UPDATE person_index SET value = $4 WHERE facility_id = $1 AND stay_id = $2 AND kind = $3', [
        facilityId,
        stayId,
        kind,
        index.of(purpose, value).value,
      ]);
    }
  }
  const named = stays.map((stay) => ({
    ...stay,
    n: serialOf(stay.stayId),
    name: names[nameOf(serialOf(stay.stayId))] as PooledName,
  }));
  const slips = named.map(({ name }) => slip(name.fullName, next));
  return {
    number: named.map(({ n }) => ({ documentNumber: numberOf(n) })),
    exact_name: named.map(({ name }) => ({ name: name.fullName })),
    exact_name_year: named.map(({ name, birthYear }) => ({ name: name.fullName, birthYear })),
    fuzzy: slips.map((name) => ({ name })),
    fuzzy_year: named.map(({ birthYear }, at) => ({ name: slips[at] ?? '', birthYear })),
    number_window: named.map(({ n, arrivedOn }) => ({
      documentNumber: numberOf(n),
      period: { event: 'arrival', from: arrivedOn, to: arrivedOn },
    })),
    in_house: named.map(({ facilityId }) => ({ facilityId, period: { event: 'in-house' } })),
  };
}

/** One letter left out or two swapped, and no marks, as it is typed at night. */
function slip(fullName: string, next: () => number): string {
  const plain = fullName
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
  const words = plain.split(' ');
  const longest = words.reduce((best, word, at) => (word.length > (words[best] ?? '').length ? at : best), 0);
  const word = words[longest] ?? '';
  const at = 1 + Math.floor(next() * (word.length - 2));
  words[longest] =
    next() < 0.5
      ? word.slice(0, at) + word.slice(at + 1)
      : word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
  return words.join(' ');
}

interface Hit {
  readonly stayId: string | null;
  readonly facilityId: string;
  readonly arrivedAt: Date;
}

/** Seals the people of all stays that the questions find, so that they can be opened. */
async function sealHits(
  bench: BenchDatabase,
  keyRing: KeyRing,
  model: PersonSearchReadModel,
  index: BlindIndex,
  names: readonly PooledName[],
  questions: Readonly<Record<Kind, SearchInput[]>>,
): Promise<number> {
  const done = new Set<string>();
  const client = new Client({ connectionString: bench.urlFor('postgres') });
  await client.connect();
  for (const kind of KINDS) {
    for (const input of questions[kind]) {
      const { text, values } = model.statement(orderOf(input, kind));
      const found = (await client.query(text, [...values])).rows as Hit[];
      const fresh = found.filter(({ stayId }) => stayId !== null && !done.has(stayId)) as (Hit & { stayId: string })[];
      const boxes = await Promise.all(
        fresh.map(({ stayId, arrivedAt }) => {
          done.add(stayId);
          const n = serialOf(stayId);
          const personal = {
            fullName: names[nameOf(n)]?.fullName,
            birthDate: `${1940 + ((n * 7919) % 67)}-06-15`,
            documentNumber: numberOf(n),
            documentDescription: null,
            phone: n % 3 > 0 ? phoneOf(n) : null,
            permitUntil: null,
            residenceKind: 1,
            address: '12 Nguyễn Thái Học, Phường Hội An, Thành phố Đà Nẵng',
            residenceWardId: 'w20410',
            reasonText: null,
            note: null,
            externalRef: null,
          };
          return keyRing.seal(
            monthScope(localDate(arrivedAt)),
            STAY_SEAL.table,
            STAY_SEAL.column,
            stayId,
            JSON.stringify(personal),
          );
        }),
      );
      if (fresh.length === 0) continue;
      await client.query(
        `UPDATE stay s SET personal_sealed = u.box FROM unnest($1::uuid[], $2::date[], $3::uuid[], $4::bytea[]) AS u(facility, day, id, box)
         WHERE s.facility_id = u.facility AND s.arrived_on = u.day AND s.stay_id = u.id`,
        [
          fresh.map(({ facilityId }) => facilityId),
          fresh.map(({ arrivedAt }) => localDate(arrivedAt)),
          fresh.map(({ stayId }) => stayId),
          boxes,
        ],
      );
    }
  }
  await client.query('VACUUM stay');
  await client.end();
  return done.size;
}

function report(
  rows: readonly Row[],
  took: Readonly<Record<string, number>>,
  sizes: readonly { readonly relation: string; readonly mb: number }[],
): void {
  for (const { kind, through, clients, perSecond, p50, p95, p99 } of rows) {
    process.stdout.write(
      `${kind.padEnd(16)} c=${clients} ${through.padEnd(12)} ${perSecond.toFixed(0).padStart(6)}/s  ` +
        `p50 ${p50.toFixed(2)}  p95 ${p95.toFixed(2)}  p99 ${p99.toFixed(2)} ms\n`,
    );
  }
  const p99 = (kind: Kind, through: Row['through'], clients = 1): number =>
    rows.find((row) => row.kind === kind && row.through === through && row.clients === clients)?.p99 ?? 0;
  const figures: Record<string, number> = {
    rows: ROWS,
    number_p99_over_raw: p99('number', 'service') / p99('number', 'raw'),
    number_p99_over_raw_durable: p99('number', 'service') / p99('number', 'raw_durable'),
    number_p99_ms: p99('number', 'service'),
    number_http_p99_ms: p99('number', 'http'),
    exact_name_p99_ms: p99('exact_name', 'service'),
    exact_name_year_p99_ms: p99('exact_name_year', 'service'),
    fuzzy_p99_ms: p99('fuzzy', 'service'),
    fuzzy_year_p99_ms: p99('fuzzy_year', 'service'),
    number_window_p99_ms: p99('number_window', 'service'),
    in_house_p99_ms: p99('in_house', 'service'),
    ...Object.fromEntries(Object.entries(took).map(([step, ms]) => [`build ${step}, s`, Math.round(ms / 1_000)])),
    ...Object.fromEntries(sizes.map(({ relation, mb }) => [`size ${relation}, MB`, mb])),
  };
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
  keepResult('search', figures, rows);
}
