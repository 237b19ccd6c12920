/** The ways in which a page fails: an error of a script, a promise that nobody awaited, or a part of the page that is said to have failed. */
export const clientErrorKinds = ['script', 'promise', 'page', 'simulation', 'picture', 'sound'] as const;
export type ClientErrorKind = (typeof clientErrorKinds)[number];

/**
 * Names of errors that a report may have. Nothing else of an error is free text: a message could quote what a user wrote, a name that is
 * not here could too.
 */
export const clientErrorNames = [
  'Error',
  'AggregateError',
  'EvalError',
  'RangeError',
  'ReferenceError',
  'SyntaxError',
  'TypeError',
  'URIError',
  'AppError',
  'AbortError',
  'DataCloneError',
  'EncodingError',
  'InvalidAccessError',
  'InvalidStateError',
  'NetworkError',
  'NotAllowedError',
  'NotFoundError',
  'NotReadableError',
  'NotSupportedError',
  'OperationError',
  'QuotaExceededError',
  'SecurityError',
  'TimeoutError',
  'UnknownError',
  'CompileError',
  'LinkError',
  'RuntimeError',
  'GPUInternalError',
  'GPUOutOfMemoryError',
  'GPUPipelineError',
  'GPUValidationError',
  'Other',
] as const;
export type ClientErrorName = (typeof clientErrorNames)[number];

/** The name of a built script without its ending, as `index-B4xY_9z2`; the server takes only those that it has. */
export const scriptNamePattern = /^[A-Za-z0-9._-]{1,80}$/;

/** Limits of a report. Values beyond are cut by the page. */
export const reportLimits = {
  errors: { max: 10 },
  /** Line and column of a built script. */
  position: { max: 10_000_000 },
  count: { max: 1000 },
  firstFrameMs: { max: 600_000 },
  frameMs: { max: 60_000 },
} as const;
