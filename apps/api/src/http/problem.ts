import type { AppError } from '@luutru/platform';
import {
  type ErrorDefinition,
  type Issue,
  type IssueDefinition,
  type LocalizedText,
  type SafeParams,
} from '@luutru/platform';

export type Language = keyof LocalizedText;

/** One fault of a request (RFC 9457 extension member `errors`). */
export interface ProblemIssue {
  readonly pointer: string;
  readonly code: string;
  readonly valueClass: string;
  readonly params?: SafeParams;
  readonly message: LocalizedText;
  readonly fix: LocalizedText;
}

/** RFC 9457 problem details. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance: string;
  readonly code: string;
  readonly traceId: string;
  readonly errors?: readonly ProblemIssue[];
}

/** All that the platform can say about what went wrong, by code. */
export class ProblemCatalogue {
  private readonly errors: ReadonlyMap<string, ErrorDefinition>;
  private readonly issues: ReadonlyMap<string, IssueDefinition>;

  constructor(errors: readonly ErrorDefinition[], issues: readonly IssueDefinition[]) {
    this.errors = new Map(errors.map((definition) => [definition.code, definition]));
    this.issues = new Map(issues.map((definition) => [definition.code, definition]));
  }

  find(code: string): ErrorDefinition | IssueDefinition | undefined {
    return this.errors.get(code) ?? this.issues.get(code);
  }

  /** What a problem code means, in both languages. */
  texts(code: string, params: SafeParams): { title: LocalizedText; detail: LocalizedText } {
    const definition = this.errors.get(code) ?? this.errors.get('internal-error');
    const text = (source: LocalizedText | undefined): LocalizedText => ({
      vi: fill(source?.vi ?? code, params),
      en: fill(source?.en ?? code, params),
    });
    return { title: text(definition?.title), detail: text(definition?.detail) };
  }

  problem(error: AppError, request: { path: string; traceId: string; language: Language }): Problem {
    const definition = this.errors.get(error.code) ?? this.errors.get('internal-error');
    if (!definition) throw new Error('The error catalogue has no internal-error');
    const { language } = request;
    return {
      type: `/problems/${definition.code}`,
      title: definition.title[language],
      status: statusOf(error),
      detail: fill(definition.detail[language], error.params),
      instance: request.path,
      code: definition.code,
      traceId: request.traceId,
      ...(error.issues.length > 0 && { errors: error.issues.map((issue) => this.issue(issue)) }),
    };
  }

  /** An issue with its texts. A code without an entry would be a defect, which a test excludes. */
  issue({ code, pointer, params }: Issue): ProblemIssue {
    const definition = this.issues.get(code);
    const text = (source: LocalizedText | undefined): LocalizedText => ({
      vi: fill(source?.vi ?? code, params),
      en: fill(source?.en ?? code, params),
    });
    return {
      pointer,
      code,
      valueClass: definition?.valueClass ?? 'unknown',
      ...(params && { params }),
      message: text(definition?.message),
      fix: text(definition?.fix),
    };
  }
}

const STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  limited: 429,
  unavailable: 503,
} as const;

const STATUS_BY_CODE: Readonly<Record<string, number>> = {
  'validation-failed': 422,
  'body-too-large': 413,
  'batch-too-large': 413,
  'media-type-unsupported': 415,
  'request-too-slow': 408,
  'headers-too-large': 431,
  'internal-error': 500,
  'method-not-allowed': 405,
};

export const statusOf = (error: AppError): number => STATUS_BY_CODE[error.code] ?? STATUS[error.kind];

/** Vietnamese unless the client prefers English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const first = /^\s*([a-z]{2})\b/i.exec(acceptLanguage ?? '')?.[1]?.toLowerCase();
  return first === 'en' ? 'en' : 'vi';
}

const fill = (text: string, params: SafeParams = {}): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
