import type { RequestHandler, Response } from 'express';
import type { WriteCookie } from '../../auth/write-cookie.ts';
import { readingAfter } from '../../services/reads/needed-position.ts';

const marks = new WeakMap<Response, () => Promise<void>>();

const reading = new Set(['GET', 'HEAD']);

/**
 * Creates the middleware by which callers see what they wrote: it lets a replica answer requests that read, once it has what the cookie
 * of an earlier request names. Requests that write read from the primary.
 * @param written returns the present position of the primary
 */
export function createOwnWrites(cookie: WriteCookie, written: () => Promise<bigint>): RequestHandler {
  return (request, response, next) => {
    if (reading.has(request.method)) return readingAfter(cookie.read(request.headers.cookie) ?? 0n, next);
    marks.set(response, async () => cookie.set(response, await written()));
    next();
  };
}

/** Notes in the answer to a request that wrote what the caller's next reads must include. To be called before it is sent. */
export const markWrite = async (response: Response): Promise<void> => marks.get(response)?.();
