import { defaultMask } from '../../../../shared/universe/index.ts';
import type { Sentence } from '../../../words/sentences.ts';
import { type Bits, bitsOf } from './bits.ts';

const side = 32;

type Inside = (x: number, y: number) => boolean;

/** Returns the cells whose centres lie inside a figure; x and y run from −1 to 1, y upwards. */
function drawn(inside: Inside): Bits {
  const bits = new Uint8Array(side * side);
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (inside((2 * column + 1) / side - 1, 1 - (2 * row + 1) / side)) bits[row * side + column] = 1;
    }
  }
  return bits;
}

const within = (x: number, y: number, left: number, right: number, bottom: number, top: number) =>
  x >= left && x <= right && y >= bottom && y <= top;

/** @see https://mathworld.wolfram.com/HeartCurve.html (the sextic) */
const heart: Inside = (x, y) => {
  const [u, v] = [x * 1.3, y * 1.25 + 0.1];
  return (u * u + v * v - 1) ** 3 - u * u * v ** 3 <= 0;
};

const spiral: Inside = (x, y) => {
  const radius = Math.hypot(x, y);
  const turn = (Math.atan2(y, x) / (2 * Math.PI) + 1) % 1;
  const winding = radius * 2.6 - turn;
  return winding < 1.5 && winding > -0.2 && winding - Math.round(winding) > -0.24 && winding - Math.round(winding) < 0.24;
};

const headOf = (x: number, y: number) => ((x + 0.28) / 0.42) ** 2 + ((y + 0.6) / 0.3) ** 2 <= 1;
const note: Inside = (x, y) =>
  headOf(x, y) ||
  within(x, y, 0, 0.14, -0.6, 0.88) ||
  // The flag hangs from the top of the stem.
  (x > 0.1 && x < 0.62 && Math.abs(y - (0.72 - (x - 0.1) ** 2 * 1.9)) < 0.2 - 0.16 * x);

const ring: Inside = (x, y) => {
  const radius = Math.hypot(x, y);
  return radius < 0.9 && radius > 0.62;
};

const letter: Inside = (x, y) =>
  within(x, y, -0.62, -0.32, -0.85, 0.85) || within(x, y, 0.32, 0.62, -0.85, 0.85) || within(x, y, -0.4, 0.4, -0.14, 0.14);

/** Names of the predefined figures. */
export const figureNames = ['star', 'heart', 'spiral', 'note', 'ring', 'letter'] as const satisfies readonly Sentence[];
type Figures = Readonly<Record<(typeof figureNames)[number], Bits>>;

let made: Figures | null = null;

/** Returns the figures by name. The first call draws them. */
export function figures(): Figures {
  made ??= {
    star: bitsOf(defaultMask),
    heart: drawn(heart),
    spiral: drawn(spiral),
    note: drawn(note),
    ring: drawn(ring),
    letter: drawn(letter),
  };
  return made;
}
