import { uniformAt } from '../math/generator.ts';

/** A move of a motif in degrees: mostly steps, sometimes a third, rarely a leap. `size` 0..1 widens the leaps. */
function moveAt(seed: number, index: number, size: number): number {
  const draw = uniformAt(seed, 40, index);
  const sign = uniformAt(seed, 41, index) < 0.5 ? -1 : 1;
  if (draw < 0.1) return 0;
  if (draw < 0.62) return sign;
  if (draw < 0.86) return 2 * sign;
  return sign * (3 + Math.floor(2 * size * uniformAt(seed, 42, index) + 0.5));
}

/**
 * Height of a motif's note in degrees above its first. A leap of more than a third is answered by a step back, and the further the line has
 * gone the more likely it turns; equal seeds give the same line.
 */
export function contourAt(seed: number, index: number, size: number): number {
  let height = 0;
  let last = 0;
  for (let i = 1; i <= index; i++) {
    let move = moveAt(seed, i, size);
    if (Math.abs(last) > 2) move = last > 0 ? -1 : 1;
    else if (height > 4 && move > 0) move = -move;
    else if (height < -4 && move < 0) move = -move;
    height += move;
    last = move;
  }
  return height;
}

/** Reflects a degree outside low..high into the range. */
export function reflectDegree(degree: number, low: number, high: number): number {
  if (high <= low) return low;
  let inside = degree;
  if (inside > high) inside = high - (inside - high);
  if (inside < low) inside = low + (low - inside);
  return Math.max(low, Math.min(high, inside));
}

/** The degree nearest to `degree` that is a note of the chord; the lower one of two. `chord`: `count` degrees, in any octave. */
export function nearestChordDegree(degree: number, chord: Int32Array, count: number, scaleSize: number): number {
  for (let distance = 0; distance <= scaleSize; distance++) {
    if (isChordDegree(degree - distance, chord, count, scaleSize)) return degree - distance;
    if (isChordDegree(degree + distance, chord, count, scaleSize)) return degree + distance;
  }
  return degree;
}

export function isChordDegree(degree: number, chord: Int32Array, count: number, scaleSize: number): boolean {
  for (let index = 0; index < count; index++) if ((degree - chord[index]) % scaleSize === 0) return true;
  return false;
}
