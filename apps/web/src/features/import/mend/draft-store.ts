import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { makeSealingKey, type Sealed, sealWith, unsealWith } from '../../offline/sealing';
import type { Edits } from './edits';

interface DraftSchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
  drafts: { key: string; value: Sealed & { readonly savedAt: number } };
}

/** The cells themselves are gone from the system by then. */
const KEPT_MS = 30 * 86_400_000;
const KEY = 'drafts';

let opened: Promise<IDBPDatabase<DraftSchema>> | undefined;

const database = (): Promise<IDBPDatabase<DraftSchema>> => {
  opened ??= openDB<DraftSchema>('luutru-drafts', 1, {
    upgrade: (db) => {
      db.createObjectStore('keys');
      db.createObjectStore('drafts');
    },
    terminated: () => (opened = undefined),
  });
  return opened;
};

async function sealingKey(db: IDBPDatabase<DraftSchema>): Promise<CryptoKey> {
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

/** Keeps what was typed into the rows of a file, sealed, so that a reload loses nothing. */
export async function saveDraft(batchId: string, edits: Edits): Promise<void> {
  const db = await database();
  if (Object.keys(edits).length === 0) return db.delete('drafts', batchId);
  const sealed = await sealWith(await sealingKey(db), `mend|${batchId}`, edits);
  await db.put('drafts', { ...sealed, savedAt: Date.now() }, batchId);
}

/** What was typed before; nothing where it cannot be read. Old drafts are dropped on the way. */
export async function loadDraft(batchId: string): Promise<Edits> {
  const db = await database();
  for (const key of await db.getAllKeys('drafts')) {
    const { savedAt = 0 } = (await db.get('drafts', key)) ?? {};
    if (Date.now() - savedAt > KEPT_MS) await db.delete('drafts', key);
  }
  const draft = await db.get('drafts', batchId);
  if (!draft) return {};
  return unsealWith(await sealingKey(db), `mend|${batchId}`, draft).then(
    (edits) => edits as Edits,
    () => ({}),
  );
}
