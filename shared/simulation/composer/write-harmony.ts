import { uniformAt } from '../../math/generator.ts';
import { chordDegrees, leadVoices, midiOfDegree, rootOfBar } from '../../music/index.ts';
import type { UniverseWorld } from '../world.ts';
import type { Score } from './score.ts';

/** Lowest note of the chords before the octave parameter. */
const chordsFrom = 50;

/** The sounding chord as MIDI numbers, low to high. */
export function soundingChord(world: UniverseWorld): number[] {
  const { Composer } = world.stores;
  return [Composer.chord0[0], Composer.chord1[0], Composer.chord2[0], Composer.chord3[0]].filter((midi) => midi > 0);
}

/** At the beginning of a bar: chooses its root and chord, and leads the voices there. */
export function writeHarmony(world: UniverseWorld, score: Score): void {
  const { Composer, Senses, Modulation } = world.stores;
  const { parameters, seed } = world.document;
  const { scale, tonic, bar } = score.moment;
  const chance = uniformAt(seed, bar, 0xc0de);
  const root = rootOfBar(parameters.progression, scale.length, bar, Composer.root[0] % scale.length, Senses.activity[0], chance);
  const richness = parameters.harmony * (0.85 + 0.3 * uniformAt(seed, bar, 0x71c4));
  const degrees = chordDegrees(scale, root, richness);
  const pitchClasses = degrees.map((degree) => ((midiOfDegree(scale, tonic, degree) % 12) + 12) % 12);
  const chord = leadVoices(soundingChord(world), pitchClasses, chordsFrom + 12 * parameters.octave);
  Composer.bar[0] = bar;
  Composer.root[0] = root;
  [Composer.chord0, Composer.chord1, Composer.chord2, Composer.chord3].forEach((column, voice) => {
    column[0] = chord[voice] ?? 0;
  });
  Modulation.chordHue[0] = root / scale.length;
  Modulation.tension[0] = Math.min(1, (root === 0 ? 0 : 0.35) + 0.5 * parameters.harmony * (degrees.length / 4));
}
