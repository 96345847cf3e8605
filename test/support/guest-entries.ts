import type { Test } from 'supertest';
import { CONSENT, DeskLinkService } from '@luutru/guest-entry';
import { type BuiltFacility, nextPersonalNumber } from './builders';
import type { TestApi } from './test-api';

const OWNER = { principal: { kind: 'person', id: 'test', grants: [], ownIndexes: [] }, requestId: 'test' } as const;

let keys = 0;

/** Somebody as they describe themselves. */
export const self = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  fullName: 'Trần Thị Bình',
  birthDate: '1990-08-15',
  sex: 'F',
  document: { type: 1, number: nextPersonalNumber() },
  ...change,
});

/** What a guest sends who is right in every respect. */
export const entryBody = (change: Record<string, unknown> = {}): Record<string, unknown> => ({
  persons: [{ person: self() }],
  expectedDepartureAt: '2026-11-25T12:00',
  consent: { version: CONSENT.version, given: true },
  ...change,
});

/** A new link of the facility's desk; the one before is worthless. */
export async function newDeskLink(api: Pick<TestApi, 'app'>, { facilityId }: BuiltFacility): Promise<string> {
  return (await api.app.get(DeskLinkService, { strict: false }).renew(OWNER, facilityId)).token;
}

/** A guest's phone sends. */
export const enter = (api: TestApi, token: string, body: object = entryBody(), key = `guest-${(keys += 1)}`): Test =>
  api.call('post', '/v1/desk/entries').set('Desk-Token', token).set('Idempotency-Key', key).send(body);

export interface EnteredGuests {
  readonly secret: string;
  readonly callCode: string;
  readonly entryId: string;
}

/** Entered, and waiting at the desk. */
export async function entered(api: TestApi, token: string, body?: object): Promise<EnteredGuests> {
  const answer = await enter(api, token, body);
  if (answer.status !== 201) throw new Error(answer.text);
  const { secret, callCode } = answer.body as { secret: string; callCode: string };
  const bytes = Buffer.from(secret, 'base64url').toString('hex', 16, 32);
  const entryId = bytes.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { secret, callCode, entryId };
}
