import { mix, uniformAt } from '../../math/generator.ts';
import { midiOfDegree, nearestChordTone, nearestDegree, nextMelodyDegree, onsetChance } from '../../music/index.ts';
import type { UniverseWorld } from '../world.ts';
import { chooseParticle } from './choose-particle.ts';
import type { Score } from './score.ts';
import { soundingChord } from './write-harmony.ts';

/** Middle of the melody's register before the octave parameter. */
const middleMidi = 74;
/** Bars of a phrase, and which motif each of them plays: a statement, its answer, the statement again, a close. */
const phraseMotifs = [0, 1, 0, 2];
/** Onsets a second that a melody may have. */
const mostPerSecond = 8;

/**
 * The melody: motifs of rhythm and contour that come back within a phrase, over a walk through the scale that leans
 * towards where the matter is: high when it is high, wider when it is wild.
 */
export function writeLead(world: UniverseWorld, score: Score): void {
  if (!score.isAudible('lead')) return;
  const { parameters, seed } = world.document;
  const { Composer, Senses } = world.stores;
  const { scale, tonic, sixteenth, sixteenths, weight, ticksPerSixteenth, bar, drive } = score.moment;
  const inPhrase = bar % phraseMotifs.length;
  const phrase = Math.floor(bar / phraseMotifs.length);
  // Two phrases share their motifs before new ones come.
  const motif = mix(seed + Math.floor(phrase / 2) * 8 + phraseMotifs[inPhrase]);
  const closing = inPhrase === phraseMotifs.length - 1;
  const density = Math.min(parameters.noteDensity * (0.55 + 0.9 * drive), (mostPerSecond * 4 * ticksPerSixteenth) / 60);
  // The close of a phrase breathes, unless it is to be busy.
  const breathing = closing && sixteenth >= sixteenths / 2 && density < 3;
  if (breathing) return;
  if (uniformAt(motif, sixteenth, 1) >= onsetChance(density, weight, parameters.rhythmComplexity)) return;

  const half = 6 + 18 * parameters.melodyRange;
  const middle = middleMidi + 12 * parameters.octave;
  const low = nearestDegree(scale, tonic, middle - half);
  const high = nearestDegree(scale, tonic, middle + half);
  const height = Math.max(-1, Math.min(1, Senses.meanHeight[0] / (0.4 * parameters.boundsSize)));
  // Phrases rise and fall as an arch; the matter's mean height carries the arch up and down.
  const through = (inPhrase + sixteenth / sixteenths) / phraseMotifs.length;
  const arch = 4 * through * (1 - through) - 0.5;
  const target = nearestDegree(scale, tonic, middle + half * (0.45 * arch + 0.55 * height));
  const current =
    Composer.leadMove[0] === 0 && Composer.leadDegree[0] === 0 ? target : Math.max(low, Math.min(high, Composer.leadDegree[0]));
  const degree = nextMelodyDegree(current, Composer.leadMove[0], target, low, high, uniformAt(motif, sixteenth, 2));
  Composer.leadMove[0] = degree - current;
  Composer.leadDegree[0] = degree;

  const free = midiOfDegree(scale, tonic, degree);
  const chordTones = soundingChord(world).map((midi) => midi % 12);
  const settles = weight >= 0.7 && (parameters.harmony > 0.1 || closing) && chordTones.length > 0;
  const midi = settles ? nearestChordTone(free, chordTones) : free;
  const hold = closing ? 6 : 1.6 + 2.4 * uniformAt(motif, sixteenth, 3) * (2 - Math.min(1.5, density / 2));
  const velocity = 0.5 + 0.25 * weight + 0.2 * drive + 0.08 * (uniformAt(motif, sixteenth, 4) - 0.5);
  score.add('lead', midi, velocity, hold * ticksPerSixteenth, 'melody', chooseParticle(world, motif + sixteenth));
}
