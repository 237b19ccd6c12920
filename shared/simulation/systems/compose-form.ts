import { advancePiece, type Bend, barsPerPhrase, createPosition, intensityOf, createPlace, placeOfBar } from '../../music/index.ts';
import { keepPosition, readPosition } from '../composer/piece-position.ts';
import type { System, UniverseWorld } from '../world.ts';

/** Activity, relative to the usual one, that is a storm, and that is stillness. */
const stormRatio = 1.6;
const stillRatio = 0.45;
/** Activity under which a universe is too calm for a storm, and its usual activity too calm for stillness. */
const leastStorm = 0.3;
const leastUsual = 0.15;

function bendOf({ Senses }: UniverseWorld['stores']): Bend {
  const [activity, usual] = [Senses.activity[0], Senses.usualActivity[0]];
  if (activity > leastStorm && activity > stormRatio * usual) return 'storm';
  return usual > leastUsual && activity < stillRatio * usual ? 'stillness' : 'none';
}

/** Moves the piece from section to section at the beginning of a bar, and sets the intensity of its phrase. */
export const composeForm: System = {
  name: 'compose-form',
  reads: ['Clock', 'Senses.activity', 'Senses.usualActivity', 'Composer'],
  writes: [
    'Composer.movement',
    'Composer.section',
    'Composer.sectionPhrase',
    'Composer.sectionPhrases',
    'Composer.nextSection',
    'Composer.intensity',
  ],
  build: (world) => {
    const { Clock, Composer } = world.stores;
    const position = createPosition();
    const place = createPlace();
    return () => {
      if (Clock.onset[0] === 0 || Clock.barStep[0] !== 0) return;
      const { seed, parameters } = world.document;
      const bar = Clock.bar[0];
      readPosition(Composer, position);
      // Before the first phrase is over nothing is usual yet.
      advancePiece(position, seed, bar, bar < 2 * barsPerPhrase ? 'none' : bendOf(world.stores));
      keepPosition(position, Composer);
      placeOfBar(bar, seed, position, place);
      Composer.intensity[0] = intensityOf(parameters, place);
    };
  },
};
