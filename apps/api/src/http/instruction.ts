import type { Caller, Instruction } from '@luutru/access';

/** The caller as the one who orders a change. */
export const instructionOf = ({ principal, requestId }: Caller): Instruction => ({
  actor: { kind: principal.kind, id: principal.id },
  requestId,
});
