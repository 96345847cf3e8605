import { Client, type ClientBase, type QueryResultRow } from 'pg';
import { localDate } from '@luutru/calendar';
import { personSearchKeys, STAY_SEAL } from '@luutru/declaration';
import { type BlindIndex, type Exchange, type KeyRing, monthScope, type Statement } from '@luutru/platform';
import { type PersonSearchReadModel, readCriteria, type SearchInput } from '@luutru/police';
import type { BenchDatabase } from './bench-database';
import { serialOf, stayIdOf } from './search-database';
import { nameOf, numberOf, phoneOf, type PooledName, random } from './search-population';

/** Different questions of each kind. */
const QUESTIONS = Number(process.env.BENCH_QUESTIONS ?? 300);
/** Numbers that are asked for: more than are asked in a round, because an officer seldom asks for a number twice. */
const NUMBERS = Number(process.env.BENCH_NUMBERS ?? 20_000);
const OPENED = 301;

export type Kind = 'number' | 'exact_name' | 'exact_name_year' | 'fuzzy' | 'fuzzy_year' | 'number_window' | 'in_house';
export const KINDS: readonly Kind[] = [
  'number',
  'exact_name',
  'exact_name_year',
  'fuzzy',
  'fuzzy_year',
  'number_window',
  'in_house',
];

/** The questions in turn, from the first on. */
export function turn(asked: readonly SearchInput[]): () => SearchInput {
  let at = -1;
  return () => asked[(at += 1) % asked.length] ?? {};
}

/** A question as the search statement takes it. */
export const orderOf = (input: SearchInput, kind: Kind) => {
  const read = readCriteria(input);
  if (!read.ok) throw new Error(`${kind}: ${JSON.stringify(read.faults)}`);
  const facility = input.facilityId === undefined ? null : [input.facilityId];
  return { ...read, facilityIds: facility, asOf: new Date(), today: localDate(new Date()), limit: OPENED };
};

/** Questions about stays that are there, of people drawn at random: common names come as often as they are borne. */
export async function askable(
  bench: BenchDatabase,
  index: BlindIndex,
  names: readonly PooledName[],
  rows: number,
): Promise<Readonly<Record<Kind, SearchInput[]>>> {
  const next = random(7);
  const serials = Array.from({ length: NUMBERS }, () => 1 + Math.floor(next() * rows));
  const stays = await bench.rows<{ stayId: string; facilityId: string; arrivedOn: string; birthYear: number }>(
    `SELECT s.stay_id AS "stayId", facility_id AS "facilityId", arrived_on::text AS "arrivedOn", birth_year AS "birthYear"
     FROM unnest($1::uuid[]) WITH ORDINALITY AS drawn(stay_id, nth) JOIN stay s USING (stay_id) ORDER BY nth`,
    [serials.map(stayIdOf)],
  );
  await fingerprint(bench, index, stays);
  const numbered = stays.map(({ stayId }) => ({ documentNumber: numberOf(serialOf(stayId)) }));
  const named = stays.slice(0, QUESTIONS).map((stay) => ({
    ...stay,
    n: serialOf(stay.stayId),
    name: names[nameOf(serialOf(stay.stayId))] as PooledName,
  }));
  const slips = named.map(({ name }) => slip(name.fullName, next));
  return {
    number: numbered,
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

/** Gives stays the real fingerprints of their people. */
async function fingerprint(
  bench: BenchDatabase,
  index: BlindIndex,
  stays: readonly { readonly stayId: string; readonly facilityId: string; readonly birthYear: number }[],
): Promise<void> {
  const keys = stays.flatMap(({ stayId, facilityId, birthYear }) => {
    const n = serialOf(stayId);
    return personSearchKeys({ documentNumber: numberOf(n), phone: phoneOf(n), birthYear }).map(
      ({ kind, purpose, value }) => ({ stayId, facilityId, kind, value: index.of(purpose, value).value }),
    );
  });
  await bench.rows(
    `UPDATE person_index p SET value = k.value
     FROM unnest($1::uuid[], $2::uuid[], $3::smallint[], $4::bytea[]) AS k(facility_id, stay_id, kind, value)
     WHERE p.facility_id = k.facility_id AND p.stay_id = k.stay_id AND p.kind = k.kind`,
    [keys.map((k) => k.facilityId), keys.map((k) => k.stayId), keys.map((k) => k.kind), keys.map((k) => k.value)],
  );
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

/** Asks on a connection as it is: no transaction, no scope. */
export const askingOf = (client: ClientBase): Exchange => ({
  ask: async <R extends QueryResultRow>({ name, text, values }: Statement) =>
    (await client.query<R>({ name, text, values: [...values] })).rows,
});

/** Seals the people of all stays that the questions find, so that they can be opened. */
export async function sealHits(
  bench: BenchDatabase,
  keyRing: KeyRing,
  model: PersonSearchReadModel,
  names: readonly PooledName[],
  questions: Readonly<Record<Kind, SearchInput[]>>,
): Promise<number> {
  const done = new Set<string>();
  const client = new Client({ connectionString: bench.urlFor('postgres') });
  await client.connect();
  await client.query('SET plan_cache_mode = force_generic_plan');
  for (const kind of KINDS) {
    for (const input of questions[kind]) {
      const { rows } = await model.find(askingOf(client), orderOf(input, kind));
      const fresh = rows.filter(({ stayId }) => !done.has(stayId));
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
  await client.query('VACUUM stay, person_index');
  await client.end();
  return done.size;
}
