import type { QueryClient } from '@tanstack/react-query';
import { applyEvent, type DeskEvent } from '../src/features/alerts/desk-list';

type List = { alerts: { alertId: string; state: string }[]; next: null; position: number };

/** As much of a cache as carrying an event into it needs. */
class Cache {
  readonly entries: [readonly unknown[], unknown][] = [];

  getQueriesData({ queryKey: [name] }: { queryKey: readonly unknown[] }) {
    return this.entries.filter(([[first]]) => first === name);
  }

  setQueryData(key: readonly unknown[], value: unknown): void {
    const entry = this.entries.find(([known]) => JSON.stringify(known) === JSON.stringify(key));
    if (entry) entry[1] = typeof value === 'function' ? (value as (old: unknown) => unknown)(entry[1]) : value;
  }
}

const event = (change: Partial<DeskEvent>): DeskEvent =>
  ({ alertId: 'a', state: 'open', listKind: 'truy-na', action: 'raise', at: 'now', ...change }) as DeskEvent;

describe('what happens at a desk', () => {
  const listed = (query: object, ...alerts: object[]): Cache => {
    const cache = new Cache();
    cache.entries.push([['listAlerts', { query }], { alerts, next: null, position: 1 }]);
    return cache;
  };
  const after = (cache: Cache, happened: DeskEvent): string[] => {
    applyEvent(cache as unknown as QueryClient, happened);
    return (cache.entries[0]?.[1] as List).alerts.map(({ alertId, state }) => `${alertId} ${state}`);
  };

  it('comes first in the lists that it belongs to', () => {
    const other = { alertId: 'b', state: 'open' };
    expect(after(listed({ show: 'desk' }, other), event({}))).toEqual(['a open', 'b open']);
    expect(after(listed({ state: 'closed' }, other), event({}))).toEqual(['b open']);
    expect(after(listed({ kind: 'tre-em' }, other), event({}))).toEqual(['b open']);
    expect(after(listed({ cursor: 'x' }, other), event({}))).toEqual(['b open']);
    expect(after(listed({}), event({ state: 'closed', action: 'close' }))).toEqual([]);
  });

  it('changes what is listed already in its place, also when it is closed by somebody else', () => {
    const cache = listed({}, { alertId: 'b', state: 'open' }, { alertId: 'a', state: 'open' });
    expect(after(cache, event({ state: 'acknowledged', action: 'acknowledge' }))).toEqual(['b open', 'a acknowledged']);
    expect(after(cache, event({ state: 'closed', action: 'close' }))).toEqual(['b open', 'a closed']);
  });

  it('reaches the alert that is open on the desk, and nothing of the event itself stays in it', () => {
    const cache = new Cache();
    cache.entries.push([['getAlert', { path: { alertId: 'a' } }], { alertId: 'a', state: 'open', history: [] }]);
    applyEvent(cache as unknown as QueryClient, event({ state: 'acknowledged', action: 'acknowledge' }));
    expect(cache.entries[0]?.[1]).toEqual({ alertId: 'a', state: 'acknowledged', listKind: 'truy-na', history: [] });
  });
});
