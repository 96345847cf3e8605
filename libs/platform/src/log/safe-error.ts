import { AppError } from '../errors/app-error';

/**
 * What a log may say of an error. PostgreSQL quotes rows and parameters in its messages and JSON.parse quotes its input,
 * so of those only code and place are kept (held by test/http/logs.spec.ts).
 */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  if (error instanceof AppError) {
    const issues = error.issues.map((issue) => `${issue.code} ${issue.pointer}`);
    return {
      type: 'AppError',
      code: error.code,
      kind: error.kind,
      params: error.params,
      ...(issues.length > 0 && { issues }),
      ...(error.cause !== undefined && { cause: safeError(error.cause) }),
    };
  }
  const { code, constraint, table, routine, severity } = error as unknown as Record<string, unknown>;
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  const quotesInput = severity !== undefined || error instanceof SyntaxError;
  return {
    type: error.name,
    ...(!quotesInput && { message: error.message }),
    ...(code !== undefined && { code }),
    ...(severity !== undefined && { constraint, table, routine }),
    frames,
  };
}
