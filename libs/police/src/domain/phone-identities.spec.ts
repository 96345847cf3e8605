import { countIdentities, manyIdentities, type PhoneUse } from './phone-identities';

let serial = 0;
const use = (person: string, day: number, facilityId = `f${(serial += 1)}`): PhoneUse => ({
  facilityId,
  stayId: `s${(serial += 1)}`,
  arrivedOn: `2026-11-${String(day).padStart(2, '0')}`,
  person,
});
const RULE = { identities: 6, days: 14 };

describe('identities behind one phone', () => {
  it('are as many as papers, when each comes alone', () => {
    const uses = ['a', 'b', 'c', 'a'].map((person, at) => use(person, at + 1));
    expect(countIdentities(uses)).toBe(3);
    expect(countIdentities([])).toBe(0);
  });

  it('are one for a family that travels together, wherever it goes and whoever stays behind', () => {
    const family = ['mother', 'father', 'child'].map((person) => use(person, 1, 'hotel'));
    expect(countIdentities(family)).toBe(1);
    expect(countIdentities([...family, use('mother', 3), use('aunt', 5, 'inn'), use('child', 5, 'inn')])).toBe(1);
  });

  it('are one for a party of forty with its guide through several towns', () => {
    const towns = [1, 3, 5].flatMap((day) =>
      Array.from({ length: 40 }, (_, at) => use(`guest ${at}`, day, `town ${day}`)),
    );
    expect(countIdentities(towns)).toBe(1);
  });
});

describe('too many of them', () => {
  const alone = (people: number, everyDays = 1): PhoneUse[] =>
    Array.from({ length: people }, (_, at) => use(`p${at}`, 1 + at * everyDays));

  it('are told of from the number of the rule on, with all the stays', () => {
    const five = alone(5);
    expect(manyIdentities(five, five[4]?.stayId ?? '', RULE)).toBeNull();
    const six = alone(6);
    for (const { stayId } of six) expect(manyIdentities(six, stayId, RULE)).toHaveLength(6);
  });

  it('are looked for within the days of the rule only, around the stay in question', () => {
    const slow = alone(6, 4);
    expect(manyIdentities(slow, slow[5]?.stayId ?? '', RULE)).toBeNull();
    const early = use('early', 1);
    const burst = Array.from({ length: 6 }, (_, at) => use(`b${at}`, 20 + (at % 3)));
    expect(manyIdentities([early, ...burst], early.stayId, RULE)).toBeNull();
    expect(manyIdentities([early, ...burst], burst[0]?.stayId ?? '', RULE)).toHaveLength(6);
    expect(manyIdentities(burst, 'somewhere else', RULE)).toBeNull();
  });
});
