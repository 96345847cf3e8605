import fc from 'fast-check';
import { COMPANION_REASONS, type CompanionLink, rankCompanions } from './companion';

const link = (
  companion: string,
  reason: CompanionLink['reason'],
  change: Partial<CompanionLink> = {},
): CompanionLink => ({
  ofStayId: 'mine-1',
  companion,
  facilityId: 'f',
  stayId: `stay of ${companion}`,
  arrivedOn: '2026-11-20',
  arrivedAt: new Date('2026-11-20T12:00:00Z'),
  reason,
  ...change,
});

describe('companions', () => {
  it('who shared a room come before who only arrived in the same minute', () => {
    const ranked = rankCompanions([link('minute', 'same-minute'), link('room', 'same-room')], 10);
    expect(ranked.map(({ newest }) => newest.companion)).toEqual(['room', 'minute']);
  });

  it('who were there again and again come before who were there once', () => {
    const [first, second] = rankCompanions(
      [
        link('once', 'same-group'),
        ...['mine-1', 'mine-2', 'mine-3'].map((ofStayId) => link('often', 'same-trip', { ofStayId })),
      ],
      10,
    );
    expect([first?.newest.companion, first?.score, first?.ofStayIds.length]).toEqual(['often', 6, 3]);
    expect(second?.newest.companion).toBe('once');
  });

  it('are shown by their newest stay and with each reason once, the strongest first', () => {
    const [one] = rankCompanions(
      [
        link('a', 'same-minute'),
        link('a', 'same-minute', { stayId: 'declared twice' }),
        link('a', 'same-room', { stayId: 'newest', arrivedAt: new Date('2026-11-21T12:00:00Z') }),
      ],
      10,
    );
    expect(one).toMatchObject({ reasons: ['same-room', 'same-minute'], score: 6, newest: { stayId: 'newest' } });
  });

  it('are never more than asked for, never twice, and do not depend on the order they were found in', () => {
    const links = fc.array(
      fc.record({
        ofStayId: fc.constantFrom('m1', 'm2'),
        companion: fc.constantFrom('a', 'b', 'c', 'd'),
        reason: fc.constantFrom(...COMPANION_REASONS),
      }),
    );
    fc.assert(
      fc.property(links, fc.nat(5), (found, limit) => {
        const all = found.map(({ companion, reason, ofStayId }) => link(companion, reason, { ofStayId }));
        const ranked = rankCompanions(all, limit);
        expect(ranked.length).toBeLessThanOrEqual(limit);
        expect(new Set(ranked.map(({ newest }) => newest.companion)).size).toBe(ranked.length);
        const names = (of: readonly CompanionLink[]): string[] =>
          rankCompanions(of, limit).map(({ newest, score }) => `${newest.companion} ${score}`);
        expect(names([...all].reverse())).toEqual(names(all));
      }),
    );
  });
});
