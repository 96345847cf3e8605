import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A record as it lies in the browser: what is personal is sealed. */
export interface SealedRecord {
  /** Order of entry; sent in this order. */
  readonly seq?: number;
  /** Idempotency key: sent any number of times, recorded once. */
  readonly key: string;
  readonly facilityId: string;
  readonly enteredAt: string;
  readonly enteredBy: string;
  readonly state: 'waiting' | 'refused';
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
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

/**
 * The key that seals what waits. It is made here and cannot be taken out: a copy of the browser's files is useless without the
 * browser, and a script can use it, as it could read the screen, but not carry it away.
 */
async function sealingKey(): Promise<CryptoKey> {
  const db = await database();
  const kept = await db.get('keys', KEY);
  if (kept) return kept;
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const transaction = db.transaction('keys', 'readwrite');
  // Another tab may have been first.
  const first = await transaction.store.get(KEY);
  if (!first) await transaction.store.put(fresh, KEY);
  await transaction.done;
  return first ?? fresh;
}

/** What a box is for: one that is put into another record does not open. */
const context = (key: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`waiting|${key}`);

export async function seal(key: string, content: unknown): Promise<Pick<SealedRecord, 'iv' | 'sealed'>> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(content));
  const algorithm = { name: 'AES-GCM', iv, additionalData: context(key) };
  return { iv, sealed: await crypto.subtle.encrypt(algorithm, await sealingKey(), text) };
}

/** Throws when the box was tampered with, or belongs to another record. */
export async function unseal(record: SealedRecord): Promise<unknown> {
  const algorithm = { name: 'AES-GCM', iv: record.iv, additionalData: context(record.key) };
  const text = await crypto.subtle.decrypt(algorithm, await sealingKey(), record.sealed);
  return JSON.parse(new TextDecoder().decode(text)) as unknown;
}

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
