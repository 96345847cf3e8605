import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { makeSealingKey, type Sealed, sealWith, unsealWith } from './sealing';

/** A record as it lies in the browser: what is personal is sealed. */
export interface SealedRecord extends Sealed {
  /** Order of entry; sent in this order. */
  readonly seq?: number;
  /** Idempotency key: sent any number of times, recorded once. */
  readonly key: string;
  readonly facilityId: string;
  readonly enteredAt: string;
  readonly enteredBy: string;
  readonly state: 'waiting' | 'refused';
}

interface DeskSchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  waiting: { key: number; value: SealedRecord };
}

const DATABASE = 'luutru-desk';
const KEY = 'waiting';

let opened: Promise<IDBPDatabase<DeskSchema>> | undefined;

const database = (): Promise<IDBPDatabase<DeskSchema>> => {
  opened ??= openDB<DeskSchema>(DATABASE, 1, {
    upgrade: (db) => {
      db.createObjectStore('keys');
      db.createObjectStore('waiting', { keyPath: 'seq', autoIncrement: true });
    },
    terminated: () => (opened = undefined),
  });
  return opened;
};

/** The key that seals what waits. */
async function sealingKey(): Promise<CryptoKey> {
  const db = await database();
  const kept = await db.get('keys', KEY);
  if (kept) return kept;
  const fresh = await makeSealingKey();
  const transaction = db.transaction('keys', 'readwrite');
  // Another tab may have been first.
  const first = await transaction.store.get(KEY);
  if (!first) await transaction.store.put(fresh, KEY);
  await transaction.done;
  return first ?? fresh;
}

const context = (key: string): string => `waiting|${key}`;

export const seal = async (key: string, content: unknown): Promise<Sealed> =>
  sealWith(await sealingKey(), context(key), content);

/** Throws when the box was tampered with, or belongs to another record. */
export const unseal = async (record: SealedRecord): Promise<unknown> =>
  unsealWith(await sealingKey(), context(record.key), record);

export async function addRecord(record: SealedRecord): Promise<void> {
  const db = await database();
  // Resolves when it is on disk: only then may the person be told that it is kept.
  const transaction = db.transaction('waiting', 'readwrite', { durability: 'strict' });
  await Promise.all([transaction.store.add(record), transaction.done]);
}

export const records = async (): Promise<SealedRecord[]> => (await database()).getAll('waiting');

export async function putRecord(record: SealedRecord): Promise<void> {
  await (await database()).put('waiting', record);
}

export async function removeRecord(seq: number): Promise<void> {
  await (await database()).delete('waiting', seq);
}
