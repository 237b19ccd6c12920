import { brightnessOf, weightOf } from '../../music/index.ts';
import type { Part } from '../../simulation/note.ts';
import type { ObservedNote, Observation } from '../observe/observation.ts';
import { logOf, type Measure, meanOf } from './measure.ts';

const pitchedOf = ({ music }: Observation) => music.notes.filter(({ part }) => part !== 'drums');

/** Notes a second that differ from none: below them, one more or less in a few bars is chance. */
const fewest = 0.25;

/** Notes a second on a logarithmic scale. */
const rateOf = (notes: readonly ObservedNote[], { music }: Observation) => logOf(fewest + notes.length / music.seconds);

const partRate = (part: Part) => (observation: Observation) =>
  rateOf(
    observation.music.notes.filter((note) => note.part === part),
    observation,
  );

/** Entropy of the pitch classes in bits, with what few notes lack of it. @see Miller 1955, "Note on the bias of information estimates" */
function pitchVariety(observation: Observation): number {
  const counts = new Int32Array(12);
  const pitched = pitchedOf(observation);
  if (pitched.length === 0) return 0;
  for (const { midi } of pitched) counts[midi % 12] += 1;
  let bits = 0;
  let classes = 0;
  for (const count of counts) {
    if (count === 0) continue;
    classes += 1;
    bits -= (count / pitched.length) * logOf(count / pitched.length);
  }
  return Math.min(logOf(classes), bits + ((classes - 1) * 0.72) / pitched.length);
}

/** The notes of all parts but the texture, which plays when and where its particles happen to be. */
const composedOf = (music: Observation['music']) => music.notes.filter(({ part }) => part !== 'texture');

/** Mean pitch of what is composed. */
function register({ music }: Observation): number {
  return meanOf(
    composedOf(music)
      .filter(({ part }) => part !== 'drums')
      .map(({ midi }) => midi),
  );
}

/** Mean metrical weight that the notes lack: 0 where all are on the first beat of a bar. */
function offBeats({ music, parameters: { meter } }: Observation): number {
  return meanOf(composedOf(music).map(({ step }) => 1 - weightOf(meter, step)));
}

export const musicMeasures = [
  { name: 'notes', label: 'notes per second', of: (observation) => rateOf(observation.music.notes, observation) },
  { name: 'melody', label: 'melody', of: partRate('lead') },
  { name: 'bass', label: 'bass notes', of: partRate('bass') },
  { name: 'chords', label: 'chords', of: partRate('chords') },
  { name: 'drums', label: 'drums', of: partRate('drums') },
  { name: 'texture', label: 'texture', of: partRate('texture') },
  { name: 'tempo', label: 'tempo', of: ({ traces }) => logOf(Math.max(1, meanOf(traces.tempo))) },
  { name: 'register', label: 'pitch of the notes', of: register },
  { name: 'mode', label: 'brightness of the scale', of: ({ parameters }) => brightnessOf(parameters) },
  { name: 'pitchVariety', label: 'variety of pitches', of: pitchVariety },
  { name: 'tension', label: 'tension', of: ({ traces }) => meanOf(traces.tension) },
  { name: 'chordRichness', label: 'rich chords', of: ({ music }) => meanOf(music.bars.map(({ stack }) => stack)) },
  { name: 'offBeats', label: 'notes off the beat', of: offBeats },
  { name: 'range', label: 'range of the melody', of: ({ parameters }) => parameters.melodyRange, noticed: 0.25 },
  {
    name: 'noteLength',
    label: 'length of the notes',
    of: (observation) => meanOf(pitchedOf(observation).map(({ seconds }) => logOf(Math.max(0.02, seconds)))),
  },
  { name: 'swing', label: 'swing', of: ({ parameters }) => parameters.swing, noticed: 0.15 },
  { name: 'freedom', label: 'freedom of the timing', of: ({ parameters }) => parameters.expression, noticed: 0.25 },
  { name: 'sections', label: 'contrast of the sections', of: ({ parameters }) => parameters.form, noticed: 0.25 },
] as const satisfies readonly Measure[];
