import type { ExportedHead } from './domain/exported-head';

/** Walks along exported heads as the seals are walked along, holding one at a time. */
export class HeadComparison {
  private begin: number | null = null;
  private firstExported: number | null = null;
  private current: ExportedHead | null = null;

  /** @param isSealed tells whether there is a seal of that number and head; asked about heads that were written twice */
  constructor(
    private readonly heads: AsyncIterator<ExportedHead>,
    private readonly isSealed: (head: ExportedHead) => Promise<boolean>,
  ) {}

  /** Compares the head of the next seal; null when they agree, or the seal was made before or after what was exported. */
  async check(sealNumber: number, head: Buffer): Promise<'head-differs' | 'head-not-exported' | null> {
    this.begin ??= sealNumber;
    for (;;) {
      const exported = (this.current ??= await this.next());
      if (exported === null) return null;
      this.firstExported ??= exported.sealNumber;
      if (exported.sealNumber > sealNumber) return sealNumber > this.firstExported ? 'head-not-exported' : null;
      this.current = null;
      if (exported.sealNumber === sealNumber) return exported.head.equals(head) ? null : 'head-differs';
      if (exported.sealNumber >= this.begin && !(await this.isSealed(exported))) return 'head-differs';
    }
  }

  /** The highest number exported beyond a seal; null when there is none. */
  async highestAfter(sealNumber: number): Promise<number | null> {
    let highest = sealNumber;
    for (let head = this.current ?? (await this.next()); head; head = await this.next()) {
      highest = Math.max(highest, head.sealNumber);
    }
    this.current = null;
    return highest > sealNumber ? highest : null;
  }

  private async next(): Promise<ExportedHead | null> {
    const step = await this.heads.next();
    return step.done ? null : step.value;
  }
}
