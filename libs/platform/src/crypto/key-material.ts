import { createSecretKey, type KeyObject } from 'node:crypto';
import { ConfigFault, type ConfigReader } from '../config/read-config';

/** A symmetric 256-bit key with the id it is known by in stored data. */
export interface NamedKey {
  readonly id: number;
  readonly key: KeyObject;
}

/** Keys of one use. The first is used for new data, all of them for reading. */
export class KeySet {
  constructor(readonly keys: readonly NamedKey[]) {
    if (keys.length === 0) throw new Error('A key set needs at least one key');
  }

  get active(): NamedKey {
    return this.keys[0] as NamedKey;
  }

  find(id: number): NamedKey | undefined {
    return this.keys.find((candidate) => candidate.id === id);
  }
}

/** Reads `id:base64,id:base64` (32 bytes each, ids 1..32767, the active key first). Never repeats the value in a fault. */
export const keySet =
  (wanted: string): ConfigReader<KeySet> =>
  (name, value) => {
    if (value === undefined) throw new ConfigFault(`${name} is not set; give ${wanted} as id:base64[,id:base64]`);
    const keys = value.split(',').map((part) => {
      const [, id, encoded = ''] = /^\s*(\d{1,5}):([A-Za-z0-9+/_-]+={0,2})\s*$/.exec(part) ?? [];
      const bytes = Buffer.from(encoded, 'base64');
      if (id === undefined || Number(id) < 1 || Number(id) > 32_767 || bytes.length !== 32) {
        throw new ConfigFault(`${name} must be id:base64[,id:base64] with ids from 1 to 32767 and keys of 32 bytes`);
      }
      return { id: Number(id), key: createSecretKey(bytes) };
    });
    if (new Set(keys.map((key) => key.id)).size !== keys.length)
      throw new ConfigFault(`${name} gives the same id twice`);
    return new KeySet(keys);
  };
