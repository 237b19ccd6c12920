/** The options of the master worklet. */
export interface MasterOptions {
  /** Trim in dB for each tenth of a second, instead of the leveller's trim; the last value holds. */
  readonly trims?: Float32Array;
  /** Holds the trim from the start, as while parts are solo. */
  readonly held?: boolean;
}

/** Messages to the worklet while it plays. */
export type MasterRequest = { kind: 'hold'; hold: boolean };

/** The report of the worklet, every tenth of a second. */
export interface MasterReport {
  lufsMomentary: number;
  lufsShortTerm: number;
  lufsIntegrated: number;
  /** Largest true peak of this tenth, a magnitude. */
  truePeak: number;
  trimDb: number;
  /** Samples of this tenth that were not finite and became silence. */
  broken: number;
}

export const masterWorklet = 'master';
