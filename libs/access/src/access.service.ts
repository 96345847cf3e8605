import { Inject, Injectable } from '@nestjs/common';
import { AppError, CLOCK, type Clock } from '@luutru/platform';
import { ApiKeyRepository } from './api-key.repository';
import { parseApiKey, sameSecret } from './domain/api-key';
import { isPermission } from './domain/permissions';
import type { Principal } from './domain/principal';

/** How long a key found valid is trusted without asking again: the longest a revoked key can live on. */
export const API_KEY_CACHE_MS = 5_000;
const CACHE_LIMIT = 10_000;

interface Remembered {
  readonly principal: Principal;
  readonly secretHash: Buffer;
  readonly until: number;
}

@Injectable()
export class AccessService {
  private readonly cache = new Map<string, Remembered>();

  constructor(
    private readonly keys: ApiKeyRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Tells who holds the key. Throws `credentials-invalid` for a key that is wrong, unknown, expired or revoked alike. */
  async authenticate(keyText: string): Promise<Principal> {
    const given = parseApiKey(keyText);
    if (!given) throw invalid();
    const now = this.clock.now();
    const known = this.cache.get(given.id);
    if (known && known.until > now.getTime()) {
      if (!sameSecret(known.secretHash, given.secretHash)) throw invalid();
      return known.principal;
    }
    const stored = await this.keys.find(given.id);
    if (!stored || !sameSecret(stored.secretHash, given.secretHash)) throw invalid();
    if (stored.revokedAt || (stored.expiresAt && stored.expiresAt <= now)) throw invalid();
    const principal: Principal = {
      kind: 'api-key',
      id: given.id,
      permissions: new Set(stored.permissions.filter(isPermission)),
      facilityIds: stored.facilityIds,
    };
    const expiry = stored.expiresAt?.getTime() ?? Infinity;
    this.remember(given.id, {
      principal,
      secretHash: stored.secretHash,
      until: Math.min(now.getTime() + API_KEY_CACHE_MS, expiry),
    });
    return principal;
  }

  private remember(id: string, entry: Remembered): void {
    if (this.cache.size >= CACHE_LIMIT) this.cache.clear();
    this.cache.set(id, entry);
  }
}

const invalid = (): AppError => new AppError('credentials-invalid', 'unauthenticated');
