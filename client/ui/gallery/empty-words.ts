import type { UniverseList } from '../../../shared/api/universes/lists.ts';
import type { Sentence } from '../../words/sentences.ts';

/** The message of each list that is empty without a filter. */
export const emptyWords: Readonly<Record<UniverseList, Sentence>> = {
  recent: 'Nobody has played in a public universe yet. Open one of those above, and yours is the first.',
  popular: 'No universe has been made public yet. Open one of those above, and yours is the first.',
  mine: 'You have made nothing yet. Open one of those above and change something: it is kept here.',
  shared: 'Nobody has shared a universe with you yet. When somebody does, you find it here.',
  favourites: 'No favourites yet. Press the heart on a universe that you want to find again.',
};
