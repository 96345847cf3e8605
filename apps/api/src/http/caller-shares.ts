import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Principal } from '@luutru/access';
import type { ApiRequest, CallerShare } from './api-request';

const REMEMBERED = 50_000;
/** A vendor's key for a thousand hotels weighs as much as so many of them: it must not crowd out those that come by themselves. */
const MOST_WEIGHT = 10;

/**
 * Tells shares apart before anything is looked up: by credentials that were found valid before. So nobody gets a new share by
 * making up a credential, and a facility has one share, however many keys and clerks it has.
 */
@Injectable()
export class CallerShares {
  private readonly known = new Map<string, CallerShare>();

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
    const share = shareOf(principal);
    this.known.set(digest, share);
    request.share = share;
  }

  /** The credential is valid no more. */
  forget(request: ApiRequest): void {
    const digest = digestOf(request);
    if (digest !== undefined) this.known.delete(digest);
  }

  private find(request: ApiRequest): CallerShare {
    const digest = digestOf(request);
    const share = digest === undefined ? undefined : this.known.get(digest);
    return share ?? { name: `address:${request.ip}`, known: false, weight: 1 };
  }
}

/** The one facility that the caller acts for, or else the key or person itself. */
function shareOf({ grants, kind, id }: Principal): CallerShare {
  const facilities = new Set(grants.flatMap(({ reach }) => reach.facilityIds));
  const areas = grants.some(({ reach }) => reach.areas.length > 0);
  const [only] = facilities;
  const name = only !== undefined && facilities.size === 1 && !areas ? `facility:${only}` : `${kind}:${id}`;
  return { name, known: true, weight: Math.min(MOST_WEIGHT, Math.max(1, facilities.size)) };
}

/** The whole credential, so that nobody uses up somebody else's share by knowing half of it. */
function digestOf(request: ApiRequest): string | undefined {
  const credential = request.headers.authorization ?? request.headers.cookie;
  return credential && createHash('sha256').update(credential).digest('base64url');
}
