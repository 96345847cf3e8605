import fc from 'fast-check';
import { uuidV7, uuidV7Time } from './uuid-v7';

describe('uuidV7', () => {
  it('carries its moment and the version and variant bits', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2200-01-01'), noInvalidDate: true }), (at) => {
        const id = uuidV7(at);
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
        expect(uuidV7Time(id)).toEqual(at);
      }),
    );
  });

  it('never repeats within a millisecond', () => {
    const at = new Date('2026-11-23T15:55:00Z');
    expect(new Set(Array.from({ length: 20_000 }, () => uuidV7(at))).size).toBe(20_000);
  });

  it('reads no time from other text', () => {
    expect(uuidV7Time('5f2f5b56-0c0e-4c53-9b26-0f1d7e7b0000')).toBeNull();
    expect(uuidV7Time('not an id')).toBeNull();
  });
});
