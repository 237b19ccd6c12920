import { ServerError } from '@colyseus/core';
import { ZodError } from 'zod';
import { AppError, errorCodes } from '../../shared/api/errors.ts';
import { fieldIssues } from '../../shared/api/field-issues.ts';
import { refuse, refuseFields } from '../../shared/refusals/refuse.ts';
import { writeRefusal } from '../../shared/refusals/sent-refusal.ts';
import type { Metrics } from '../ops/metrics/metrics.ts';

/** Converts an error to the form that matchmaking sends to the page, an HTTP status and a sentence, and counts it. */
function serverError(error: unknown, input: unknown, metrics: Metrics): ServerError {
  const refusal = refusalOfJoin(error, input);
  metrics.joinRefused(refusal.code);
  return new ServerError(errorCodes[refusal.code], writeRefusal(refusal));
}

function refusalOfJoin(error: unknown, input: unknown): AppError {
  if (error instanceof ZodError) return refuseFields(fieldIssues(error, input), error);
  return error instanceof AppError ? error : refuse('room-not-opened', {}, { cause: error });
}

/** Runs an operation of joining with `input`; its errors reach the joining page. @throws ServerError */
export async function answering<T>(input: unknown, metrics: Metrics, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw serverError(error, input, metrics);
  }
}
