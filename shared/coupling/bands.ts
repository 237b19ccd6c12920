/** Crossovers in Hz: from the bass to the middle, and from the middle to the high band. */
const bassHz = 160;
const highHz = 1200;

/** Summed amplitude at which each band is heard as one half: about that of its loudest part at an ordinary level. */
const halfHeard = { bass: 0.08, middle: 0.12, high: 0.04 } as const;
/** Time constants in seconds for the rise and the fall of a band: it pulses with every beat, and does not flicker. */
const riseSeconds = 0.03;
const fallSeconds = 0.15;

/** The amplitude of the sound by frequency band, 0..1 each. */
export interface Bands {
  bass: number;
  middle: number;
  high: number;
}

/** x⁴/(1 + x⁴): share 0..1 of an amplitude above a crossover, x being frequency over that of the crossover. */
function shareAbove(x: number): number {
  const squared = x * x;
  return 1 - 1 / (1 + squared * squared);
}

/**
 * Splits an amplitude at `hz` among the bands: the magnitudes of two Linkwitz–Riley crossovers of fourth order, whose sides add up to one
 * at every frequency, so that a glide moves smoothly from band to band and nothing is lost. @see Linkwitz 1976, JAES 24 (1)
 */
export function addTone(bands: Bands, hz: number, amplitude: number): void {
  const aboveBass = shareAbove(hz / bassHz);
  const high = shareAbove(hz / highHz);
  bands.bass += amplitude * (1 - aboveBass);
  bands.middle += amplitude * (aboveBass - high);
  bands.high += amplitude * high;
}

/** Returns how strongly a band of this summed amplitude is heard, 0..1: by its power, so that beats stand out from held notes. */
export function heardOf(band: keyof Bands, amplitude: number): number {
  const relative = amplitude / halfHeard[band];
  return 1 - 1 / (1 + relative * relative);
}

/** Moves a band from `now` towards `target` for `seconds`; implicit Euler, stable for any step. */
export function followBand(now: number, target: number, seconds: number): number {
  const constant = target > now ? riseSeconds : fallSeconds;
  return now + ((target - now) * seconds) / (constant + seconds);
}
