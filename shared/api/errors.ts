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

/** The fault of a field: its path, the rule, and the value that broke it. */
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
  /** Time after which the same request may succeed, if it is known. Whole seconds. */
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

/** Returns the refusal of a change that was made from a state which is not the present one. */
export const changedMeanwhile = () => new AppError('changed-meanwhile', 'It was changed meanwhile. Look at it again before you change it.');
