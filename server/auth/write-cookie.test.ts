import type { Response } from 'express';
import { expect, it } from 'vitest';
import { createWriteCookie } from './write-cookie.ts';

const secret = 'correct horse battery staple 1234';

/** Returns the cookie that is set for a position: its name, value and options. */
function made(position: bigint, secureCookies: boolean) {
  const set: unknown[] = [];
  createWriteCookie({ secret, secureCookies }).set(
    { cookie: (...parts: unknown[]) => set.push(...parts) } as unknown as Response,
    position,
  );
  return set as [name: string, value: string, options: object];
}

it('keeps a position for half a minute, bound to this host if the page is served over TLS', () => {
  const [name, value, options] = made(0x16b374d848n, true);
  expect([name, options]).toEqual([
    '__Host-harmonic.written',
    { httpOnly: true, sameSite: 'lax', secure: true, path: '/', maxAge: 30_000 },
  ]);
  const { read } = createWriteCookie({ secret, secureCookies: true });
  expect([read(`a=b; ${name}=${value}; c=d`), read(`${name}=${value}`)]).toEqual([0x16b374d848n, 0x16b374d848n]);
  // A sibling domain can set a cookie of the other name.
  expect(read(`harmonic.written=${value}`)).toBeNull();
});

it('ignores a cookie that is forged, cut off, or of another installation', () => {
  const [name, value] = made(2n ** 64n - 1n, false);
  const { read } = createWriteCookie({ secret, secureCookies: false });
  expect(read(`${name}=${value}`)).toBe(2n ** 64n - 1n);
  for (const other of [`f${value}`, value.slice(1), value.slice(0, -1), `${value}a`, value.split('.')[0], '']) {
    expect([other, read(`${name}=${other}`)]).toEqual([other, null]);
  }
  expect([read(undefined), read(`x${name}=${value}`)]).toEqual([null, null]);
  expect(createWriteCookie({ secret: `${secret}5`, secureCookies: false }).read(`${name}=${value}`)).toBeNull();
});
