import { Inject, Injectable, SetMetadata } from '@nestjs/common';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { FairGate, type GateState } from '@luutru/platform';
import type { ApiRequest } from './api-request';
import { CallerShares } from './caller-shares';

/** How many requests may be at work at once, by what they are. */
export type Lane = 'known' | 'stranger' | 'bulk' | 'watch';

/** Work that lasts: files going in or out, and progress being watched. It takes no places from the others. */
export const Lasting = (lane: 'bulk' | 'watch') => SetMetadata(LASTING, lane);
export const LASTING = 'lasting';

export const ADMISSION_PLACES = Symbol('ADMISSION_PLACES');

const WAIT_MS = 2_000;
/** Where no caller is known to be honest, the whole address waits in one short line. */
const STRANGERS = { queue: 16, queueOfAll: 100 };
const KNOWN = { queue: 100, queueOfAll: 2_000 };
/** A file in or out; no longer than this (one of half a million rows is 60 MB). */
export const BULK_MS = 10 * 60_000;

/** Lets requests in to the database, by turns of those who ask (ADR 0023). */
@Injectable()
export class Admission {
  /** Set while the event loop has not enough time for everybody. */
  crowded = false;
  private readonly gates: Readonly<Record<Lane, FairGate>>;

  /** `places`: connections to the database. Two are kept free for what the process does by itself. */
  constructor(
    @Inject(ADMISSION_PLACES) places: number,
    private readonly shares: CallerShares,
  ) {
    const bulk = Math.max(1, Math.floor(places / 5));
    const stranger = Math.max(1, Math.floor(places / 5));
    const known = Math.max(1, places - stranger - 2);
    this.gates = {
      known: new FairGate({ places: known, ...KNOWN, waitMs: WAIT_MS, isScarce: () => this.crowded }),
      stranger: new FairGate({ places: stranger, ...STRANGERS, waitMs: WAIT_MS, isScarce: () => this.crowded }),
      bulk: new FairGate({ places: bulk, perShare: 2, queue: 4, queueOfAll: 40, waitMs: WAIT_MS }),
      watch: new FairGate({ places: 500, perShare: 20, queue: 0, queueOfAll: 0, waitMs: WAIT_MS }),
    };
  }

  /** Waits for a place; it is given back when the answer is about to be sent. Throws `too-many-at-once`, `overloaded`. */
  async admit(request: ApiRequest, reply: FastifyReply): Promise<void> {
    const { name, known, weight } = this.shares.of(request);
    const gate = this.gates[known ? 'known' : 'stranger'];
    request.leave = await gate.enter({ name, weight, onGone: (leave) => reply.raw.once('close', leave) });
  }

  /** Exchanges the place for one of those that last as long as the connection does. */
  async settle(request: ApiRequest, reply: FastifyReply, lane: 'bulk' | 'watch'): Promise<void> {
    request.leave?.();
    const { name } = this.shares.of(request);
    const leave = await this.gates[lane].enter({ name, onGone: (gone) => reply.raw.once('close', gone) });
    const late = lane === 'bulk' ? setTimeout(() => request.raw.socket.destroy(), BULK_MS).unref() : undefined;
    reply.raw.once('close', () => {
      clearTimeout(late);
      leave();
    });
    if (reply.raw.closed) leave();
  }

  /** Whether somebody waits only because they have used up their part of the time. */
  holdsBack(): boolean {
    return this.gates.known.holdsBack() || this.gates.stranger.holdsBack();
  }

  state(): Readonly<Record<Lane, GateState>> {
    const { known, stranger, bulk, watch } = this.gates;
    return { known: known.state(), stranger: stranger.state(), bulk: bulk.state(), watch: watch.state() };
  }
}

/** A handler whose client is gone still holds its place until it is done: going away frees nobody's connection. */
export function leaveWhenAnswered(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request: ApiRequest, _reply, payload, done) => {
    request.leave?.();
    done(null, payload);
  });
}
