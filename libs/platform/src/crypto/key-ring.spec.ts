import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { BlindIndex } from './blind-index';
import { KeySet } from './key-material';
import { KeyRing, monthScope, type DataKeyStore, type StoredDataKey } from './key-ring';

const key = (id: number) => ({ id, key: createSecretKey(randomBytes(32)) });

class MemoryStore implements DataKeyStore {
  readonly rows: StoredDataKey[] = [];
  async findActive(scope: string) {
    return this.rows.find((row) => row.scope === scope) ?? null;
  }
  async findById(keyId: number) {
    return this.rows.find((row) => row.keyId === keyId) ?? null;
  }
  async insertActive(scope: string, _master: number, wrapped: Buffer) {
    const existing = await this.findActive(scope);
    if (existing) return existing;
    const row = { keyId: this.rows.length + 1, scope, wrapped };
    this.rows.push(row);
    return row;
  }
}

describe('KeyRing', () => {
  const masters = new KeySet([key(1)]);

  it('opens what it sealed, and nothing that was moved or altered', async () => {
    const ring = new KeyRing(masters, new MemoryStore());
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.uuid(), fc.nat(), async (plaintext, row, flip) => {
        const box = await ring.seal('month:2026-11', 'stay', 'personal', row, plaintext);
        expect(await ring.open('stay', 'personal', row, box)).toBe(plaintext);
        await expect(ring.open('stay', 'personal', `${row}x`, box)).rejects.toThrow('sealed-data-damaged');
        await expect(ring.open('trip', 'personal', row, box)).rejects.toThrow('sealed-data-damaged');
        const altered = Buffer.from(box);
        const position = 4 + (flip % (box.length - 4));
        altered[position] = (altered[position] ?? 0) ^ 1;
        await expect(ring.open('stay', 'personal', row, altered)).rejects.toThrow('sealed-data-damaged');
      }),
    );
  });

  it('makes one key per scope however many ask at once, and reads it in another process', async () => {
    const store = new MemoryStore();
    const ring = new KeyRing(masters, store);
    const boxes = await Promise.all(
      Array.from({ length: 20 }, (_, i) => ring.seal(monthScope('2026-11-23'), 't', 'c', String(i), `text ${i}`)),
    );
    await ring.seal(monthScope('2026-12-01'), 't', 'c', 'x', 'december');
    expect(store.rows.map((row) => row.scope)).toEqual(['month:2026-11', 'month:2026-12']);
    const other = new KeyRing(new KeySet([key(9), ...masters.keys]), store);
    expect(await other.open('t', 'c', '7', boxes[7] as Buffer)).toBe('text 7');
  });

  it('cannot read once the data key is destroyed or the master key is missing', async () => {
    const store = new MemoryStore();
    const box = await new KeyRing(masters, store).seal('month:2023-10', 't', 'c', 'r', 'gone');
    await expect(new KeyRing(new KeySet([key(2)]), store).open('t', 'c', 'r', box)).rejects.toThrow(
      'master-key-missing',
    );
    store.rows[0] = { ...(store.rows[0] as StoredDataKey), wrapped: null };
    await expect(new KeyRing(masters, store).open('t', 'c', 'r', box)).rejects.toThrow('data-key-destroyed');
  });

  it('tries again after a failed look-up', async () => {
    const store = new MemoryStore();
    const ring = new KeyRing(masters, store);
    jest.spyOn(store, 'findActive').mockRejectedValueOnce(new Error('down'));
    await expect(ring.seal('s', 't', 'c', 'r', 'x')).rejects.toThrow('down');
    await expect(ring.seal('s', 't', 'c', 'r', 'x')).resolves.toBeInstanceOf(Buffer);
    expect(store.rows).toHaveLength(1);
  });
});

describe('BlindIndex', () => {
  it('is equal for equal values of one purpose and key only', () => {
    const [one, two] = [key(1), key(2)];
    const index = new BlindIndex(new KeySet([one]));
    expect(index.of('document', '049190001234')).toEqual(index.of('document', '049190001234'));
    expect(index.of('document', '049190001234').value).not.toEqual(index.of('occupant', '049190001234').value);
    const rotated = new BlindIndex(new KeySet([two, one]));
    expect(rotated.of('document', 'A').keyId).toBe(2);
    expect(rotated.candidates('document', 'A').map((c) => c.value)).toContainEqual(index.of('document', 'A').value);
  });
});
