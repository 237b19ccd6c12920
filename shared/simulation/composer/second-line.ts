import { mix } from '../../math/generator.ts';
import { hasForm, isChordDegree, isLifted, midiOfDegree, type WalkQuestion } from '../../music/index.ts';
import type { UniverseWorld } from '../world.ts';
import type { BarStep } from './bar-step.ts';
import { buildChooseParticle, heightOfMidi } from './choose-particle.ts';
import { leadAboveChord } from './lead-range.ts';
import type { NoteDraft, PartWriter } from './part-writer.ts';

/** Semitones that a line below the melody is away from it. */
const nearest = 3;
const furthest = 10;
/** Highest note, in semitones, and loudness beside the melody. */
const highest = 108;
const share = 0.8;

type Chord = Pick<WalkQuestion, 'chord' | 'chordNotes' | 'isStrong'>;

/** Builds the writer of the notes that double the melody, where the peak is lifted: a line a third or so below, or the octave above. */
export function buildSecondLine(
  world: UniverseWorld,
  writer: PartWriter,
): (moment: BarStep, degree: number, chord: Chord, melody: NoteDraft) => void {
  const { Composer } = world.stores;
  const choose = buildChooseParticle(world);

  /** The nearest note at a third or more below one of the melody, on the chord where that is; 0 where none fits. */
  const midiBelow = ({ scale, tonic }: BarStep, degree: number, { chord, chordNotes, isStrong }: Chord) => {
    const top = midiOfDegree(scale, tonic, degree);
    const lowest = Math.max(top - furthest, Composer.chord0[0] + leadAboveChord);
    for (let below = degree - 1; ; below--) {
      const midi = midiOfDegree(scale, tonic, below);
      if (midi < lowest) return 0;
      if (top - midi >= nearest && (!isStrong || isChordDegree(below, chord, chordNotes, scale.length))) return midi;
    }
  };

  return (moment, degree, chord, melody) => {
    const { parameters, place, seed, bar, step } = moment;
    if (parameters.lift === 'none' || !hasForm(parameters) || !isLifted(place)) return;
    const midi = parameters.lift === 'octave' ? melody.midi + 12 : midiBelow(moment, degree, chord);
    if (midi === 0 || midi > highest) return;
    writer.add(moment, {
      midi,
      velocity: melody.velocity * share,
      steps: melody.steps,
      rule: 'doubling',
      slot: choose(mix(seed ^ (bar * 64 + step + 0x5000000)), heightOfMidi(midi)),
    });
  };
}
