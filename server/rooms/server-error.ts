import { ServerError } from '@colyseus/core';
import { ZodError } from 'zod';
import { AppError, errorCodes } from '../../shared/api/errors.ts';
import { fieldIssues } from '../../shared/api/field-issues.ts';

/** Converts an error to the form that matchmaking sends to the page: an HTTP status and a sentence. */
function serverError(error: unknown, input: unknown): ServerError {
  if (error instanceof ZodError) {
    const found = fieldIssues(error, input).map(({ path, rule }) => `${path}: ${rule}`);
    return new ServerError(errorCodes['invalid-input'], found.join('; '));
  }
  if (error instanceof AppError) return new ServerError(errorCodes[error.code], error.message);
  return new ServerError(errorCodes.unavailable, 'The universe could not be opened. Try again.');
}

/** Runs an operation of joining with `input`; its errors reach the joining page. @throws ServerError */
export async function answering<T>(input: unknown, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw serverError(error, input);
  }
}
