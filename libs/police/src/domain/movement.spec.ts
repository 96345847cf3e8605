import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { bordersBetween, comparePresences, type MovementRules, type Presence } from './movement';

const rules = JSON.parse(
  readFileSync(join(__dirname, '../../../reference-data/data/legal-rules.json'), 'utf8'),
) as readonly { key: string; value: unknown }[];
const valueOf = (key: string): unknown => rules.find((rule) => rule.key === key)?.value;
const RULES = {
  twoPlaces: valueOf('movement.two-places'),
  journey: valueOf('movement.journey'),
} as MovementRules;
const { neighbours } = RULES.journey;

const at = (time: string): Date => new Date(`2026-11-${time}:00+07:00`);
const presence = (facilityId: string, from: string, to: string | null, change: Partial<Presence> = {}): Presence => ({
  facilityId,
  stayId: `stay at ${facilityId}`,
  arrivedOn: '2026-11-20',
  kind: 'guest',
  documentType: 1,
  nationality: 'VNM',
  arrivedAt: at(from),
  departedAt: null,
  expectedDepartureAt: to === null ? null : at(to),
  provinceId: 'p48',
  ...change,
});
const gone = (facilityId: string, from: string, to: string, provinceId: string | null = 'p48'): Presence =>
  presence(facilityId, from, to, { departedAt: at(to), provinceId });

describe('two places at once', () => {
  const find = (one: Presence, other: Presence) => comparePresences(one, other, RULES);

  it('is an overlap longer than desks are late', () => {
    const night = presence('a', '20T14:00', '21T12:00');
    expect(find(night, presence('b', '20T22:00', '22T12:00'))).toEqual({
      kind: 'two-places',
      from: at('20T22:00'),
      until: at('21T12:00'),
      minutes: null,
      minimumMinutes: null,
    });
    expect(find(night, presence('b', '21T10:00', '22T12:00'))).toBeNull();
    expect(find(night, presence('b', '21T09:59', '22T12:00'))?.kind).toBe('two-places');
    expect(find(night, presence('b', '21T12:00', '22T12:00'))).toBeNull();
  });

  it('is over with the departure that was recorded, not the one that was expected', () => {
    const left = presence('a', '20T14:00', '23T12:00', { departedAt: at('20T18:00') });
    expect(find(left, presence('b', '20T19:00', '22T12:00'))).toBeNull();
    expect(find(presence('a', '20T14:00', null), presence('b', '25T19:00', null))).toMatchObject({ until: null });
  });

  it('is nothing at one facility, for tenants and relatives, who come and go', () => {
    const night = presence('a', '20T14:00', '22T12:00');
    expect(find(night, presence('a', '20T22:00', '22T12:00'))).toBeNull();
    for (const kind of ['tenant', 'relative']) {
      expect(find(night, presence('b', '20T22:00', '22T12:00', { kind }))).toBeNull();
    }
    expect(find(night, presence('b', '20T22:00', '22T12:00', { kind: 'passenger', provinceId: null }))).not.toBeNull();
  });

  it('does not depend on which of the two is looked at first', () => {
    const moment = fc
      .integer({ min: 0, max: 100 })
      .map((hours) => new Date(at('10T00:00').getTime() + hours * 3_600_000));
    const any = fc.record({
      facilityId: fc.constantFrom('a', 'b'),
      arrivedAt: moment,
      departedAt: fc.option(moment),
      expectedDepartureAt: fc.option(moment),
      provinceId: fc.constantFrom('p48', 'p01', 'p79', null),
    });
    fc.assert(
      fc.property(any, any, (one, other) => {
        fc.pre(one.arrivedAt.getTime() !== other.arrivedAt.getTime());
        const [a, b] = [one, other].map((change) => presence('x', '20T00:00', null, change)) as [Presence, Presence];
        expect(find(a, b)).toEqual(find(b, a));
      }),
    );
  });
});

describe('an impossible journey', () => {
  const find = (one: Presence, other: Presence) => comparePresences(one, other, RULES);

  it('is an arrival far away sooner after a departure than any way takes', () => {
    const here = gone('a', '20T14:00', '21T09:00');
    const hanoi = (from: string) => presence('b', from, '25T12:00', { provinceId: 'p01' });
    expect(find(here, hanoi('21T10:39'))).toEqual({
      kind: 'impossible-journey',
      from: at('21T09:00'),
      until: at('21T10:39'),
      minutes: 99,
      minimumMinutes: 100,
    });
    expect(find(here, hanoi('21T10:40'))).toBeNull();
    expect(find(here, hanoi('21T08:00'))).toMatchObject({ minutes: -60, from: at('21T08:00') });
  });

  it('is never concluded between neighbours, on the road, or from a departure that was only expected', () => {
    const soon = (provinceId: string | null) => presence('b', '21T09:01', '25T12:00', { provinceId });
    const here = gone('a', '20T14:00', '21T09:00');
    expect(find(here, soon('p46'))).toBeNull();
    expect(find(here, soon('p44'))).toMatchObject({ minutes: 1, minimumMinutes: 40 });
    expect(find(here, soon(null))).toBeNull();
    expect(find(here, soon('p-unknown'))).toBeNull();
    expect(find({ ...here, departedAt: null }, soon('p01'))).toBeNull();
  });
});

describe('the provinces', () => {
  it('border on each other both ways, all hang together, and are the 34 of today', () => {
    const all = Object.keys(neighbours);
    expect(all).toHaveLength(34);
    for (const [province, others] of Object.entries(neighbours)) {
      for (const other of others)
        expect([province, neighbours[other]]).toEqual([province, expect.arrayContaining([province])]);
      expect(others).not.toContain(province);
    }
    expect(all.filter((province) => province !== 'p48' && bordersBetween('p48', province, neighbours) === 0)).toEqual(
      [],
    );
  });

  it('are as many borders apart as one crosses', () => {
    const borders = (from: string, to: string): number => bordersBetween(from, to, neighbours);
    expect([borders('p48', 'p48'), borders('p48', 'p46'), borders('p48', 'p44')]).toEqual([0, 1, 2]);
    expect(borders('p01', 'p79')).toBe(borders('p79', 'p01'));
    expect(borders('p01', 'p79')).toBeGreaterThan(8);
  });
});
