/** What can be ramped: a parameter of Tone.js. */
interface Rampable {
  rampTo(value: number, seconds: number): unknown;
}

const smallestShare = 1e-4;

/**
 * Follows a value that is told many times a second: short ramps that join, so nothing steps, and nothing is scheduled while
 * it stands still. What is not a finite number is not followed.
 */
export function follow(param: Rampable, seconds = 0.06): (value: number) => void {
  let last = Number.NaN;
  return (value) => {
    if (!Number.isFinite(value) || Math.abs(value - last) <= smallestShare * Math.abs(last)) return;
    last = value;
    param.rampTo(value, seconds);
  };
}
