import { createHmac } from 'node:crypto';
import type { Person } from './person';

/** The people of the stand-in, in memory. */
export class People {
  private readonly byNumber = new Map<string, Person>();
  private readonly bySubject = new Map<string, Person>();

  /** `subjectKey` keeps `sub` stable for as long as it stays the same. */
  constructor(
    private readonly subjectKey: Buffer,
    people: readonly Person[] = [],
  ) {
    this.put(people);
  }

  /** A person given again replaces the one held. */
  put(people: readonly Person[]): void {
    for (const person of people) {
      this.byNumber.set(person.personalNumber, person);
      this.bySubject.set(this.subjectOf(person), person);
    }
  }

  find(personalNumber: string): Person | undefined {
    return this.byNumber.get(personalNumber);
  }

  findBySubject(subject: string): Person | undefined {
    return this.bySubject.get(subject);
  }

  first(count: number): Person[] {
    return [...this.byNumber.values()].slice(0, count);
  }

  /** Tells nothing of the personal number to those without the key, though there are few enough numbers to try them all. */
  subjectOf({ personalNumber }: Person): string {
    return createHmac('sha256', this.subjectKey).update(personalNumber).digest('base64url');
  }
}
