import type { IncomingMessage } from 'node:http';

/** The header that holds the client address, once it is set. */
export const senderHeader = 'x-real-ip';

/** Sets the client address header, as far as the proxies in front are trusted. Overwrites what the client sent there. */
export function nameSender(request: IncomingMessage, trustedProxies: number): void {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '');
  const told = forwarded.split(',').map((address) => address.trim());
  const way = [...told.filter(Boolean), request.socket.remoteAddress ?? 'unknown'];
  request.headers[senderHeader] = way[Math.max(0, way.length - 1 - trustedProxies)]!;
}

export const senderOf = (headers: Headers): string => headers.get(senderHeader) ?? 'unknown';
