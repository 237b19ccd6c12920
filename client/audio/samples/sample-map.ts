import type { Drum } from '../../../shared/simulation/note.ts';

/** A recorded note in a file, played for the notes that are nearest to it. */
export interface Zone {
  /** Name of the file beside the map. */
  readonly file: string;
  /** MIDI number of the note, and how many cents the recording must be raised to be in tune. */
  readonly root: number;
  readonly cents: number;
  /** Sample rate of the file in Hz. */
  readonly rate: number;
  /** Gain that makes it as loud as the others. */
  readonly gainDb: number;
  /** Samples between which the sound repeats. */
  readonly loop?: readonly [start: number, end: number];
  /** Time in which the repeated sound falls by 60 dB; without it, it is held. */
  readonly decaySeconds?: number;
  /** Of a drum kit: the drum, and the highest velocity for which this hit is played. */
  readonly layer?: { readonly drum: Drum; readonly hardest: number };
}

/** The recorded notes of an instrument, in the order of their roots: `map.json` in its folder of `assets/samples`. */
export interface SampleMap {
  /** Length over which the end of a loop is mixed with what precedes its start, where the seam would be heard. */
  readonly crossfadeSeconds?: number;
  readonly zones: readonly Zone[];
}

/** The map of an instrument, and where its files are. */
export interface SampleSet {
  readonly map: SampleMap;
  urlOf(file: string): string | undefined;
}
