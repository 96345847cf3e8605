import { createSecretKey, randomBytes } from 'node:crypto';
import { type Clock, systemClock } from '../clock/clock';
import { AppError } from '../errors/app-error';
import { keyIdOf, open, seal, type CipherKey } from './sealed-box';
import type { KeySet } from './key-material';

/** A data key as it is stored: wrapped by a master key, or null once destroyed. */
export interface StoredDataKey {
  readonly keyId: number;
  readonly scope: string;
  readonly wrapped: Buffer | null;
}

/** Where wrapped data keys are kept. */
export interface DataKeyStore {
  findActive(scope: string): Promise<StoredDataKey | null>;
  findById(keyId: number): Promise<StoredDataKey | null>;
  /** Stores a first key of the scope unless another process was quicker; returns the one that counts. */
  insertActive(scope: string, masterKeyId: number, wrapped: Buffer): Promise<StoredDataKey>;
}

/** The key scope of the personal data of stays, patients and trips of a month: destroyed together with the month's partition. */
export const monthScope = (date: string): string => `month:${date.slice(0, 7)}`;

/** The key scope of personal data that belongs to no month, such as the owner of a facility. */
export const STANDING_SCOPE = 'standing';

/** How long a process goes on sealing with a key that was retired meanwhile; reading it works as long as it exists. */
export const ACTIVE_KEY_AGE_MS = 60_000;

interface ActiveKey {
  readonly key: Promise<CipherKey>;
  readonly askedAt: number;
}

/**
 * Envelope encryption: each scope has a data key of its own, wrapped by a master key that only the environment holds.
 * Keys are unwrapped once and kept in memory, so sealing a record needs no look-up.
 */
export class KeyRing {
  private readonly active = new Map<string, ActiveKey>();
  private readonly byId = new Map<number, Promise<CipherKey>>();

  constructor(
    private readonly masters: KeySet,
    private readonly store: DataKeyStore,
    private readonly clock: Clock = systemClock,
  ) {}

  /** Seals a text for a column of a row; `rowId` binds it to that row. */
  async seal(scope: string, table: string, column: string, rowId: string, plaintext: string): Promise<Buffer> {
    return seal(await this.activeKey(scope), aad(table, column, rowId), plaintext);
  }

  /** Opens what {@link seal} made. Throws `data-key-destroyed` at the end of retention, `sealed-data-damaged` on tampering. */
  async open(table: string, column: string, rowId: string, box: Buffer): Promise<string> {
    return open(await this.keyById(keyIdOf(box)), aad(table, column, rowId), box);
  }

  /** The same key wrapped by the master key in use now. Throws as {@link open} does. */
  rewrap(stored: StoredDataKey): { masterKeyId: number; wrapped: Buffer } {
    const { id, key } = this.masters.active;
    const bytes = this.unwrap(stored).key.export();
    return { masterKeyId: id, wrapped: seal({ id, key }, wrapContext(stored.scope), bytes.toString('base64')) };
  }

  /** A new key for a scope, to be stored by the caller. */
  newKey(scope: string): { masterKeyId: number; wrapped: Buffer } {
    const master = this.masters.active;
    return { masterKeyId: master.id, wrapped: seal(master, wrapContext(scope), randomBytes(32).toString('base64')) };
  }

  private activeKey(scope: string): Promise<CipherKey> {
    const now = this.clock.now().getTime();
    const known = this.active.get(scope);
    if (known && Math.abs(now - known.askedAt) < ACTIVE_KEY_AGE_MS) return known.key;
    // When the database cannot be asked, the key known so far is as good for sealing as before.
    const key = this.loadActive(scope).catch((error: unknown) => {
      if (known) return known.key;
      throw error;
    });
    this.active.set(scope, { key, askedAt: now });
    key.catch(() => this.active.delete(scope));
    return key;
  }

  private async loadActive(scope: string): Promise<CipherKey> {
    return this.unwrap((await this.store.findActive(scope)) ?? (await this.create(scope)));
  }

  private keyById(keyId: number): Promise<CipherKey> {
    return remember(this.byId, keyId, async () => {
      const stored = await this.store.findById(keyId);
      if (!stored) throw new AppError('data-key-unknown', 'unavailable', { keyId });
      return this.unwrap(stored);
    });
  }

  private create(scope: string): Promise<StoredDataKey> {
    const { masterKeyId, wrapped } = this.newKey(scope);
    return this.store.insertActive(scope, masterKeyId, wrapped);
  }

  private unwrap(stored: StoredDataKey): CipherKey {
    if (!stored.wrapped) throw new AppError('data-key-destroyed', 'not-found', { keyId: stored.keyId });
    const master = this.masters.find(keyIdOf(stored.wrapped));
    if (!master) throw new AppError('master-key-missing', 'unavailable', { keyId: keyIdOf(stored.wrapped) });
    const key = createSecretKey(Buffer.from(open(master, wrapContext(stored.scope), stored.wrapped), 'base64'));
    return { id: stored.keyId, key };
  }
}

const aad = (table: string, column: string, rowId: string): string => `${table}|${column}|${rowId}`;
const wrapContext = (scope: string): string => `data_key|wrapped|${scope}`;

/** Keeps one promise per key, and forgets a failed one so that the next caller tries again. */
function remember<K, V>(cache: Map<K, Promise<V>>, key: K, load: () => Promise<V>): Promise<V> {
  const known = cache.get(key);
  if (known) return known;
  const loading = load();
  cache.set(key, loading);
  loading.catch(() => cache.delete(key));
  return loading;
}
