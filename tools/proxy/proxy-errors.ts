import { type AppError, errorBodyOf, errorCodes } from '../../shared/api/errors.ts';
import { refuse } from '../../shared/refusals/refuse.ts';
import { writeRefusal } from '../../shared/refusals/sent-refusal.ts';
import { overallRate } from '../../shared/api/rates.ts';

/** Time after which it makes sense to ask again. */
export const retrySeconds = 2;

const refusals: Readonly<Record<string, AppError>> = {
  unavailable: refuse('server-stopping', {}, { retryAfterSeconds: retrySeconds }),
  'too-many': refuse('too-many-requests', {}, { retryAfterSeconds: overallRate.seconds }),
  'too-large': refuse('sent-too-large'),
};

/** What NGINX answers by itself, by file name: the bodies that the API has, and those that a join of a room has. */
export const proxyErrors: readonly [name: string, text: string][] = Object.entries(refusals).flatMap(([name, refusal]) => [
  [`errors/${name}.json`, `${JSON.stringify(errorBodyOf(refusal))}\n`],
  [`errors/join-${name}.json`, `${JSON.stringify({ code: errorCodes[refusal.code], error: writeRefusal(refusal) })}\n`],
]);
