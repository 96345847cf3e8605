import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import { safeError } from './safe-error';

export type { Logger } from 'pino';

/** Injection token of the process's {@link Logger}. */
export const LOGGER = Symbol('Logger');

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One JSON line per event on standard output; personal data is never an argument (see {@link safeError}). */
export function createLogger(app: string, level: LogLevel): Logger {
  return pino({
    level,
    base: { app },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: safeError },
  });
}

/** Lets the framework speak through the same JSON lines. */
export class FrameworkLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ context: lastText(rest) }, asText(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn({ context: lastText(rest) }, asText(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ context: lastText(rest), ...(message instanceof Error && { err: message }) }, asText(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }
}

const asText = (message: unknown): string => (typeof message === 'string' ? message : 'framework message');
const lastText = (rest: unknown[]): string | undefined => {
  const last = rest.at(-1);
  return typeof last === 'string' && last.length < 60 ? last : undefined;
};
