import type { Clock } from '@luutru/platform';

/** A clock that stands still until it is told to move. */
export class TestClock implements Clock {
  constructor(private at: Date = new Date('2026-11-23T14:56:00Z')) {}

  now(): Date {
    return new Date(this.at);
  }

  set(iso: string): void {
    this.at = new Date(iso);
  }

  advance(ms: number): void {
    this.at = new Date(this.at.getTime() + ms);
  }
}
