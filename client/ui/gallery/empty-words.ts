import type { UniverseList } from '../../../shared/api/universes/lists.ts';
import type { Sentence } from '../../words/sentences.ts';

/** The message of each list that is empty without a filter. */
export const emptyWords: Readonly<Record<UniverseList, Sentence>> = {
  recent: 'No public universe has been played yet. Open one of those above, and yours is the first.',
  popular: 'No universe is public yet. Open one of those above, and yours is the first.',
  mine: 'You have no universes yet. Open one of those above and change something: it is saved here.',
  shared: 'No universe is shared with you yet. When someone shares one, you find it here.',
  favourites: 'No favourites yet. Press the heart on a universe that you want to find again.',
};
