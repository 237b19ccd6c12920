import { ServerError } from '@colyseus/core';
import { ZodError } from 'zod';
import { AppError, errorCodes } from '../../shared/api/errors.ts';
import { fieldIssues } from '../../shared/api/field-issues.ts';
import { refuse, refuseFields } from '../../shared/refusals/refuse.ts';
import { writeRefusal } from '../../shared/refusals/sent-refusal.ts';
import { joinOptionsSchema } from '../../shared/room/messages.ts';
import type { RoomServices } from './room-services.ts';

/** What counts and logs refused joins. */
type Told = Pick<RoomServices, 'metrics' | 'log'>;

/** Converts an error to the form that matchmaking sends to the page, an HTTP status and a sentence, and tells of it. */
function serverError(error: unknown, input: unknown, { metrics, log }: Told): ServerError {
  const refusal = refusalOfJoin(error, input);
  metrics.joinRefused(refusal.code);
  log.info({ universe: joinOptionsSchema.safeParse(input).data?.universeId, reason: refusal.reason }, 'join refused');
  return new ServerError(errorCodes[refusal.code], writeRefusal(refusal));
}

function refusalOfJoin(error: unknown, input: unknown): AppError {
  if (error instanceof ZodError) return refuseFields(fieldIssues(error, input), error);
  return error instanceof AppError ? error : refuse('room-not-opened', {}, { cause: error });
}

/** Tells whether an error is a refusal that the joining page has got as an answer, other than a fault of the server. */
export const isAnsweredRefusal = (error: unknown): boolean => error instanceof ServerError && error.code !== errorCodes['internal-error'];

/** Runs an operation of joining with `input`; its errors reach the joining page. @throws ServerError */
export async function answering<T>(input: unknown, told: Told, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw serverError(error, input, told);
  }
}
