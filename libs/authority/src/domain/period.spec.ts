import { readPeriod } from './period';

const TODAY = '2026-11-23';
const days = (asked: { from?: string; to?: string }) => readPeriod(asked, TODAY, 'days');

describe('the period of a read', () => {
  it('is the last 31 days unless something else is asked for', () => {
    expect(days({})).toEqual({ from: '2026-10-24', to: '2026-11-23' });
    expect(days({ from: '2026-01-01' })).toEqual({ from: '2026-01-01', to: '2026-01-31' });
    expect(days({ to: '2026-01-31' })).toEqual({ from: '2026-01-01', to: '2026-01-31' });
    expect(days({ from: '2026-11-23', to: '2026-11-23' })).toEqual({ from: '2026-11-23', to: '2026-11-23' });
  });

  it('is whole months where months are counted, whatever day of them is asked for', () => {
    expect(readPeriod({ from: '2026-10-30', to: '2026-11-02' }, TODAY, 'months')).toEqual({
      from: '2026-10-01',
      to: '2026-11-01',
    });
  });

  it('ends after it begins, and not too late', () => {
    expect(days({ from: '2026-11-02', to: '2026-11-01' })).toMatchObject({ faults: [{ pointer: '/to' }] });
    expect(days({ from: '2026-01-01', to: '2026-04-02' })).toEqual({ from: '2026-01-01', to: '2026-04-02' });
    expect(days({ from: '2026-01-01', to: '2026-04-03' })).toMatchObject({ faults: [{ pointer: '/from' }] });
  });
});
