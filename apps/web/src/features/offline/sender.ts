import { LuutruProblem, LuutruUnreachable } from '@luutru/client';
import { api } from '../../api/client';
import { facilitiesQuery } from '../../api/facility';
import { queryClient } from '../../api/query-client';
import { canSend } from '../../api/renew-session';
import type { GroupBody } from '../check-in/declaration';
import { dropWaiting, loadWaiting, markRefused, type WaitingDeclaration, waitingNow } from './waiting';

const AGAIN_MS = 20_000;

/** After these the same request may well succeed later; the queue stops here so that the order is kept. */
const LATER = new Set([401, 408, 429, 500, 502, 503, 504]);

/** What a colleague of another house left in this browser waits for one of theirs: from here it could only be refused. */
async function ownFacilities(): Promise<ReadonlySet<string>> {
  const { facilities } = await queryClient.fetchQuery(facilitiesQuery);
  return new Set(facilities.map(({ facilityId }) => facilityId));
}

/**
 * Sends what waits, one after the other in the order of entry and by one tab only. Each carries the key it was given at
 * entry, so that one whose answer was lost is not recorded twice. Stops at the first that does not get through.
 */
export async function sendWaiting(): Promise<void> {
  await navigator.locks.request('luutru-send-waiting', { ifAvailable: true }, async (lock) => {
    if (!lock) return;
    await loadWaiting();
    if (waitingNow().length === 0 || !(await canSend())) return;
    const own = await ownFacilities();
    for (const waiting of waitingNow().filter(
      ({ record }) => record.state === 'waiting' && own.has(record.facilityId),
    )) {
      try {
        await api.declareGroup({ body: await bodyOf(waiting) }, { idempotencyKey: waiting.record.key });
        await dropWaiting(waiting);
        void queryClient.invalidateQueries({ queryKey: ['listStays'] });
      } catch (error) {
        if (error instanceof LuutruUnreachable) return;
        if (!(error instanceof LuutruProblem)) throw error;
        if (LATER.has(error.status) || error.code === 'csrf-token-wrong') return;
        const { title = '' } = error.problem as { title?: string };
        const { code, detail, traceId, errors } = error;
        await markRefused(waiting, { code, title, detail, traceId, errors });
      }
    }
  });
}

/** The body as it is sent: with the patient, once admitted, that its stays are about. */
async function bodyOf({ body, admission }: WaitingDeclaration): Promise<GroupBody> {
  if (!admission) return body;
  const { patientId } = await api.admitPatient({ body: admission.body }, { idempotencyKey: admission.key });
  return { ...body, place: { ...body.place, patientId } };
}

let started = false;

/** Tries at the start, when the network comes back, and from time to time while something waits. */
export function startSending(): void {
  if (started) return;
  started = true;
  const attempt = (): void => {
    if (navigator.onLine) void sendWaiting();
  };
  window.addEventListener('online', attempt);
  setInterval(() => waitingNow().length > 0 && attempt(), AGAIN_MS);
  void loadWaiting().then(attempt);
}
