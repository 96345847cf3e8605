/** Where a batch is. `validated` waits for somebody to commit it; the last four are final. */
export const BATCH_STATES = [
  'receiving',
  'received',
  'validating',
  'validated',
  'committing',
  'done',
  'partly',
  'refused',
  'cancelled',
] as const;
export type BatchState = (typeof BATCH_STATES)[number];

export const BATCH_MODES = ['validate', 'commit'] as const;
export type BatchMode = (typeof BATCH_MODES)[number];

export const BATCH_POLICIES = ['all-or-nothing', 'valid-rows'] as const;
export type BatchPolicy = (typeof BATCH_POLICIES)[number];

/** What people do with a batch; the rest of its life is the work of the importer. */
export const BATCH_ACTIONS = ['commit', 'cancel'] as const;
export type BatchAction = (typeof BATCH_ACTIONS)[number];

/** State x action -> new state; null: asked for, and done by whoever works on the batch. What is not listed is refused. */
export const BATCH_LIFE: Readonly<Record<BatchState, Readonly<Partial<Record<BatchAction, BatchState | null>>>>> = {
  receiving: {},
  received: { cancel: 'cancelled' },
  validating: { cancel: null },
  validated: { commit: 'committing', cancel: 'cancelled' },
  committing: { cancel: null },
  done: {},
  partly: {},
  refused: {},
  cancelled: {},
};

export const isOver = (state: BatchState): boolean => ['done', 'partly', 'refused', 'cancelled'].includes(state);

/** Nothing more happens by itself. */
export const isAtRest = (state: BatchState): boolean => state === 'validated' || isOver(state);

/** A single transaction for all rows holds locks and keeps the audit trail from being sealed: it must stay short. */
export const ALL_OR_NOTHING_ROWS = 10_000;

/** The step a leased batch is in for. Valid rows are checked and stored in one pass; everything else is checked first. */
export function nextStep(batch: { mode: BatchMode; policy: BatchPolicy; state: BatchState }): 'check' | 'store' {
  if (batch.state === 'committing') return 'store';
  return batch.mode === 'commit' && batch.policy === 'valid-rows' ? 'store' : 'check';
}

/** How a batch ends once its last row is done. */
export function outcomeOf(
  step: 'check' | 'store',
  counts: { readonly accepted: number; readonly rejected: number },
): 'validated' | 'done' | 'partly' | 'refused' {
  if (step === 'check') return 'validated';
  if (counts.accepted === 0) return 'refused';
  return counts.rejected === 0 ? 'done' : 'partly';
}
