import type { IncomingHttpHeaders } from 'node:http';

/** True if the browser reports that a page of another site made the request. @see https://www.w3.org/TR/fetch-metadata */
export const isFromOtherSite = (headers: IncomingHttpHeaders): boolean => headers['sec-fetch-site'] === 'cross-site';

/** True if the request method changes nothing. @see RFC 9110, 9.2.1 */
export const isSafe = (method: string | undefined): boolean => method === 'GET' || method === 'HEAD';
