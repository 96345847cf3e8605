import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '@luutru/access';
import type { ApiRequest, CallerShare } from './api-request';

const REMEMBERED = 50_000;

/**
 * Tells shares apart before anything is looked up: by credentials that were found valid before. So nobody gets a new share by
 * making up a credential, and a facility has one share, however many keys and clerks it has.
 */
@Injectable()
export class CallerShares {
  private readonly known = new Map<string, string>();

  of(request: ApiRequest): CallerShare {
    request.share ??= this.find(request);
    return request.share;
  }

  /** The credential of the request was found valid and stands for this caller. */
  learn(request: ApiRequest, principal: Principal): void {
    const digest = digestOf(request);
    if (digest === undefined || request.share?.known) return;
    const [oldest] = this.known.keys();
    if (this.known.size >= REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    const name = shareOf(principal);
    this.known.set(digest, name);
    request.share = { name, known: true };
  }

  /** The credential is valid no more. */
  forget(request: ApiRequest): void {
    const digest = digestOf(request);
    if (digest !== undefined) this.known.delete(digest);
  }

  private find(request: ApiRequest): CallerShare {
    const digest = digestOf(request);
    const name = digest === undefined ? undefined : this.known.get(digest);
    return name === undefined ? { name: `address:${request.ip}`, known: false } : { name, known: true };
  }
}

/** The one facility that the caller acts for, or else the key or person itself. */
function shareOf({ grants, kind, id }: Principal): string {
  const facilities = new Set(grants.flatMap(({ reach }) => reach.facilityIds));
  const areas = grants.some(({ reach }) => reach.areas.length > 0);
  const [only] = facilities;
  return only !== undefined && facilities.size === 1 && !areas ? `facility:${only}` : `${kind}:${id}`;
}

/** The whole credential, so that nobody uses up somebody else's share by knowing half of it. */
function digestOf(request: ApiRequest): string | undefined {
  const credential = request.headers.authorization ?? request.headers.cookie;
  return credential && createHash('sha256').update(credential).digest('base64url');
}
