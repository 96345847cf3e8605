import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { BlindIndex } from '@luutru/platform';

const PURPOSE = 'guest-entry-secret';
const ID_BYTES = 16;
const FORM = /^[A-Za-z0-9_-]{64}$/;

/** Which entry a secret speaks of. */
export interface EntryName {
  readonly facilityId: string;
  readonly entryId: string;
}

/**
 * What a guest comes back to the own entry with: its name and a keyed fingerprint of it (128 bits). It is worked out whenever
 * it is needed, so that neither the database nor a stored answer holds anything that could be shown in a guest's place.
 */
@Injectable()
export class EntrySecret {
  constructor(private readonly index: BlindIndex) {}

  of(name: EntryName): string {
    return Buffer.concat([nameBytes(name), this.index.of(PURPOSE, text(name)).value]).toString('base64url');
  }

  /** Whose secret it is; null when it is nobody's. */
  read(secret: string | undefined): EntryName | null {
    if (secret === undefined || !FORM.test(secret)) return null;
    const bytes = Buffer.from(secret, 'base64url');
    const name = { facilityId: uuid(bytes, 0), entryId: uuid(bytes, ID_BYTES) };
    const given = bytes.subarray(2 * ID_BYTES);
    const genuine = this.index.candidates(PURPOSE, text(name)).some(({ value }) => timingSafeEqual(value, given));
    return genuine ? name : null;
  }
}

const text = ({ facilityId, entryId }: EntryName): string => `${facilityId}/${entryId}`;

const nameBytes = ({ facilityId, entryId }: EntryName): Buffer =>
  Buffer.from((facilityId + entryId).replaceAll('-', ''), 'hex');

const uuid = (bytes: Buffer, at: number): string =>
  bytes.toString('hex', at, at + ID_BYTES).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
