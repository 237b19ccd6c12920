import { log2 } from '../../math/exact.ts';
import { brightnessOf, stepsPerBar, syncopationBound, syncopationOf } from '../../music/index.ts';
import type { Part } from '../../simulation/note.ts';
import type { HeardNote, Observation } from '../observe/observation.ts';
import { deviationOf, type Measure, meanOf } from './measure.ts';

const pitchedOf = ({ notes }: Observation) => notes.filter(({ part }) => part !== 'drums');

/** Notes a second on a logarithmic scale; `fewest` of them differ from none. */
const rateOf = (notes: readonly HeardNote[], { seconds }: Observation, fewest: number) => log2(fewest + notes.length / seconds);

const partRate = (part: Part) => (observation: Observation) =>
  rateOf(
    observation.notes.filter((note) => note.part === part),
    observation,
    0.1,
  );

/** Entropy of the pitch classes in bits. */
function pitchVariety(observation: Observation): number {
  const counts = new Int32Array(12);
  const pitched = pitchedOf(observation);
  for (const { midi } of pitched) counts[midi % 12] += 1;
  let bits = 0;
  for (const count of counts) if (count > 0) bits -= (count / pitched.length) * log2(count / pitched.length);
  return bits;
}

/** Mean syncopation of the bars, 1 where all notes are off the beat. */
function syncopation({ notes, parameters: { meter } }: Observation): number {
  const bars = [...Map.groupBy(notes, ({ bar }) => bar).values()];
  const whole = syncopationBound(meter, 1);
  return meanOf(
    bars.map((bar) => {
      const onsets = new Uint8Array(stepsPerBar(meter));
      for (const { step } of bar) onsets[step] = 1;
      return syncopationOf(meter, onsets) / whole;
    }),
  );
}

/** Mean semitones between the notes of the melody. */
function leaps({ notes }: Observation): number {
  const lead = notes.filter(({ part }) => part === 'lead');
  return meanOf(lead.slice(1).map(({ midi }, index) => Math.abs(midi - lead[index].midi)));
}

/** Share of the bars whose chord has another root than that before. */
function chordChanges({ bars }: Observation): number {
  return meanOf(bars.slice(1).map(({ root }, index) => (root === bars[index].root ? 0 : 1)));
}

export const musicMeasures = [
  { name: 'notes', label: 'notes per second', of: (observation) => rateOf(observation.notes, observation, 0.25) },
  { name: 'melody', label: 'melody', of: partRate('lead') },
  { name: 'bass', label: 'bass notes', of: partRate('bass') },
  { name: 'chords', label: 'chords', of: partRate('chords') },
  { name: 'drums', label: 'drums', of: partRate('drums') },
  { name: 'texture', label: 'texture', of: partRate('texture') },
  { name: 'tempo', label: 'tempo', of: ({ tracks }) => log2(Math.max(1, meanOf(tracks.tempo))) },
  { name: 'register', label: 'pitch of the notes', of: (observation) => meanOf(pitchedOf(observation).map(({ midi }) => midi)) },
  { name: 'mode', label: 'brightness of the scale', of: ({ parameters }) => brightnessOf(parameters) },
  { name: 'pitchVariety', label: 'variety of pitches', of: pitchVariety },
  { name: 'tension', label: 'tension', of: ({ tracks }) => meanOf(tracks.tension) },
  { name: 'chordRichness', label: 'rich chords', of: ({ bars }) => meanOf(bars.map(({ stack }) => stack)) },
  { name: 'chordChanges', label: 'changes of chord', of: chordChanges },
  { name: 'syncopation', label: 'syncopation', of: syncopation },
  { name: 'leaps', label: 'leaps of the melody', of: leaps },
  {
    name: 'noteLength',
    label: 'length of the notes',
    of: (observation) => meanOf(pitchedOf(observation).map(({ seconds }) => log2(Math.max(0.02, seconds)))),
  },
  { name: 'strength', label: 'strength of the notes', of: ({ notes }) => meanOf(notes.map(({ velocity }) => velocity)) },
  { name: 'accents', label: 'accents', of: ({ notes }) => deviationOf(notes.map(({ velocity }) => velocity)) },
  { name: 'swing', label: 'swing', of: ({ parameters }) => parameters.swing },
] as const satisfies readonly Measure[];
