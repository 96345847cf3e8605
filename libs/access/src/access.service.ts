import { BlockList, isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { AppError, CLOCK, type Clock, type Logger, LOGGER } from '@luutru/platform';
import { ReferenceDataService } from '@luutru/reference-data';
import { ApiKeyRepository, type StoredApiKey } from './api-key.repository';
import { parseApiKey, sameSecret } from './domain/api-key';
import { FEED_PERMISSIONS, isMachinePermission, PARTNER_PERMISSIONS, type Permission } from './domain/permissions';
import type { Grant, Principal } from './domain/principal';
import { unitArea, type UnitTrees } from './domain/unit-area';

/** How long a key found valid is trusted without asking again: the longest a revoked key can live on. */
export const API_KEY_CACHE_MS = 5_000;
const CACHE_LIMIT = 10_000;
/** How exactly the time of a key's last use is kept. */
const TOUCH_MS = 60_000;

/** A key that was shown, and what must hold of the request that came with it. */
export interface AuthenticatedKey {
  readonly principal: Principal;
  /** Ed25519 public key, base64url, that the request must be signed with; null: it need not be. */
  readonly signatureKey: string | null;
  /** Each signature is good for one request. */
  readonly singleUse: boolean;
}

interface Remembered extends AuthenticatedKey {
  readonly secretHash: Buffer;
  readonly networks: BlockList | null;
  readonly until: number;
}

@Injectable()
export class AccessService {
  private readonly cache = new Map<string, Remembered>();
  private readonly touched = new Map<string, number>();

  constructor(
    private readonly keys: ApiKeyRepository,
    private readonly reference: ReferenceDataService,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Tells who holds the key. Throws `credentials-invalid` for a key that is wrong, unknown, expired, revoked or used from a
   * network it is not allowed in, all alike.
   */
  async authenticate(keyText: string, address: string): Promise<AuthenticatedKey> {
    const given = parseApiKey(keyText);
    if (!given) throw invalid();
    const now = this.clock.now();
    const known = this.cache.get(given.id);
    const key = known && known.until > now.getTime() ? known : await this.load(given.id, now);
    if (!key || !sameSecret(key.secretHash, given.secretHash) || !isAllowed(key.networks, address)) throw invalid();
    this.touch(given.id, now);
    return key;
  }

  /** Who holds the key of that id, for what was issued in its name; null once it is no longer good. */
  async recall(id: string, address: string): Promise<Principal | null> {
    const now = this.clock.now();
    const known = this.cache.get(id);
    const key = known && known.until > now.getTime() ? known : await this.load(id, now);
    return key && isAllowed(key.networks, address) ? key.principal : null;
  }

  private async load(id: string, now: Date): Promise<Remembered | null> {
    const stored = await this.keys.find(id, now);
    if (!stored || stored.revokedAt || (stored.expiresAt && stored.expiresAt <= now)) return null;
    const expiry = stored.expiresAt?.getTime() ?? Infinity;
    const key = {
      principal: { kind: 'api-key', id, grants: this.grantsOf(stored), ownIndexes: [] } as const,
      signatureKey: stored.signatureKey,
      singleUse: stored.unitId !== null || stored.feedUnitId !== null,
      secretHash: stored.secretHash,
      networks: stored.allowedNetworks && networksOf(stored.allowedNetworks),
      until: Math.min(now.getTime() + API_KEY_CACHE_MS, expiry),
    };
    if (this.cache.size >= CACHE_LIMIT) this.cache.clear();
    this.cache.set(id, key);
    return key;
  }

  /** Takes note of the nonce of a signature that holds. Throws `signature-replayed` for one that was shown before. */
  async useNonce(id: string, nonce: string): Promise<void> {
    if (await this.keys.useNonce(id, nonce, this.clock.now())) return;
    throw new AppError('signature-replayed', 'unauthenticated');
  }

  private grantsOf(stored: StoredApiKey): Grant[] {
    const { unitId, feedUnitId } = stored;
    const { adminUnits } = this.reference;
    if (unitId !== null) return [unitGrant(unitId, PARTNER_PERMISSIONS, adminUnits)];
    if (feedUnitId === null) return grantsOf(stored);
    return [{ ...unitGrant(feedUnitId, FEED_PERMISSIONS, adminUnits), xroadClients: stored.xroadClients ?? [] }];
  }

  /** In the background: that a key was used must not slow down or fail what it was used for. */
  private touch(id: string, now: Date): void {
    if (now.getTime() - (this.touched.get(id) ?? -Infinity) < TOUCH_MS) return;
    if (this.touched.size >= CACHE_LIMIT) this.touched.clear();
    this.touched.set(id, now.getTime());
    this.keys.touch(id, now).catch((err: unknown) => this.logger.warn({ err }, 'the use of a key was not noted'));
  }
}

/** What a partner's system may do within its unit, whatever else was written to its key. */
const unitGrant = (unitId: string, permissions: readonly Permission[], units: UnitTrees): Grant => ({
  role: null,
  permissions: new Set(permissions),
  reach: { facilityIds: [], areas: [unitArea(units, unitId, null)] },
  unitId,
});

/** One grant for each set of permissions that facilities allow. A key without a signature reaches none that demand one. */
function grantsOf({ permissions, facilities, signatureKey }: StoredApiKey): Grant[] {
  const groups = new Map<string, { permissions: string[]; facilityIds: string[] }>();
  for (const facility of facilities) {
    if (facility.signed && signatureKey === null) continue;
    const allowed = permissions.filter((verb) => facility.permissions?.includes(verb) ?? true);
    const group = groups.get(allowed.join()) ?? { permissions: allowed, facilityIds: [] };
    group.facilityIds.push(facility.facilityId);
    groups.set(allowed.join(), group);
  }
  // A key with no facility keeps its permissions, so that it is told "not found" and not "not permitted".
  if (groups.size === 0) groups.set('', { permissions, facilityIds: [] });
  return [...groups.values()].map((group) => ({
    role: null,
    permissions: new Set(group.permissions.filter(isMachinePermission)),
    reach: { facilityIds: group.facilityIds, areas: [] },
  }));
}

function networksOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix] = network.split('/');
    list.addSubnet(address, Number(prefix), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

function isAllowed(networks: BlockList | null, address: string): boolean {
  if (!networks) return true;
  const bare = address.startsWith('::ffff:') ? address.slice(7) : address;
  const family = isIP(bare);
  return family !== 0 && networks.check(bare, family === 6 ? 'ipv6' : 'ipv4');
}

const invalid = (): AppError => new AppError('credentials-invalid', 'unauthenticated');
