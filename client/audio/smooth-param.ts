/** A parameter of Tone.js that can be ramped. */
interface Rampable {
  rampTo(value: number, seconds: number): unknown;
}

/** A smaller change is not heard: 0.01 dB, or 2 cents. Slow motions then move by ramps that are over before the next one. */
const smallestShare = 1e-3;

/**
 * Returns a function that moves a parameter to values that arrive many times a second: by short ramps that join, so that nothing steps, and
 * without a ramp while the value is unchanged. Values that are not finite are ignored.
 */
export function smoothParam(param: Rampable, seconds = 0.06): (value: number) => void {
  let last = Number.NaN;
  return (value) => {
    if (!Number.isFinite(value) || Math.abs(value - last) <= smallestShare * Math.abs(last)) return;
    last = value;
    param.rampTo(value, seconds);
  };
}
