import { platform } from 'node:os';
import { expect, it } from 'vitest';
import { attackServer } from './under-attack.ts';

it.skipIf(platform() !== 'linux')('rejects attackers, and other members play on', async () => {
  const { found, alive, p99BeforeMs, p99DuringMs, grownMegabytes } = await attackServer(1, 4000);
  expect(found).toEqual([]);
  expect(alive).toBe(true);
  // Other programs may run beside this one: `npm run faults` measures exact figures.
  expect(p99DuringMs - p99BeforeMs).toBeLessThan(500);
  expect(grownMegabytes).toBeLessThan(150);
});
