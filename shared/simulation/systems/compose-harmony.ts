import { rhythmDrive } from '../../coupling/index.ts';
import {
  atOrAbove,
  barsPerPhrase,
  chordDegrees,
  type ChordQuestion,
  dissonanceOf,
  fifthsFromTonic,
  type Leading,
  leadVoices,
  midiOfDegree,
  mostChordNotes,
  pitchClassOf,
  registerOf,
  rootOfBar,
} from '../../music/index.ts';
import { musicParameters } from '../../parameters/music.ts';
import { buildMoment, type Moment } from '../composer/moment.ts';
import { stepSeconds, type System } from '../world.ts';

/** Notes of all parts together that may begin in a second, and how many may be saved up for a tutti. */
const notesPerSecond = 30;
const notesSaved = 14;

/** Decides at each bar which chord sounds, how its voices move to it, and how much the matter drives the bar. */
export const composeHarmony: System = {
  name: 'compose-harmony',
  reads: ['Clock', 'Senses.activity', 'Senses.usualActivity', 'Senses.alive', 'Modulation.tempo', 'Composer'],
  writes: [
    'Composer.root',
    'Composer.nextRoot',
    'Composer.chordNotes',
    'Composer.chord0',
    'Composer.chord1',
    'Composer.chord2',
    'Composer.chord3',
    'Composer.chordFor',
    'Composer.drive',
    'Composer.phraseDrive',
    'Composer.budget',
    'Modulation.chordHue',
    'Modulation.tension',
  ],
  build: (world) => {
    const { Composer, Modulation, Senses } = world.stores;
    const readMoment = buildMoment(world);
    const columns = [Composer.chord0, Composer.chord1, Composer.chord2, Composer.chord3];
    const leading: Leading = { previous: new Float64Array(mostChordNotes), previousCount: 0, low: 0, high: 0 };
    const pitches = new Float64Array(mostChordNotes);
    const degrees = new Int32Array(5);
    const question: ChordQuestion = { name: 'none', scaleName: 'major', scale: [0], bar: 0, previous: 0, energy: 0, seed: 0 };

    const askRoot = ({ parameters, scale, seed }: Moment, bar: number, from: number) => {
      question.name = parameters.progression;
      question.scaleName = parameters.scale;
      question.scale = scale;
      question.bar = bar;
      question.previous = from % scale.length;
      question.energy = Composer.drive[0];
      question.seed = seed;
      return rootOfBar(question);
    };

    const voiceChord = ({ parameters, scale, tonic }: Moment, fresh: boolean) => {
      for (let voice = 0; voice < mostChordNotes; voice++) leading.previous[voice] = columns[voice][0];
      const count = chordDegrees(scale, Composer.root[0], parameters.harmony, degrees);
      for (let voice = 0; voice < count; voice++) pitches[voice] = pitchClassOf(midiOfDegree(scale, tonic, degrees[voice]));
      registerOf('chords', parameters.octave, parameters.melodyRange, leading);
      leading.previousCount = fresh ? 0 : Composer.chordNotes[0];
      leadVoices(leading, pitches, count);
      for (let voice = 0; voice < mostChordNotes; voice++) columns[voice][0] = voice < count ? pitches[voice] : 0;
      Composer.chordNotes[0] = count;
    };

    const describe = ({ scale, tonic, place }: Moment) => {
      const interval = pitchClassOf(midiOfDegree(scale, 0, Composer.root[0]));
      const fifths = fifthsFromTonic(interval);
      Modulation.chordHue[0] = fifthsFromTonic(atOrAbove(interval + tonic, 0)) / 12;
      for (let voice = 0; voice < mostChordNotes; voice++) pitches[voice] = columns[voice][0];
      const distance = Math.min(fifths, 12 - fifths) / 6;
      Modulation.tension[0] =
        0.5 * distance + 0.3 * dissonanceOf(pitches, Composer.chordNotes[0]) + (0.2 * place.barInPhrase) / (barsPerPhrase - 1);
    };

    return () => {
      Composer.budget[0] = Math.min(notesSaved, Composer.budget[0] + notesPerSecond * stepSeconds);
      const moment = readMoment();
      if (!moment) return;
      if (Composer.chordNotes[0] === 0) Composer.budget[0] = notesSaved;
      const { parameters, step, bar, place } = moment;
      const chordFor = signatureOf(parameters);
      const first = Composer.chordNotes[0] === 0;
      if (step !== 0 && chordFor === Composer.chordFor[0] && !first) return;
      if (step === 0) {
        Composer.drive[0] = rhythmDrive(Senses.activity[0], Senses.usualActivity[0], parameters.motionToRhythm);
        if (place.barInPhrase === 0) Composer.phraseDrive[0] = Composer.drive[0];
      }
      const sameHarmony = chordFor === Composer.chordFor[0] && !first;
      const promised = Composer.nextRoot[0];
      if (step === 0) Composer.root[0] = sameHarmony && bar > 0 ? promised : askRoot(moment, bar, Composer.root[0]);
      else Composer.root[0] = askRoot(moment, bar, Composer.root[0]);
      Composer.nextRoot[0] = askRoot(moment, bar + 1, Composer.root[0]);
      voiceChord(moment, first);
      Composer.chordFor[0] = chordFor;
      describe(moment);
    };
  },
};

/** Equal for parameters under which a chord may go on sounding. */
function signatureOf({ scale, customScale, key, harmony, progression }: Moment['parameters']): number {
  const { choices: scaleNames } = musicParameters.scale;
  const { choices: keys } = musicParameters.key;
  const { choices: progressions } = musicParameters.progression;
  const place = (scaleNames.indexOf(scale) * keys.length + keys.indexOf(key)) * progressions.length + progressions.indexOf(progression);
  const ownNotes = scale === 'custom' ? Number.parseInt(customScale, 2) % 2048 : 0;
  return (place * 101 + Math.floor(harmony * 100 + 0.5)) * 2048 + ownNotes + 1;
}
