import fc from 'fast-check';
import { addDays } from '@luutru/calendar';
import { type Change, presenceOf } from './nights';
import { cut, daysIn } from './periods';

const FROM = '2026-01-05';
const stays = fc.array(fc.tuple(fc.integer({ min: -20, max: 60 }), fc.integer({ min: 1, max: 40 })), { maxLength: 12 });

describe('nights of changes', () => {
  it('are those that are spent one by one', () => {
    fc.assert(
      fc.property(
        stays,
        fc.constantFrom('day', 'week', 'month', null),
        fc.integer({ min: 0, max: 70 }),
        (all, grain, last) => {
          const until = addDays(FROM, last);
          const parts = cut({ from: FROM, until: addDays(FROM, 60) }, grain);
          const nights = all.map(([first, length]) => [addDays(FROM, first), addDays(FROM, first + length)] as const);
          const changes = new Map<string, Change>();
          const change = (day: string, by: number): void => {
            const part = parts.find((one) => one.from <= day && day < one.until);
            if (!part || day >= until || day < FROM) return;
            const end = part.until < until ? part.until : until;
            const { present, nights: made } = changes.get(part.from) ?? { present: 0, nights: 0 };
            changes.set(part.from, { present: present + by, nights: made + by * daysIn({ from: day, until: end }) });
          };
          for (const [first, end] of nights) {
            change(first, 1);
            change(end, -1);
          }
          const opening = nights.filter(([first, end]) => first < FROM && end >= FROM).length;
          const shown = presenceOf(opening, parts, changes, until);
          parts.forEach((part, at) => {
            const over = Array.from({ length: daysIn(part) }, (_, day) => addDays(part.from, day)).filter(
              (day) => day < until,
            );
            const there = (day: string): number => nights.filter(([first, end]) => first <= day && day < end).length;
            if (over.length === 0) return expect(shown[at]).toBeNull();
            expect(shown[at]?.nights).toBe(over.reduce((sum, day) => sum + there(day), 0));
            expect(shown[at]?.level).toBe(there(over.at(-1) ?? ''));
          });
        },
      ),
    );
  });
});
