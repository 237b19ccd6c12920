import { ServerError } from '@colyseus/core';
import { ZodError } from 'zod';
import { AppError, errorCodes } from '../../shared/api/errors.ts';
import { fieldIssues } from '../../shared/api/field-issues.ts';
import { refuse, refuseFields } from '../../shared/refusals/refuse.ts';
import { writeRefusal } from '../../shared/refusals/sent-refusal.ts';

/** What went wrong, in the form that reaches the page's matchmaking call: an HTTP status, and the refusal as text. */
function serverError(error: unknown, input: unknown): ServerError {
  const refusal = refusalOfJoin(error, input);
  return new ServerError(errorCodes[refusal.code], writeRefusal(refusal));
}

function refusalOfJoin(error: unknown, input: unknown): AppError {
  if (error instanceof ZodError) return refuseFields(fieldIssues(error, input), error);
  return error instanceof AppError ? error : refuse('room-not-opened', {}, { cause: error });
}

/** Does what somebody who wants to come in asked for with `input`; what is thrown reaches their page. @throws ServerError */
export async function answering<T>(input: unknown, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw serverError(error, input);
  }
}
