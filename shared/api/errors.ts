/** Stable codes of everything that can be refused, with the HTTP status each maps to. */
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

/** What was wrong with one field: where, the rule, and the value that broke it. */
export interface FieldIssue {
  path: string;
  rule: string;
  value: unknown;
}

/** Body of every refusal. */
export interface ErrorBody {
  error: { code: ErrorCode; message: string; issues: FieldIssue[] };
}

/** The one error that the project throws on purpose. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly issues: readonly FieldIssue[];
  /** When the same may be asked again, where that is known. Whole seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { issues?: readonly FieldIssue[]; cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.name = 'AppError';
    this.code = code;
    this.issues = options.issues ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

/** Of what was to be changed as somebody had seen it, and is not like that any more. */
export const changedMeanwhile = () => new AppError('changed-meanwhile', 'It was changed meanwhile. Look at it again before you change it.');
