import type { Logger } from 'pino';

/** Everything the stand-in needs to run; environment variables fill it (config.ts) or a test does. */
export interface PopulationMockOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** A database of its own; the schema `population` is made in it at start. */
  readonly databaseUrl: string;
  /** Client id -> Ed25519 public key, PEM. */
  readonly clients: Readonly<Record<string, string>>;
  /** Ed25519 private key, PEM: signs the answers. */
  readonly privateKey: string;
  readonly adminToken: string;
  /** Makes injected latencies and failures repeatable. */
  readonly seed: number;
  readonly logger: Logger;
}

type Defaulted = 'host' | 'port' | 'seed' | 'logger';

/** What a caller in the same process must give; the rest is a free port on the loopback, seed 1 and silence. */
export type PopulationMockSettings = Omit<PopulationMockOptions, Defaulted> &
  Partial<Pick<PopulationMockOptions, Defaulted>>;

/** Injection token of {@link PopulationMockOptions}. */
export const OPTIONS = Symbol('PopulationMockOptions');
