import type { IncomingHttpHeaders } from 'node:http';
import type { Response } from 'express';
import { HeldElsewhere } from '../../services/processes/held-elsewhere.ts';

/** Header of a request that the proxy in front has handed on from another process; it takes it from all other requests. */
const forwardedHeader = 'x-harmonic-forwarded';

/** Hands a request to the process of this name, with method and body, if the error calls for it. @returns whether it has done so. */
export type Forward = (error: unknown, headers: IncomingHttpHeaders, response: Response) => boolean;

/**
 * Creates the answer to requests for universes that other processes hold: the name of a location of the proxy in front, which repeats the
 * request there (deploy/nginx). A request that was handed on once is not handed on again: its universe is just changing hands.
 */
export function createForward(isBehindProxy: boolean): Forward {
  return (error, headers, response) => {
    if (!isBehindProxy || !(error instanceof HeldElsewhere) || headers[forwardedHeader] !== undefined) return false;
    response.set('X-Accel-Redirect', `@at_${error.node}`).end();
    return true;
  };
}
