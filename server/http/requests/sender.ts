import type { IncomingMessage } from 'node:http';

/** Says where a request comes from, once it is named. */
export const senderHeader = 'x-real-ip';

/** Puts into one header where a request comes from, as far as the proxies in front of us are believed, over whatever its sender says there. */
export function nameSender(request: IncomingMessage, trustedProxies: number): void {
  const forwarded = String(request.headers['x-forwarded-for'] ?? '');
  const told = forwarded.split(',').map((address) => address.trim());
  const way = [...told.filter(Boolean), request.socket.remoteAddress ?? 'unknown'];
  request.headers[senderHeader] = way[Math.max(0, way.length - 1 - trustedProxies)]!;
}

export const senderOf = (headers: Headers): string => headers.get(senderHeader) ?? 'unknown';
