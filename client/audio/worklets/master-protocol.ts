/** What the master's worklet is told at its beginning. */
export interface MasterOptions {
  /** Trim in dB for each tenth of a second, instead of what the leveller makes of the sound; the last one holds. */
  readonly trims?: Float32Array;
  /** Keeps the trim where it is from the first moment on, as while one listens to single parts. */
  readonly held?: boolean;
}

/** Told to it while it plays. */
export type MasterRequest = { kind: 'hold'; hold: boolean };

/** What it says every tenth of a second. */
export interface MasterReport {
  lufsMomentary: number;
  lufsShortTerm: number;
  lufsIntegrated: number;
  /** Largest true peak of this tenth, a magnitude. */
  truePeak: number;
  trimDb: number;
  /** Samples of this tenth that were no numbers and became silence. */
  broken: number;
}

export const masterWorklet = 'master';
