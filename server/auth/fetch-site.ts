import type { IncomingHttpHeaders } from 'node:http';

/** Whether a browser says that a page of another site makes it ask. @see https://www.w3.org/TR/fetch-metadata */
export const isFromOtherSite = (headers: IncomingHttpHeaders): boolean => headers['sec-fetch-site'] === 'cross-site';

/** Whether a request is one that changes nothing. @see RFC 9110, 9.2.1 */
export const isSafe = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD';
