import { isEuclideanOnset } from '../../music/index.ts';
import type { UniverseWorld } from '../world.ts';
import { chooseParticle } from './choose-particle.ts';
import type { Score } from './score.ts';
import { soundingChord } from './write-harmony.ts';

/** How each instrument likes its chords: held over the bar, struck together, or broken into single notes. */
const manners = { pad: 'held', choir: 'held', keys: 'struck', bells: 'broken', pluck: 'broken' } as const;

/** Accompaniment from the bar's chord. */
export function writeChords(world: UniverseWorld, score: Score): void {
  const { parameters } = world.document;
  if (parameters.progression === 'none' || !score.isAudible('chords')) return;
  const { sixteenth, sixteenths, weight, ticksPerSixteenth, bar, drive } = score.moment;
  const chord = soundingChord(world);
  const manner = manners[parameters.instrument];
  const cause = () => chooseParticle(world, world.stores.Clock.tick[0] * 31 + 5);

  if (manner === 'held') {
    if (sixteenth === 0) for (const midi of chord) score.add('chords', midi, 0.55, sixteenths * ticksPerSixteenth * 0.96, 'chord', cause());
    return;
  }
  if (sixteenth % 2 !== 0) return;
  const eighth = sixteenth / 2;
  const eighths = sixteenths / 2;
  const onsets = Math.floor(2 + (eighths - 3) * (0.25 + 0.5 * parameters.rhythmComplexity * (0.5 + 0.5 * drive)));
  if (manner === 'struck') {
    if (!isEuclideanOnset(Math.min(onsets, 5), eighths, eighth)) return;
    for (const midi of chord) score.add('chords', midi, 0.35 + 0.25 * weight, ticksPerSixteenth * 2.4, 'chord', cause());
    return;
  }
  if (!isEuclideanOnset(onsets, eighths, eighth)) return;
  // Up and down through the chord, from another place each bar.
  const turn = 2 * Math.max(1, chord.length - 1);
  const at = (eighth + bar * 3) % turn;
  const voice = at < chord.length ? at : turn - at;
  score.add('chords', chord[Math.min(voice, chord.length - 1)], 0.4 + 0.25 * weight, ticksPerSixteenth * 3, 'chord', cause());
}
