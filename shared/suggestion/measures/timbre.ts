import type { ParameterValues } from '../../parameters/index.ts';

type Instrument = ParameterValues['instrument'];

/** True for instruments whose tone fades by itself from its beginning. */
export const isStruck: Readonly<Record<Instrument, boolean>> = {
  pluck: true,
  bells: true,
  pad: false,
  choir: false,
  keys: true,
  piano: true,
  marimba: true,
  vibraphone: true,
  harp: true,
  guitar: true,
  strings: false,
};

/** How many overtones the tone of an instrument has, 0..1: our own order, by ear. */
const richnessOfInstrument: Readonly<Record<Instrument, number>> = {
  marimba: 0.1,
  choir: 0.25,
  vibraphone: 0.3,
  keys: 0.4,
  pad: 0.45,
  harp: 0.5,
  guitar: 0.6,
  piano: 0.65,
  bells: 0.7,
  pluck: 0.75,
  strings: 0.8,
};

/** The same of a raw wave: none above the fundamental, odd ones that fade fast, those that fade slowly, all. */
const richnessOfWave: Readonly<Record<ParameterValues['waveform'], number>> = { sine: 0, triangle: 0.2, FM: 0.6, square: 0.8, sawtooth: 1 };

/** Returns how rich the tones of a universe are in overtones, 0..1: those of melody and chords count more than those of bass and texture. */
export function richnessOf({ instrument, waveform }: Readonly<ParameterValues>): number {
  return 0.65 * richnessOfInstrument[instrument] + 0.35 * richnessOfWave[waveform];
}
