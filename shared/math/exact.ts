/**
 * Elementary functions built from + − × ÷ and square root alone, which IEEE 754 rounds the same everywhere.
 * The engines' own differ in the last bits, and a universe has to be the same in all of them.
 * Relative error is below 1e-12 over the ranges that are tested.
 */

export const tau = 6.283185307179586;
const halfPi = 1.5707963267948966;
const ln2 = 0.6931471805599453;
const ln10 = 2.302585092994046;

/** Sine of x in radians. Range reduction to ±π/4, then Taylor polynomials. */
export function sin(x: number): number {
  const quadrant = Math.floor(x / halfPi + 0.5);
  const r = x - quadrant * halfPi;
  switch (((quadrant % 4) + 4) % 4) {
    case 0:
      return sinCore(r);
    case 1:
      return cosCore(r);
    case 2:
      return -sinCore(r);
    default:
      return -cosCore(r);
  }
}

/** Cosine of x in radians. */
export function cos(x: number): number {
  return sin(x + halfPi);
}

function sinCore(r: number): number {
  const q = r * r;
  return r * (1 - (q / 6) * (1 - (q / 20) * (1 - (q / 42) * (1 - (q / 72) * (1 - (q / 110) * (1 - (q / 156) * (1 - q / 210)))))));
}

function cosCore(r: number): number {
  const q = r * r;
  return 1 - (q / 2) * (1 - (q / 12) * (1 - (q / 30) * (1 - (q / 56) * (1 - (q / 90) * (1 - (q / 132) * (1 - q / 182))))));
}

/** e to the x: 2^k · e^r with |r| ≤ ln2/2. */
export function exp(x: number): number {
  if (x > 709) return Number.MAX_VALUE;
  if (x < -745) return 0;
  const k = Math.floor(x / ln2 + 0.5);
  const r = x - k * ln2;
  let sum = 1;
  for (let n = 18; n > 0; n--) sum = 1 + (r / n) * sum;
  return scaleByPowerOfTwo(sum, k);
}

function scaleByPowerOfTwo(value: number, k: number): number {
  let scaled = value;
  let left = k;
  for (; left > 0; left--) scaled *= 2;
  for (; left < 0; left++) scaled *= 0.5;
  return scaled;
}

/** Natural logarithm of x > 0: k·ln2 + 2·atanh((m − 1)/(m + 1)) with m in [√½, √2]. */
export function log(x: number): number {
  let m = x;
  let k = 0;
  for (; m > 1.4142135623730951; k++) m *= 0.5;
  for (; m < 0.7071067811865476; k--) m *= 2;
  const s = (m - 1) / (m + 1);
  const q = s * s;
  let sum = 0;
  for (let n = 31; n > 0; n -= 2) sum = 1 / n + q * sum;
  return k * ln2 + 2 * s * sum;
}

/** Logarithm of x > 0 to the base 2. */
export function log2(x: number): number {
  return log(x) / ln2;
}

/** Logarithm of x > 0 to the base 10. */
export function log10(x: number): number {
  return log(x) / ln10;
}

/** base > 0 to the power of exponent. */
export function pow(base: number, exponent: number): number {
  return exp(exponent * log(base));
}

/** 2 to the x. */
export function exp2(x: number): number {
  const k = Math.floor(x);
  return scaleByPowerOfTwo(exp((x - k) * ln2), k);
}

/** A gain as decibels of amplitude; −120 for none. */
export function dbOfGain(gain: number): number {
  return 20 * log10(Math.max(1e-6, gain));
}

/** Decibels of amplitude as a gain. */
export function gainOfDb(decibels: number): number {
  return exp(decibels * 0.11512925464970229);
}
