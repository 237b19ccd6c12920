import { dbOfGain, gainOfDb } from '../../math/exact.ts';
import {
  advancePiece,
  type Bend,
  barsPerPhrase,
  createPosition,
  intensityOf,
  formDbOf,
  createPlace,
  placeOfBar,
} from '../../music/index.ts';
import { dynamicsOf } from '../composer/parts-that-play.ts';
import { keepPiecePosition, readPiecePosition } from '../composer/piece-position.ts';
import type { System } from '../world.ts';

/** How much busier than usual the particles are in a storm, and how much less in stillness. */
const stormRatio = 1.4;
const stillRatio = 0.6;
/** Activity that is still for any universe. */
const leastActivity = 0.02;

/** How much happens, 0 and up, of an activity 0..1. */
const busyness = (activity: number) => activity / Math.max(1e-3, 1 - activity);

/** Moves the piece from section to section at the beginning of a bar, and sets the intensity of its phrase. */
export const composeForm: System = {
  name: 'compose-form',
  reads: ['Clock', 'Senses.activity', 'Senses.usualActivity', 'Modulation.volume', 'Modulation.usualVolume', 'Composer'],
  writes: [
    'Composer.movement',
    'Composer.section',
    'Composer.sectionPhrase',
    'Composer.sectionPhrases',
    'Composer.nextSection',
    'Composer.intensity',
    'Composer.formGain',
    'Composer.plannedDb',
    'Composer.surge',
  ],
  build: (world) => {
    const { Clock, Composer, Modulation, Senses } = world.stores;
    const position = createPosition();
    const place = createPlace();
    /** How much busier than usual the particles are. */
    const ratio = () => busyness(Senses.activity[0]) / busyness(Math.max(leastActivity, Senses.usualActivity[0]));

    const bend = (): Bend => {
      if (Composer.surge[0] > stormRatio) return 'storm';
      return ratio() < stillRatio ? 'stillness' : 'none';
    };

    return () => {
      if (Clock.onset[0] === 0) return;
      // A storm counts wherever it was in the phrase.
      Composer.surge[0] = Math.max(Composer.surge[0], ratio());
      if (Clock.barStep[0] !== 0) return;
      const { seed, parameters } = world.document;
      const bar = Clock.bar[0];
      readPiecePosition(Composer, position);
      // In the first phrases nothing is usual yet.
      advancePiece(position, seed, bar, bar < 2 * barsPerPhrase ? 'none' : bend());
      if (bar % barsPerPhrase === 0) Composer.surge[0] = 0;
      keepPiecePosition(position, Composer);
      placeOfBar(bar, seed, position, place);
      const intensity = intensityOf(parameters, place);
      const { louderDb, quieterDb } = dynamicsOf(parameters, place);
      Composer.intensity[0] = intensity;
      Composer.formGain[0] = gainOfDb(formDbOf(intensity) + louderDb);
      // What gravity makes louder than in the last minutes is meant to be so.
      const gravityDb = dbOfGain(Modulation.volume[0] / Modulation.usualVolume[0]);
      Composer.plannedDb[0] = formDbOf(intensity) + quieterDb + gravityDb;
    };
  },
};
