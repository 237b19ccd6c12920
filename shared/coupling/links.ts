import type { ParameterValues } from '../parameters/index.ts';

/** The inputs of the links. */
export interface CouplingInput {
  parameters: ParameterValues;
  /** Effective gravity of the previous step, m/s². */
  gravity: number;
  /** Modelled loudness, smoothed over a beat and more, 0..1. */
  loudness: number;
  /** The slow tide, −1..1. */
  tide: number;
  meanSpeed: number;
  maxSpeed: number;
  activity: number;
  /** Brightness of the scale, −1..1. */
  scaleBrightness: number;
}

/** The outputs of the links: targets of the modulation. */
export interface CouplingOutput {
  gravity: number;
  tempo: number;
  volume: number;
  pitch: number;
  brightness: number;
  saturation: number;
  filter: number;
  reverb: number;
}

/** Time constants in seconds with which each mode follows its targets: the classic one needs 10 to 20 s to its limits, so that one hears it run away. */
export const followSeconds = { stable: 0.6, classic: 5 } as const satisfies Record<ParameterValues['couplingMode'], number>;

/** Creates an empty output of the links. */
export function createCouplingOutput(): CouplingOutput {
  return { gravity: 0, tempo: 0, volume: 0, pitch: 0, brightness: 0, saturation: 0, filter: 0, reverb: 0 };
}

export function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value));
}
