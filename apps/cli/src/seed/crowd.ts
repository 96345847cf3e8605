import type { Person } from './people';
import type { Random } from './random';

const HOUR = 3_600_000;
const ATTEMPTS = 60;

/** People who are in one place at a time. */
export class Crowd {
  private readonly freeFrom = new Map<Person, number>();

  constructor(
    private readonly people: readonly Person[],
    private readonly random: Random,
  ) {}

  /** Somebody who is nowhere at that time and stays until then; null where none is soon found. Asked in the order of time. */
  take(at: Date, until: Date, wanted: (person: Person) => boolean = () => true): Person | null {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const person = this.random.pick(this.people);
      if ((this.freeFrom.get(person) ?? 0) > at.getTime() || !wanted(person)) continue;
      this.freeFrom.set(person, until.getTime() + HOUR);
      return person;
    }
    return null;
  }
}
