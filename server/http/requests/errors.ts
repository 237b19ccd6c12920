import type { ErrorRequestHandler, RequestHandler } from 'express';
import { AppError, type ErrorBody, errorCodes } from '../../../shared/api/errors.ts';
import { type DatabaseFailure, failureOf } from '../../services/database-failure.ts';
import type { Logger } from '../../ops/log.ts';

/** Answers API requests that no route handles. */
export const unknownRoute: RequestHandler = (request) => {
  throw new AppError('not-found', `There is no ${request.method} ${request.path.slice(0, 200)} in this API.`);
};

/** Answers requests that nothing else handles. Express would read the whole body before its own 404. */
export const nothingHere: RequestHandler = (request) => {
  throw new AppError('not-found', `There is no ${request.method} ${request.path.slice(0, 200)} here.`);
};

const failureWords: Readonly<Record<DatabaseFailure, string>> = {
  gone: 'The database does not answer at the moment. Nothing was changed; try again in a few seconds.',
  full: 'There is no room left to save anything. What is there can still be read.',
  'read-only': 'Nothing can be saved at the moment: the disk of the server is read-only. What is there can still be read.',
  damaged: 'The disk of the server has an error. Nothing was changed; whoever runs the server has to look after it.',
};
const retrySeconds: Readonly<Record<DatabaseFailure, number>> = { gone: 5, full: 60, 'read-only': 60, damaged: 60 };

/** Turns errors into answers, for all routes. Unexpected errors are logged, and the answer says as little as possible. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const failure = error instanceof AppError && error.code !== 'unavailable' ? null : failureOf(error);
    if (failure) {
      log.warn({ err: error }, `database ${failure}`);
    }
    const refusal = failure
      ? new AppError('unavailable', failureWords[failure], { cause: error, retryAfterSeconds: retrySeconds[failure] })
      : refusalOf(error);
    if (refusal.retryAfterSeconds !== undefined) response.setHeader('Retry-After', String(refusal.retryAfterSeconds));
    if (refusal.code === 'internal-error') log.error({ err: error }, `${request.method} ${request.path} failed`);
    const body: ErrorBody = { error: { code: refusal.code, message: refusal.message, issues: [...refusal.issues] } };
    response.status(errorCodes[refusal.code]).json(body);
  };
}

/** Converts any error to an AppError. Errors of the router have a status. */
export function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if ((error as { status?: number }).status === 400)
    return new AppError('malformed-body', 'The request could not be read.', { cause: error });
  return new AppError('internal-error', 'Something went wrong on our side.', { cause: error });
}
