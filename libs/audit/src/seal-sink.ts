import type { ExportedHead } from './domain/exported-head';
import type { Seal } from './domain/seal';

/** A place outside the database where heads are kept, so that whoever rules the database cannot rewrite its past alone. */
export interface SealSink {
  readonly name: string;
  /** The last head it holds for certain; null when it holds none. */
  findLast(): Promise<ExportedHead | null>;
  /** Appends seals; they are durable when this resolves. */
  append(seals: readonly Seal[]): Promise<void>;
}
