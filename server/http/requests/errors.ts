import type { ErrorRequestHandler, RequestHandler } from 'express';
import { AppError, errorBodyOf, errorCodes } from '../../../shared/api/errors.ts';
import type { Reason } from '../../../shared/refusals/catalogue.ts';
import { refuse } from '../../../shared/refusals/refuse.ts';
import { type DatabaseFailure, failureOf } from '../../services/database-failure.ts';
import type { Logger } from '../../ops/log.ts';
import type { Metrics } from '../../ops/metrics/metrics.ts';
import type { Forward } from '../door/forward.ts';
import { requestIdOf } from './request-id.ts';

/** Answers API requests that no route handles. */
export const unknownRoute: RequestHandler = (request) => {
  throw refuse('no-route', { method: request.method, path: request.path.slice(0, 200) });
};

/** Answers requests that nothing else handles. Express would read the whole body before its own 404. */
export const nothingHere: RequestHandler = (request) => {
  throw refuse('no-page', { method: request.method, path: request.path.slice(0, 200) });
};

const failureReasons = {
  gone: 'database-gone',
  full: 'disk-full',
  'read-only': 'disk-read-only',
  damaged: 'disk-damaged',
} as const satisfies Record<DatabaseFailure, Reason>;
const retrySeconds: Readonly<Record<DatabaseFailure, number>> = { gone: 5, full: 60, 'read-only': 60, damaged: 60 };

/** Turns errors into answers, for all routes. Unexpected errors are logged, and the answer says as little as possible. */
export function answerErrors(log: Logger, metrics: Metrics, forward: Forward = () => false): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    if (forward(error, request.headers, response)) return;
    const failure = error instanceof AppError && error.code !== 'unavailable' ? null : failureOf(error);
    if (failure) {
      log.warn({ err: error, requestId: requestIdOf(request) }, `database ${failure}`);
    }
    const refusal = failure
      ? refuse(failureReasons[failure], {}, { cause: error, retryAfterSeconds: retrySeconds[failure] })
      : refusalOf(error);
    metrics.refused(refusal.code);
    if (refusal.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(refusal.retryAfterSeconds));
    if (refusal.code === 'internal-error')
      log.error({ err: error, requestId: requestIdOf(request) }, `${request.method} ${request.path} failed`);
    response.status(errorCodes[refusal.code]).json(errorBodyOf(refusal));
  };
}

/** Converts any error to an AppError. Errors of the router have a status. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if ((error as { status?: number }).status === 400) return refuse('request-unreadable', {}, { cause: error });
  return refuse('server-failed', {}, { cause: error });
}
