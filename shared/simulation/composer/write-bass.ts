import { uniformAt } from '../../math/generator.ts';
import { isEuclideanOnset, midiOfDegree } from '../../music/index.ts';
import type { UniverseWorld } from '../world.ts';
import { chooseParticle } from './choose-particle.ts';
import type { Score } from './score.ts';

/** The bass lives in the octave and a half from here, before the octave parameter. */
const bassFrom = 31;

/** Root on the first, then roots, fifths and octaves in a pattern that thickens with complexity and drive. */
export function writeBass(world: UniverseWorld, score: Score): void {
  if (!score.isAudible('bass')) return;
  const { parameters, seed } = world.document;
  const { Composer } = world.stores;
  const { scale, tonic, sixteenth, sixteenths, weight, ticksPerSixteenth, bar, drive } = score.moment;
  if (sixteenth % 2 !== 0) return;
  const eighths = sixteenths / 2;
  const onsets = Math.max(1, Math.floor(1 + (eighths - 2) * (0.1 + 0.5 * parameters.rhythmComplexity * (0.4 + 0.6 * drive))));
  if (!isEuclideanOnset(onsets, eighths, sixteenth / 2)) return;
  const low = bassFrom + 12 * parameters.octave;
  const fold = (midi: number) => low + ((((midi - low) % 12) + 12) % 12);
  const root = fold(midiOfDegree(scale, tonic, Composer.root[0]));
  const fifthDegree = Composer.root[0] + Math.floor((scale.length * 4) / 7);
  const draw = uniformAt(seed, bar % 2, sixteenth + 0xba55);
  const midi = sixteenth === 0 || draw < 0.5 ? root : draw < 0.8 ? fold(midiOfDegree(scale, tonic, fifthDegree)) : root + 12;
  const length = onsets === 1 ? sixteenths * 0.9 : Math.max(1.8, (sixteenths / onsets) * 0.8);
  Composer.bassMidi[0] = midi;
  score.add('bass', midi, 0.55 + 0.35 * weight, length * ticksPerSixteenth, 'root', chooseParticle(world, bar * 101 + sixteenth));
}
