import { changesSince, type FeedContent, type Told } from './subject';

const day = (subject: string, figures: Record<string, number | null>): Told => ({
  kind: 'day',
  subject,
  content: { figures },
});
const same = (content: FeedContent): string => JSON.stringify(content);

describe('what the feed tells', () => {
  it('is what is not as it was told last, and nothing of days that never had anything', () => {
    const told = new Map([
      ['day:2026-11-20', { figures: { arrivals: 10 } }],
      ['day:2026-11-21', { figures: { arrivals: 5 } }],
    ]);
    const present = [
      day('2026-11-19', { arrivals: 0, late: null }),
      day('2026-11-20', { arrivals: 10 }),
      day('2026-11-21', { arrivals: 0 }),
      day('2026-11-22', { arrivals: 5 }),
    ];
    expect(changesSince(told, present, same).map(({ subject }) => subject)).toEqual(['2026-11-21', '2026-11-22']);
  });
});
