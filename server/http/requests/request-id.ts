import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** The header that holds the id of a request, once it is set. */
export const requestIdHeader = 'x-request-id';

/** Ids that a proxy may give: nothing that could be mistaken for more than an id in a line of the log. */
const idPattern = /^[A-Za-z0-9-]{8,64}$/;

/**
 * Gives a request an id, for the log, and tells it to the caller. Only a trusted proxy in front may name it: by an id of their own choice,
 * callers could hide among the requests of others.
 */
export function identifyRequest(request: IncomingMessage, response: ServerResponse, trustedProxies: number): void {
  const told = request.headers[requestIdHeader];
  const id = trustedProxies > 0 && typeof told === 'string' && idPattern.test(told) ? told : randomUUID();
  request.headers[requestIdHeader] = id;
  response.setHeader(requestIdHeader, id);
}

/** Returns the id of a request that has one. */
export const requestIdOf = ({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined =>
  headers[requestIdHeader] as string | undefined;
