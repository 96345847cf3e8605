import { Client } from 'pg';
import { localDate } from '@luutru/calendar';
import { personSearchKeys, STAY_SEAL } from '@luutru/declaration';
import { type BlindIndex, type KeyRing, monthScope } from '@luutru/platform';
import { type PersonSearchReadModel, readCriteria, type SearchInput } from '@luutru/police';
import type { BenchDatabase } from './bench-database';
import { serialOf, stayIdOf } from './search-database';
import { nameOf, numberOf, phoneOf, type PooledName, random } from './search-population';

/** Different questions of each kind; more would only warm other pages. */
const QUESTIONS = Number(process.env.BENCH_QUESTIONS ?? 300);
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
  const serials = Array.from({ length: QUESTIONS }, () => 1 + Math.floor(next() * rows));
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
