import type { FieldIssue, Input } from '@luutru/client';
import { useSyncExternalStore } from 'react';
import type { GroupBody } from '../check-in/declaration';
import type { PersonDraft } from '../check-in/person/person-draft';
import type { StayTerms } from '../check-in/place/stay-terms';
import { addRecord, putRecord, records, removeRecord, seal, type SealedRecord, unseal } from './vault';

/** Why the system would not take a declaration that had waited. */
export interface Refusal {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly traceId: string;
  readonly errors: readonly FieldIssue[];
}

/** An admission that has to be recorded first: the stays refer to the patient it makes. */
export interface WaitingAdmission {
  readonly body: Input<'admitPatient'>['body'];
  /** The stays of one admission share it: whoever comes first admits, the others are told the same patient. */
  readonly key: string;
}

interface Content {
  readonly body: GroupBody;
  readonly admission?: WaitingAdmission;
  /** As it was entered, to be mended at the desk; absent where the desk is another one. */
  readonly persons?: readonly PersonDraft[];
  readonly terms?: StayTerms;
  readonly names: readonly string[];
  readonly room: string;
  readonly refusal?: Refusal;
}

/** A declaration made without a network, readable again. */
export interface WaitingDeclaration extends Content {
  readonly record: SealedRecord & { readonly seq: number };
}

/** Null until it has been read. */
let list: readonly WaitingDeclaration[] | null = null;
const listeners = new Set<() => void>();
// Other tabs of the desk see the same.
const channel = new BroadcastChannel('luutru-waiting');
channel.onmessage = () => void load();

async function load(): Promise<void> {
  const kept = await records();
  list = await Promise.all(
    kept.map(async (record) => ({
      ...((await unseal(record)) as Content),
      record: record as WaitingDeclaration['record'],
    })),
  );
  for (const listener of listeners) listener();
}

async function changed(): Promise<void> {
  await load();
  channel.postMessage('changed');
}

export async function keepWaiting(
  entry: Content & { readonly key: string; readonly enteredAt: string; readonly enteredBy: string },
): Promise<void> {
  const { key, enteredAt, enteredBy, ...content } = entry;
  const { facilityId = '' } = content.body;
  await addRecord({ key, facilityId, enteredAt, enteredBy, state: 'waiting', ...(await seal(key, content)) });
  await changed();
}

export async function markRefused({ record, ...content }: WaitingDeclaration, refusal: Refusal): Promise<void> {
  await putRecord({ ...record, state: 'refused', ...(await seal(record.key, { ...content, refusal })) });
  await changed();
}

/** It has arrived, or somebody decided against it. */
export async function dropWaiting({ record }: WaitingDeclaration): Promise<void> {
  await removeRecord(record.seq);
  await changed();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What waits in this browser, in the order of entry; null until that is known. */
export const useWaiting = (): readonly WaitingDeclaration[] | null => useSyncExternalStore(subscribe, () => list);

export const waitingNow = (): readonly WaitingDeclaration[] => list ?? [];

export const loadWaiting = load;

let mended: WaitingDeclaration | null = null;

/** Takes a refused one back to the desk; it stays in the list until what is entered there was declared. */
export function mend(waiting: WaitingDeclaration): void {
  mended = waiting;
}

/** What is to be mended at the desk of a facility, once. */
export function takeMended(facilityId: string): WaitingDeclaration | null {
  if (mended?.record.facilityId !== facilityId) return null;
  const taken = mended;
  mended = null;
  return taken;
}
