import type { Part } from '../../shared/simulation/note.ts';

/** Loudness and peaks of the master, as they are heard. −Infinity where there was no sound yet. @see ITU-R BS.1770-4, EBU Tech 3341 */
export interface MeterReading {
  /** LUFS of the last 400 ms, the last 3 s, and, gated, of all since the sound began. */
  lufsMomentary: number;
  lufsShortTerm: number;
  lufsIntegrated: number;
  /** Largest true peak of the last 3 s, dBTP. */
  truePeakDbtp: number;
  /** Level of each part in front of the room and the master: dBFS, root mean square. */
  parts: Readonly<Record<Part, number>>;
}
