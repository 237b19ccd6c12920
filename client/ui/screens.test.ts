import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { screens } from './screens.ts';

/** Returns true if a media query of widths and heights matches a window. */
function holds(query: string, width: number, height: number): boolean {
  return query.split(',').some((part) =>
    part.split(' and ').every((feature) => {
      const terms = feature
        .replaceAll(/[()]|px/g, '')
        .trim()
        .split(' ');
      const valueOf = (term: string) => (term === 'width' ? width : term === 'height' ? height : Number(term));
      const compare = (a: number, sign: string, b: number) =>
        sign === '<' ? a < b : sign === '<=' ? a <= b : sign === '>' ? a > b : a >= b;
      for (let at = 0; at + 2 < terms.length; at += 2) {
        if (!compare(valueOf(terms[at]!), terms[at + 1]!, valueOf(terms[at + 2]!))) return false;
      }
      return true;
    }),
  );
}

it.each([
  ['phone', 360, 640],
  ['phone', 600, 960],
  ['phone', 320, 480],
  ['low', 667, 375],
  ['low', 932, 430],
  ['low', 640, 512],
  ['tablet', 768, 1024],
  ['tablet', 1024, 768],
  ['desk', 1280, 800],
] as const)('%s: %i × %i', (kind, width, height) => {
  expect(holds(screens[kind], width, height)).toBe(true);
});

it('assigns each window to exactly one kind of screen, fractions of pixels too', () => {
  const side = fc.double({ min: 200, max: 3000, noNaN: true });
  fc.assert(
    fc.property(side, side, (width, height) => {
      expect(Object.values(screens).filter((query) => holds(query, width, height))).toHaveLength(1);
    }),
  );
});

it('is the only file that tells kinds of screen apart', () => {
  const own = globSync('client/ui/**/*.ts').filter((path) => !/screens(\.test)?\.ts$/.test(path));
  expect(own.filter((path) => /@media \((max|min)-(width|height)|pointer: (coarse|fine)/.test(readFileSync(path, 'utf8')))).toEqual([]);
});
