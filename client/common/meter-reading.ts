import type { Part } from '../../shared/simulation/note.ts';

/** Loudness and peaks of the master, as heard. −Infinity before any sound. @see ITU-R BS.1770-4, EBU Tech 3341 */
export interface MeterReading {
  /** LUFS of the last 400 ms, of the last 3 s, and, gated, since the sound began. */
  lufsMomentary: number;
  lufsShortTerm: number;
  lufsIntegrated: number;
  /** Largest true peak of the last 3 s, dBTP. */
  truePeakDbtp: number;
  /** Level of each part before the convolution reverb and the master: dBFS, root mean square. */
  parts: Readonly<Record<Part, number>>;
}
