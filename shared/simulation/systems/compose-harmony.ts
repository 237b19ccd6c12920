import {
  atOrAbove,
  bassDegree,
  type Centre,
  chooseChord,
  type ChordChoice,
  chordDegrees,
  type ChordQuestion,
  createCloud,
  createPlace,
  createPosition,
  type FormPlace,
  fifthsFromTonic,
  type Leading,
  leadVoices,
  midiOfDegree,
  maxChordNotes,
  pitchClassOf,
  placeOfBar,
  registerOf,
  soundChord,
  tensionOf,
} from '../../music/index.ts';
import { buildBarStep, type BarStep } from '../composer/bar-step.ts';
import { readPiecePosition } from '../composer/piece-position.ts';
import { chordSignature } from '../composer/signature.ts';
import type { System } from '../world.ts';

/** Chooses the chord of each bar, and moves its voices to it. */
export const composeHarmony: System = {
  name: 'compose-harmony',
  reads: ['Clock', 'Senses.alive', 'Modulation.tempo', 'Composer'],
  writes: [
    'Composer.root',
    'Composer.nextRoot',
    'Composer.stack',
    'Composer.chordNotes',
    'Composer.chord0',
    'Composer.chord1',
    'Composer.chord2',
    'Composer.chord3',
    'Composer.chordFor',
    'Modulation.chordHue',
    'Modulation.tension',
  ],
  build: (world) => {
    const { Composer, Modulation } = world.stores;
    const readMoment = buildBarStep(world);
    const position = createPosition();
    const next = createPlace();
    const columns = [Composer.chord0, Composer.chord1, Composer.chord2, Composer.chord3];
    const leading: Leading = { previous: new Float64Array(maxChordNotes), previousCount: 0, low: 0, high: 0 };
    const pitches = new Float64Array(maxChordNotes);
    const degrees = new Int32Array(5);
    const before = createCloud();
    const present = createCloud();
    const choice: ChordChoice = { root: 0, stack: 0 };
    const question: ChordQuestion = {
      name: 'none',
      scaleName: 'major',
      scale: [0],
      place: createPlace(),
      previous: 0,
      energy: 0,
      seed: 0,
      harmony: 0,
      before: null,
      promised: -1,
    };

    /** Themes are harmonised alike wherever they return: as after the tonic, and with the drive that a theme holds. */
    const isThemeStart = ({ letter, barInPhrase }: FormPlace) => letter < 2 && barInPhrase === 0;
    const energyAt = ({ letter }: FormPlace) => (letter < 2 ? Composer.themeDrive[0] : Composer.drive[0]);

    const ask = ({ parameters, scale, seed }: BarStep, place: FormPlace, from: Centre | null, previous: number, promised: number) => {
      question.name = parameters.progression;
      question.scaleName = parameters.scale;
      question.scale = scale;
      question.harmony = parameters.harmony;
      question.place = place;
      question.before = isThemeStart(place) ? null : from;
      question.previous = isThemeStart(place) ? 0 : previous;
      question.energy = energyAt(place);
      question.seed = seed;
      question.promised = promised;
      chooseChord(question, choice);
    };

    /** Chooses the chord of this bar, with the root that the previous bar has planned if there is one, and plans the root of the next. */
    const chooseChords = (moment: BarStep, isFirst: boolean, promised: number) => {
      const { parameters, scale, place, bar, seed } = moment;
      choice.root = Composer.root[0] % scale.length;
      choice.stack = Composer.stack[0];
      soundChord(scale, choice, bassDegree(parameters.progression, choice.root), before);
      const from = isFirst ? null : before.centre;
      ask(moment, place, from, choice.root, promised);
      Composer.root[0] = choice.root;
      Composer.stack[0] = choice.stack;
      soundChord(scale, choice, bassDegree(parameters.progression, choice.root), present);
      Modulation.tension[0] = tensionOf(scale, present, from);
      readPiecePosition(Composer, position);
      placeOfBar(bar + 1, seed, position, next);
      ask(moment, next, present.centre, choice.root, -1);
      Composer.nextRoot[0] = choice.root;
    };

    const voiceChord = ({ parameters, scale, tonic, place }: BarStep, fresh: boolean) => {
      for (let voice = 0; voice < maxChordNotes; voice++) leading.previous[voice] = columns[voice][0];
      const count = chordDegrees(scale, Composer.root[0], Composer.stack[0], degrees);
      for (let voice = 0; voice < count; voice++) pitches[voice] = pitchClassOf(midiOfDegree(scale, tonic, degrees[voice]));
      registerOf('chords', parameters.octave, parameters.melodyRange, leading);
      // A theme returns with its voicings too.
      leading.previousCount = fresh || isThemeStart(place) ? 0 : Composer.chordNotes[0];
      leadVoices(leading, pitches, count);
      for (let voice = 0; voice < maxChordNotes; voice++) columns[voice][0] = voice < count ? pitches[voice] : 0;
      Composer.chordNotes[0] = count;
    };

    const colour = ({ scale, tonic }: BarStep) => {
      const interval = pitchClassOf(midiOfDegree(scale, 0, Composer.root[0]));
      Modulation.chordHue[0] = fifthsFromTonic(atOrAbove(interval + tonic, 0)) / 12;
    };

    return () => {
      const moment = readMoment();
      if (!moment) return;
      const { parameters, step, bar } = moment;
      const chordFor = chordSignature(parameters);
      const first = Composer.chordNotes[0] === 0;
      if (step !== 0 && chordFor === Composer.chordFor[0] && !first) return;
      const keepsPromise = step === 0 && bar > 0 && chordFor === Composer.chordFor[0] && !first;
      chooseChords(moment, first, keepsPromise ? Composer.nextRoot[0] : -1);
      voiceChord(moment, first);
      Composer.chordFor[0] = chordFor;
      colour(moment);
    };
  },
};
