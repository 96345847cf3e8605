import { type Evidence, faultsOf, judge } from './judge';

const CLEAN: Evidence = {
  acknowledged: [
    { stayId: 'a', key: 'k1', marks: ['1', '2'] },
    { stayId: 'b', key: 'k2', marks: ['1'] },
  ],
  stays: [
    { stayId: 'a', name: 'k1', version: 2 },
    { stayId: 'b', name: 'k2', version: 1 },
    // Stored, but its client never heard of it: delivered all the same.
    { stayId: 'c', name: 'k3', version: 1 },
  ],
  events: [
    { stayId: 'a', sequence: 1, state: 'done', claims: 1 },
    { stayId: 'a', sequence: 2, state: 'done', claims: 3 },
    { stayId: 'b', sequence: 1, state: 'done', claims: 1 },
    { stayId: 'c', sequence: 1, state: 'done', claims: 1 },
  ],
  ledger: [
    { stayId: 'a', sequence: 1, mark: '1', receivedCount: 2 },
    { stayId: 'b', sequence: 1, mark: '1', receivedCount: 1 },
    { stayId: 'a', sequence: 2, mark: '2', receivedCount: 1 },
    { stayId: 'c', sequence: 1, mark: '9', receivedCount: 1 },
  ],
};

describe('the judge', () => {
  it('finds nothing where nothing is wrong, and counts what was sent again', () => {
    const verdict = judge(CLEAN);
    expect(faultsOf(verdict)).toEqual({});
    expect(verdict.redelivered).toBe(2);
  });

  it.each<[string, Partial<Evidence>, Record<string, number>]>([
    [
      'a stay that was acknowledged and is gone',
      { stays: CLEAN.stays.slice(1), ledger: CLEAN.ledger.filter(({ stayId }) => stayId !== 'a') },
      { absent: 1 },
    ],
    [
      'a version that was acknowledged and is gone',
      {
        stays: [{ stayId: 'a', name: 'k1', version: 1 }, ...CLEAN.stays.slice(1)],
        ledger: CLEAN.ledger.filter(({ sequence }) => sequence < 2),
      },
      { absent: 1 },
    ],
    ['an event that never arrived', { ledger: CLEAN.ledger.slice(0, 3) }, { missing: 1 }],
    [
      'a declaration that became two stays',
      { stays: [...CLEAN.stays, { stayId: 'd', name: 'k1', version: 0 }] },
      { doubled: 1 },
    ],
    [
      'a key that was answered with two stays',
      { acknowledged: [...CLEAN.acknowledged, { stayId: 'c', key: 'k1', marks: [] }] },
      { doubled: 1 },
    ],
    [
      'an event that was applied twice',
      { ledger: [...CLEAN.ledger, { stayId: 'b', sequence: 1, mark: '1', receivedCount: 1 }] },
      { doubled: 1 },
    ],
    ['events in the wrong order', { ledger: [...CLEAN.ledger].reverse() }, { disordered: 1 }],
    [
      'an event that says something else',
      { ledger: CLEAN.ledger.map((entry) => ({ ...entry, mark: '1' })) },
      { wrong: 1 },
    ],
    ['an event left behind', { events: [{ stayId: 'a', sequence: 1, state: 'dead', claims: 1 }] }, { stuck: 1 }],
    [
      'an event of nobody',
      { ledger: [...CLEAN.ledger, { stayId: 'x', sequence: 1, mark: '', receivedCount: 1 }] },
      { invented: 1 },
    ],
  ])('finds %s', (_, change, faults) => {
    expect(faultsOf(judge({ ...CLEAN, ...change }))).toEqual(faults);
  });
});
