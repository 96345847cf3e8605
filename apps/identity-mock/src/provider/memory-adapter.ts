import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry {
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

const SWEEP_EVERY = 500;

/** What the provider keeps between two requests of a sign-in, for as long as it lives; nothing outlives the process. */
export function memoryAdapters(now: () => number = Date.now): (model: string) => Adapter {
  return (model) => (model === 'Session' ? new ForgetfulAdapter(now) : new MemoryAdapter(now));
}

class MemoryAdapter implements Adapter {
  private readonly entries = new Map<string, Entry>();
  private writes = 0;

  constructor(private readonly now: () => number) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    if (++this.writes % SWEEP_EVERY === 0) this.sweep();
    const expiresAt = expiresIn === undefined ? Infinity : this.now() + expiresIn * 1_000;
    this.entries.set(id, { payload: structuredClone(payload), expiresAt });
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const entry = this.entries.get(id);
    return entry && entry.expiresAt > this.now() ? structuredClone(entry.payload) : undefined;
  }

  findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findBy((payload) => payload.uid === uid);
  }

  findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findBy((payload) => payload.userCode === userCode);
  }

  async consume(id: string): Promise<void> {
    const entry = this.entries.get(id);
    if (entry) entry.payload.consumed = Math.floor(this.now() / 1_000);
  }

  async destroy(id: string): Promise<void> {
    this.entries.delete(id);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, { payload }] of this.entries) if (payload.grantId === grantId) this.entries.delete(id);
  }

  private async findBy(fits: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> {
    for (const [id, { payload }] of this.entries) if (fits(payload)) return this.find(id);
    return undefined;
  }

  private sweep(): void {
    const now = this.now();
    for (const [id, { expiresAt }] of this.entries) if (expiresAt <= now) this.entries.delete(id);
  }
}

/** Sessions are not kept: every sign-in asks who the person is, as two people may share a demonstration's browser. */
class ForgetfulAdapter extends MemoryAdapter {
  override async upsert(): Promise<void> {}
}
