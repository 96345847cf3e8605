import { types } from 'node:util';
import { AppError } from '../errors/app-error';

interface PostgresFields {
  readonly code?: string;
  readonly constraint?: string;
}

/** SQLSTATE classes and Node codes after which the connection or the server, not the statement, is at fault. */
const UNAVAILABLE_STATE = /^(08|53|57P0[1235]|58)/;
const NODE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH']);
const DRIVER_TEXT =
  /connection (error|terminated|timeout)|terminated unexpectedly|timeout exceeded when trying to connect|not queryable|Query read timeout|pool (after|is ending)/i;

/** A statement took too long, or waited too long for a lock: the connection is as good as before. */
const TIMED_OUT_STATES = new Set(['57014', '55P03']);

export interface DatabaseFailure {
  readonly error: Error;
  readonly connectionLost: boolean;
}

/** Sorts what the driver throws: the database cannot be reached (kind `unavailable`), or a fault to be handled or mended. */
export function toDatabaseError(error: unknown): DatabaseFailure {
  // Errors of sockets are Node's own, which `instanceof` does not know in another context of the virtual machine.
  const cause = types.isNativeError(error) ? error : new Error('Unknown database failure', { cause: error });
  if (cause instanceof AppError) return { error: cause, connectionLost: false };
  const { code = '' } = cause as PostgresFields;
  const lost = UNAVAILABLE_STATE.test(code) || NODE_CODES.has(code) || DRIVER_TEXT.test(cause.message);
  if (lost || TIMED_OUT_STATES.has(code)) {
    return { error: new AppError('database-unavailable', 'unavailable', {}, [], { cause }), connectionLost: lost };
  }
  return { error: cause, connectionLost: false };
}

/** True when the error is a violation (SQLSTATE class 23) of that constraint or index. */
export function violates(error: unknown, constraint: string): boolean {
  const { code = '', constraint: name } = error as PostgresFields;
  return code.startsWith('23') && name === constraint;
}
