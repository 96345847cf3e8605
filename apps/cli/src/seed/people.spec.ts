import { parsePersonalNumber } from '@luutru/identity-document';
import { inventPeople, KNOWN_PEOPLE } from './people';
import { Random } from './random';

describe('invented people', () => {
  const people = inventPeople(2_000, new Random(42));

  it('are the same for the same seed number', () => {
    expect(inventPeople(50, new Random(7))).toEqual(inventPeople(50, new Random(7)));
    expect(inventPeople(50, new Random(7))).not.toEqual(inventPeople(50, new Random(8)));
  });

  it('have numbers of their own that fit birth year and sex', () => {
    const all = [...people, ...KNOWN_PEOPLE];
    expect(new Set(all.map((person) => person.number)).size).toBe(all.length);
    for (const person of all.filter(({ nationality }) => nationality === 'VNM')) {
      const parsed = parsePersonalNumber(person.number);
      expect([parsed?.sex, String(parsed?.birthYear)]).toEqual([person.sex, person.birthDate.slice(0, 4)]);
    }
  });

  it('carry family names about as often as people do', () => {
    const share = people.filter((person) => person.fullName.startsWith('Nguyễn ')).length / people.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.4);
  });
});
