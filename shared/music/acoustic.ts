import type { ParameterValues } from '../parameters/index.ts';

type Instrument = ParameterValues['instrument'];

/** Whether an instrument is an acoustic one, under which a double bass plays. */
const acoustic: Readonly<Record<Instrument, boolean>> = {
  pluck: false,
  bells: false,
  pad: false,
  choir: false,
  keys: false,
  piano: true,
  marimba: true,
  vibraphone: true,
  harp: true,
  guitar: true,
  strings: true,
};

/** True for an instrument under which a double bass plays. */
export const isAcoustic = (instrument: Instrument): boolean => acoustic[instrument];
