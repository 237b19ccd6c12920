import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lengthenTick, shortenTick } from './short-tick.ts';

it('restores every tick when a tick of the eighteen minutes before is known', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 40 }), fc.nat({ max: 65_535 }), (since, later) => {
      expect(lengthenTick(shortenTick(since + later), since)).toBe(since + later);
      expect(shortenTick(since + later)).toBeLessThan(65_536);
    }),
  );
});
