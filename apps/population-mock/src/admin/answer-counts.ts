import { Injectable } from '@nestjs/common';

/** Answers to operations since the start of the process. */
@Injectable()
export class AnswerCounts {
  /** Recordings committed and answered with a broken connection. */
  dropped = 0;
  private readonly statuses = new Map<number, number>();

  count(status: number): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
  }

  byStatus(): Record<string, number> {
    return Object.fromEntries(this.statuses);
  }
}
