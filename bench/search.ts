import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { type Caller, resolveGrant } from '@luutru/access';
import { SealWatch } from '@luutru/audit';
import {
  DEFAULT_SEARCH_LIMITS,
  PersonSearchReadModel,
  PoliceSearchService,
  SearchCursor,
  SearchLogRepository,
} from '@luutru/police';
import { BlindIndex, DataKeyRepository, KeyRing, keySet, openDatabase, systemClock, uuidV7 } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { startBenchDatabase } from './bench-database';
import { keepResult, type Round, round } from './rounds';
import { startSealing } from './sealing';
import { fill } from './search-database';
import { SearchHttp } from './search-http';
import { drawNames } from './search-population';
import { askable, askingOf, type Kind, KINDS, orderOf, sealHits, turn } from './search-questions';

const ROWS = Number(process.env.BENCH_ROWS ?? 10_000_000);
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 4_000);
const CLIENTS = [1, 4, 8];
const STATED = { purpose: 'tim-nguoi', caseNumber: 'VV-2026/1' };
/** What an officer may search in a day, in one go. */
const LIMITS = { ...DEFAULT_SEARCH_LIMITS, searchesPerHour: 1e9, rowsPerDay: 1e9 };

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
      { limits: LIMITS, confidentialDays: 90 },
      systemClock,
    );
    const questions = await askable(bench, index, names, ROWS);
    const began = performance.now();
    const sealed = await sealHits(bench, keyRing, model, names, questions);
    timed['seals of what is found'] = Math.round(performance.now() - began);
    process.stdout.write(`${sealed} stays sealed, which the questions can find.\n`);

    const sealing = await startSealing(bench.urlFor('luutru_worker'));
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
          const caller = officersInTurn(reference, clients);
          const bySql = async (durable: boolean): Promise<void> => {
            const client = await raw.connect();
            if (durable) await client.query('BEGIN');
            await model.find(askingOf(client), orderOf(turns(), kind));
            if (durable) await client.query(AUDIT_SQL, [uuidV7(new Date())]);
            if (durable) await client.query('COMMIT');
            client.release();
          };
          const variants: [Row['through'], () => Promise<unknown>][] = [
            ['raw', () => bySql(false)],
            ['service', () => service.search(caller(), { ...STATED, ...turns() })],
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
      await http.stop();
      await raw.end();
      await app.close();
      await sealing.stop();
    }
    report(rows, timed, sizes);
  } finally {
    await bench.close();
  }
}

const AUDIT_SQL = `INSERT INTO audit_entry (facility_id, at, audit_id, actor_kind, actor_id, action, subject_kind)
  VALUES ('00000000-0000-0000-0000-000000000000', now(), $1, 'person', 'bench', 'bench', 'search')`;

/** So many officers at once, each relieved by another before reaching what one may search in a day. */
function officersInTurn(reference: ReferenceDataService, clients: number): () => Caller {
  const { searchesPerDay } = DEFAULT_SEARCH_LIMITS;
  let shift: Caller[] = [];
  let asked = 0;
  return () => {
    if (asked % (clients * searchesPerDay) === 0) shift = Array.from({ length: clients }, () => officer(reference));
    return shift[asked++ % clients] as Caller;
  };
}

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
