import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { checkHost } from './host-rule.ts';

/** Returns the URL and headers of a request after the check, or the code of the error. */
function checked(headers: Record<string, string>, trustedProxies = 1, url = '/x', origins = ['https://universe.example']): unknown {
  const request = { url, headers: { ...headers }, rawHeaders: Object.entries(headers).flat() } as unknown as IncomingMessage;
  try {
    checkHost(request, { origins, trustedProxies });
    return { url: request.url, ...request.headers };
  } catch (error) {
    return (error as { code: string }).code;
  }
}

it('uses forwarded headers of trusted proxies only', () => {
  const inner = { host: '10.0.0.7:2567', 'x-forwarded-host': 'universe.example', 'x-forwarded-proto': 'HTTPS' };
  expect(checked(inner)).toEqual({ url: '/x', host: 'universe.example', 'x-forwarded-proto': 'https' });
  expect(checked(inner, 0)).toBe('misdirected-request');
  expect(checked({ ...inner, host: 'universe.example' }, 0)).toEqual({ url: '/x', host: 'universe.example' });
  expect(checked({ ...inner, 'x-forwarded-host': 'universe.example, evil.example' })).toBe('misdirected-request');
  expect(checked({ ...inner, 'x-forwarded-host': 'evil.example, universe.example' })).toMatchObject({ host: 'universe.example' });
  expect(checked({ ...inner, 'x-forwarded-host': 'universe.example, inner.example' }, 2)).toMatchObject({ host: 'universe.example' });
});

it.each<Record<string, string>>([
  { 'x-forwarded-host': 'a b' },
  { 'x-forwarded-host': '[' },
  { 'x-forwarded-proto': 'javascript' },
  { 'x-forwarded-proto': '[' },
])('rejects a malformed forwarded header: %j', (headers) => {
  expect(checked({ host: 'universe.example', ...headers })).toBe('malformed-body');
});

it('accepts any host when no origin is set, and turns absolute targets into paths', () => {
  expect(checked({ host: 'Anything.example:8080' }, 0, '/x', [])).toMatchObject({ host: 'Anything.example:8080' });
  expect(checked({ host: 'a.example' }, 0, 'http://a.example?x=1', [])).toMatchObject({ url: '/?x=1', host: 'a.example' });
  expect(checked({ host: '[::1]:80' }, 0, '/x', ['http://[::1]'])).toMatchObject({ host: '[::1]:80' });
  expect(checked({}, 0, '/x', [])).toBe('malformed-body');
  expect(checked({}, 0, '/healthz?now')).toMatchObject({ url: '/healthz?now' });
  expect(checked({}, 0, '/readyz')).toMatchObject({ url: '/readyz' });
});
