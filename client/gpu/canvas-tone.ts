/** Steps of the curve: each is less than a fifth of a step of the screen. */
const steps = 4096;
/** Root of the light from which the screen shows its maximum: all but a twenty-thousandth. */
const brightest = 3.2;

/** The curve from light to the screen, one byte for each step of the root of the light; it shows light over a background. */
interface Tone {
  /** For the three channels, one after the other. */
  readonly bytes: Uint8ClampedArray;
  /** Factor from light to the square of a step. */
  readonly perLight: number;
  readonly steps: number;
}

/**
 * Returns what gives the tone for a background (0..1, as the screen takes it). The curve has an exponential and two roots: as a table it
 * costs a tenth, also where a browser computes exponentials slowly.
 */
export function createTone(): (background: ArrayLike<number>) => Tone {
  const bytes = new Uint8ClampedArray(3 * steps);
  const tone = { bytes, perLight: ((steps - 1) / brightest) ** 2, steps };
  const filled = [Number.NaN, Number.NaN, Number.NaN];
  return (background) => {
    for (let channel = 0; channel < 3; channel++) {
      if (filled[channel] === background[channel]) continue;
      filled[channel] = background[channel];
      for (let step = 0; step < steps; step++) {
        const root = (step / (steps - 1)) * brightest;
        // The square root stands for the screen's curve.
        const shown = Math.sqrt(1 - Math.exp(-root * root));
        bytes[channel * steps + step] = 255 * (background[channel] * (1 - shown) + shown);
      }
    }
    return tone;
  };
}
