import type { components } from './api.ts';

type Problem = components['schemas']['ProblemResponse'];

/** A fault of one field: `pointer` says where, `message` what, `fix` what to do, in Vietnamese and English. */
export type FieldIssue = components['schemas']['IssueResponse'];

/** Every failure of a call. */
export abstract class LuutruError extends Error {
  /** `declareStay` */
  abstract readonly operation: string;
}

/** The server answered, and refused (RFC 9457). */
export class LuutruProblem extends LuutruError {
  override readonly name = 'LuutruProblem';
  readonly status: number;
  /** Stable, such as `stay-already-in-house`; decide by it, not by the words. */
  readonly code: string;
  readonly detail: string;
  /** To be told to the help desk. */
  readonly traceId: string;
  /** What is wrong, field by field; empty when it is nothing of the request's content. */
  readonly errors: readonly FieldIssue[];
  /** The whole answer, with whatever this kind of problem adds. */
  readonly problem: Readonly<Record<string, unknown>>;

  constructor(
    readonly operation: string,
    status: number,
    body: Partial<Problem> & Record<string, unknown>,
  ) {
    super(`${operation}: ${String(status)} ${body.code ?? ''} ${body.title ?? ''}`.trim());
    this.status = status;
    this.code = body.code ?? `http-${String(status)}`;
    this.detail = body.detail ?? '';
    this.traceId = body.traceId ?? '';
    this.errors = body.errors ?? [];
    this.problem = body;
  }
}

/**
 * No answer came, so what became of the request is unknown. Calls with an idempotency key may be sent again under the same
 * `idempotencyKey`, hours later or from another process: nothing is recorded twice.
 */
export class LuutruUnreachable extends LuutruError {
  override readonly name = 'LuutruUnreachable';

  constructor(
    readonly operation: string,
    readonly idempotencyKey: string | undefined,
    cause: unknown,
  ) {
    super(`${operation}: no answer (${cause instanceof Error ? cause.message : String(cause)})`, { cause });
  }
}
