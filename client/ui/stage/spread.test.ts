import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCovered, spread } from './spread.ts';

const area = { left: 0, top: 0, right: 400, bottom: 600 };
const panel = { left: 0, top: 400, right: 400, bottom: 600 };
const gap = (a: { x: number; y: number }, b: { x: number; y: number }) => Math.hypot(a.x - b.x, a.y - b.y);

describe('spread', () => {
  it('keeps places that are far enough apart', () => {
    const places = [
      { x: 10, y: 10 },
      { x: 90, y: 10 },
    ];
    expect(spread(places, 44, area, [])).toEqual(places);
  });

  it('moves places at one point apart, around it', () => {
    const heap = Array.from({ length: 5 }, () => ({ x: 200, y: 200 }));
    const apart = spread(heap, 44, area, []);
    apart.forEach((a, index) => apart.slice(index + 1).forEach((b) => expect(gap(a, b)).toBeGreaterThan(40)));
    apart.forEach((place) => expect(gap(place, { x: 200, y: 200 })).toBeLessThan(120));
  });

  it('keeps a held place under the finger', () => {
    const [held, other] = spread(
      [
        { x: 50, y: 50, fixed: true },
        { x: 50, y: 50 },
      ],
      44,
      area,
      [],
    );
    expect(held).toEqual({ x: 50, y: 50 });
    expect(gap(held!, other!)).toBeGreaterThan(43);
  });

  it('moves places out of a panel that reaches the edge of the window, also beside that edge', () => {
    const beside = [
      { x: 1, y: 362 },
      { x: 2, y: 355 },
    ];
    for (const { x, y } of spread(beside, 44, area, [panel])) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(380);
    }
  });

  it('moves no place out of the window or under a panel', () => {
    const within = fc.record({ x: fc.integer({ min: 1, max: 399 }), y: fc.integer({ min: 1, max: 379 }) });
    fc.assert(
      fc.property(fc.array(within, { maxLength: 12 }), (places) => {
        for (const { x, y } of spread(places, 44, area, [panel])) {
          expect(x >= 0 && x <= 400 && y >= 0 && y <= 380).toBe(true);
        }
      }),
    );
  });
});

describe('isCovered', () => {
  it('is true for a place under a box or outside the area', () => {
    expect(isCovered({ x: 10, y: 500 }, area, [panel])).toBe(true);
    expect(isCovered({ x: -1, y: 50 }, area, [panel])).toBe(true);
    expect(isCovered({ x: 10, y: 50 }, area, [panel])).toBe(false);
  });
});
