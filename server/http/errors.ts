import type { ErrorRequestHandler, RequestHandler } from 'express';
import { AppError, type ErrorBody, type ErrorCode, errorCodes } from '../../shared/api/errors.ts';
import { type DatabaseFailure, failureOf } from '../services/database-failure.ts';
import type { Logger } from '../ops/log.ts';

/** Answers what no route of the API did. */
export const unknownRoute: RequestHandler = (request) => {
  throw new AppError('not-found', `There is no ${request.method} ${request.path.slice(0, 200)} in this API.`);
};

const failureWords: Readonly<Record<DatabaseFailure, string>> = {
  gone: 'The database does not answer at the moment. Nothing was changed; try again in a few seconds.',
  full: 'There is no room left to save anything. What is there can still be read.',
};
const retrySeconds: Readonly<Record<DatabaseFailure, number>> = { gone: 5, full: 60 };

/** The one place where an error becomes an answer. What was not thrown on purpose is logged and told as little as possible. */
export function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const failure = error instanceof AppError && error.code !== 'unavailable' ? null : failureOf(error);
    if (failure) {
      log.warn({ err: error }, `the database is ${failure}`);
      response.setHeader('Retry-After', String(retrySeconds[failure]));
    }
    const refusal = failure ? new AppError('unavailable', failureWords[failure], { cause: error }) : refusalOf(error);
    if (refusal.code === 'internal-error') log.error({ err: error }, `${request.method} ${request.path} failed`);
    const body: ErrorBody = { error: { code: refusal.code, message: refusal.message, issues: [...refusal.issues] } };
    response.status(errorCodes[refusal.code]).json(body);
  };
}

/** What the body parser and the router throw, by the type or status they give it. */
const byType: Readonly<Record<string, [ErrorCode, string]>> = {
  'entity.too.large': ['body-too-large', 'The body is larger than is taken here.'],
  'entity.parse.failed': ['malformed-body', 'The body is not valid JSON.'],
  'encoding.unsupported': ['unsupported-media-type', 'The encoding of the body is not known here.'],
  'charset.unsupported': ['unsupported-media-type', 'The charset of the body is not known here.'],
};

function refusalOf(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const { type, status } = error as { type?: string; status?: number };
  const known = type === undefined ? undefined : byType[type];
  if (known) return new AppError(known[0], known[1], { cause: error });
  if (status === 400) return new AppError('malformed-body', 'The request could not be read.', { cause: error });
  return new AppError('internal-error', 'Something went wrong on our side.', { cause: error });
}
