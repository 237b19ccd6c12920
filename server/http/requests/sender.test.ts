import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { nameSender, senderOf } from './sender.ts';

/** Returns the client address of a request over this socket with these headers. */
function believed(trustedProxies: number, headers: Record<string, string>): string {
  const request = { headers, socket: { remoteAddress: '192.0.2.1' } } as unknown as IncomingMessage;
  nameSender(request, trustedProxies);
  return senderOf(new Headers(request.headers as Record<string, string>));
}

it('ignores address headers without a proxy', () => {
  for (const header of ['x-forwarded-for', 'x-real-ip', 'forwarded', 'x-client-ip', 'cf-connecting-ip'])
    expect([header, believed(0, { [header]: '198.51.100.7' })]).toEqual([header, '192.0.2.1']);
});

it('trusts as many proxies as configured, from the nearest on, and no entries that a client adds before them', () => {
  const forwarded = { 'x-forwarded-for': '198.51.100.7, 203.0.113.9', 'x-real-ip': '198.51.100.8' };
  expect(believed(1, forwarded)).toBe('203.0.113.9');
  expect(believed(2, forwarded)).toBe('198.51.100.7');
  expect(believed(1, { 'x-forwarded-for': ' , ,' })).toBe('192.0.2.1');
  expect(believed(9, forwarded)).toBe('198.51.100.7');
});
