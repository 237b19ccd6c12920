import { rhythmDrive } from '../../coupling/index.ts';
import { choosePattern, type PatternQuestion } from '../../music/index.ts';
import { buildBarStep } from '../composer/bar-step.ts';
import { stepSeconds, type System } from '../world.ts';

/** Most notes of all parts together in a second, and the number that may accumulate for a tutti. */
const notesPerSecond = 22;
const notesSaved = 12;
/** Change of the drive after which a theme is denser or sparser. */
const themeChange = 0.25;

/** Sets the drive of each bar, the pattern of each phrase, and the number of notes for which there is room. */
export const composeRhythm: System = {
  name: 'compose-rhythm',
  reads: ['Clock', 'Senses', 'Modulation.tempo', 'Composer'],
  writes: ['Composer.drive', 'Composer.themeDrive', 'Composer.pattern', 'Composer.budget'],
  build: (world) => {
    const { Composer, Senses } = world.stores;
    const readMoment = buildBarStep(world);
    const question: PatternQuestion = { meter: '4/4', struck: 0, crossed: 0, crowding: 0, letter: 0, material: 0 };
    return () => {
      const isFirst = Composer.chordNotes[0] === 0;
      Composer.budget[0] = isFirst ? notesSaved : Math.min(notesSaved, Composer.budget[0] + notesPerSecond * stepSeconds);
      const moment = readMoment();
      if (!moment || moment.step !== 0) return;
      const { parameters, place, bar } = moment;
      Composer.drive[0] = rhythmDrive(Senses.activity[0], Senses.usualActivity[0], parameters.motionToRhythm);
      if (place.barInPhrase !== 0) return;
      // In thirds, and only after a clear change, so that a theme returns unchanged while the particles behave alike.
      if (bar === 0 || Math.abs(Composer.drive[0] - Composer.themeDrive[0]) > themeChange)
        Composer.themeDrive[0] = Math.floor(Composer.drive[0] * 3 + 0.5) / 3;
      question.meter = parameters.meter;
      question.struck = Senses.bounces[0] + Senses.collisions[0];
      question.crossed = Senses.crossings[0];
      question.crowding = Math.max(0, 1 - Senses.spreadRadius[0] / parameters.boundsSize);
      question.letter = place.letter;
      question.material = place.material;
      Composer.pattern[0] = choosePattern(question);
    };
  },
};
