import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('api_key')
export class ApiKey {
  @PrimaryColumn('text', { name: 'api_key_id' })
  apiKeyId: string;

  @Column('bytea', { name: 'secret_hash' })
  secretHash: Buffer;

  @Column('text')
  label: string;

  @Column('text', { array: true })
  permissions: string[];

  @Column('timestamptz', { name: 'created_at' })
  createdAt: Date;

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null;

  /** Null: the key of a facility. */
  @Column('uuid', { name: 'vendor_id', nullable: true })
  vendorId: string | null;

  /** The administrative unit of a police system's key; such a key acts for no facility. */
  @Column('text', { name: 'unit_id', nullable: true })
  unitId: string | null;

  /** The administrative unit whose figures a key of an operations centre receives; such a key acts for no facility. */
  @Column('text', { name: 'feed_unit_id', nullable: true })
  feedUnitId: string | null;

  /** X-Road members and subsystems that may ask through the key; null: none. */
  @Column('text', { name: 'xroad_clients', array: true, nullable: true })
  xroadClients: string[] | null;

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null;

  /** Networks it may be used from, such as `203.0.113.0/24`; null: any. */
  @Column('cidr', { name: 'allowed_networks', array: true, nullable: true })
  allowedNetworks: string[] | null;

  /** Ed25519 public key (base64url) that its requests are signed with (RFC 9421); null: they are not. */
  @Column('text', { name: 'signature_key', nullable: true })
  signatureKey: string | null;
}

/** Which facilities a key acts for. */
@Entity('api_key_facility')
export class ApiKeyFacility {
  @PrimaryColumn('text', { name: 'api_key_id' })
  apiKeyId: string;

  @PrimaryColumn('uuid', { name: 'facility_id' })
  facilityId: string;
}
