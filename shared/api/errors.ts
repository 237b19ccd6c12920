/** Stable codes of all refusals, with the HTTP status of each. */
export const errorCodes = {
  'invalid-input': 400,
  'malformed-body': 400,
  'wrong-credentials': 401,
  'no-session': 401,
  'not-allowed': 403,
  'reauthentication-needed': 403,
  'not-found': 404,
  conflict: 409,
  'changed-meanwhile': 412,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'misdirected-request': 421,
  'rate-limited': 429,
  'internal-error': 500,
  unavailable: 503,
} as const;
export type ErrorCode = keyof typeof errorCodes;

/** The fault of a field: its path, the rule that it breaks in English, the reason and its parameters, and the value. */
export interface FieldIssue {
  path: string;
  rule: string;
  /** Stable name of the rule (`shared/refusals/rules.ts`). */
  reason: string;
  params: Readonly<Record<string, string | number>>;
  value: unknown;
}

/** Body of every refusal. */
export interface ErrorBody {
  error: {
    code: ErrorCode;
    /** In English. */
    message: string;
    /** Stable name of the refusal (`shared/refusals/catalogue.ts`). */
    reason: string;
    params: Readonly<Record<string, string | number>>;
    issues: FieldIssue[];
    retryAfterSeconds?: number;
  };
}

interface ErrorOptions {
  /** By default the code. */
  reason?: string;
  params?: Readonly<Record<string, string | number>>;
  issues?: readonly FieldIssue[];
  cause?: unknown;
  retryAfterSeconds?: number | undefined;
}

/** The one error that the project throws on purpose. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly issues: readonly FieldIssue[];
  /** Time after which the same request may succeed, if it is known. Whole seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.reason = options.reason ?? code;
    this.params = options.params ?? {};
    this.issues = options.issues ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** Returns the body that tells of an error. */
export function errorBodyOf({ code, message, reason, params, issues, retryAfterSeconds }: AppError): ErrorBody {
  const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  return { error: { code, message, reason, params, issues: [...issues], ...wait } };
}
