/** Amplitude, as a factor, of a level in dB. */
export const amplitudeOfDb = (decibels: number): number => 10 ** (decibels / 20);

/** Level in dB of an amplitude; −Infinity for 0. */
export const dbOfAmplitude = (amplitude: number): number => 20 * Math.log10(amplitude);

/** Power, as a factor, of a level in dB. */
export const powerOfDb = (decibels: number): number => 10 ** (decibels / 10);

/** Level in dB of a power; −Infinity for 0. */
export const dbOfPower = (power: number): number => 10 * Math.log10(power);
