import { comparePersons, type PersonDescription, ScreeningIndex } from '@luutru/screening';
import { asListed, drawPerson, seenAgain } from './people';
import { Random } from './random';

export interface AlertFigures {
  /** The score that 95 of 100 listed people reach when they come again. */
  readonly threshold: number;
  readonly falseAlertsPer100k: number;
  /** The same among listed people whose full birth date is known. */
  readonly falseAlertsPer100kFullDate: number;
}

const LISTED = 5_000;
const RECALL = 0.95;

/** How often people who are on no list raise an alert, at the threshold at which 95 of 100 listed people would. */
export function measureAlerts(checkIns: number): AlertFigures {
  const random = new Random(77);
  const people = Array.from({ length: LISTED }, () => drawPerson(random));
  const listed = people.map((person, at) => ({ id: String(at), person: asListed(person, random) }));
  const scores = listed
    .map(({ person }, at) => comparePersons(person, seenAgain(people[at] ?? person, random)).score)
    .sort((a, b) => a - b);
  const threshold = scores[Math.floor(scores.length * (1 - RECALL))] ?? 0;
  const index = new ScreeningIndex(listed);
  const withFullDate = new Set(listed.filter(({ person }) => person.birthDates[0]?.day).map(({ id }) => id));
  let [alerts, withDate] = [0, 0];
  for (let made = 0; made < checkIns; made += 1) {
    const hits = index.screen(drawPerson(random), threshold);
    if (hits.length > 0) alerts += 1;
    if (hits.some(({ id }) => withFullDate.has(id))) withDate += 1;
  }
  const per100k = (count: number): number => Math.round((count * 100_000) / checkIns);
  return { threshold, falseAlertsPer100k: per100k(alerts), falseAlertsPer100kFullDate: per100k(withDate) };
}

/** Milliseconds of processor time: what else the machine does does not count. */
export function cpuMs(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds of screening one person against a list of so many: mean and the slowest of a hundred. */
export function measureScreening(size: number, threshold: number): { mean: number; p99: number; buildMs: number } {
  const random = new Random(size);
  const entries = Array.from({ length: size }, (_, at) => ({
    id: String(at),
    person: asListed(drawPerson(random), random),
  }));
  let index = new ScreeningIndex([]);
  const buildMs = cpuMs(() => (index = new ScreeningIndex(entries)));
  const seen: PersonDescription[] = Array.from({ length: 3_000 }, () => seenAgain(drawPerson(random), random));
  const took = seen.map((person) => cpuMs(() => index.screen(person, threshold)));
  // The first thousand warm up what is kept of words.
  const warm = took.slice(1_000).sort((a, b) => a - b);
  return {
    mean: warm.reduce((sum, ms) => sum + ms, 0) / warm.length,
    p99: warm[Math.floor(warm.length * 0.99)] ?? 0,
    buildMs,
  };
}
