import { phrasesPerSection, type FormPlace } from './form.ts';
import type { ProgressionName } from './progressions.ts';

/** The tension of the bars of a phrase, 0..1: away from home to the half close; and of the phrase that ends a section, with the close at home. */
const rise = [0.1, 0.4, 0.68, 1];
const close = [0.3, 0.68, 1, 0.05];
/** Fixed progressions have their cadence and their home where they have them. */
const loopShapes: Partial<Record<ProgressionName, readonly number[]>> = {
  'I–V–vi–IV': [0.05, 0.75, 0.55, 1],
  'ii–V–I': [0.65, 1, 0.3, 0.05],
};
/** The heights to which the phrases of a section climb. */
const climbs = [0.72, 0.86, 1, 0.94];
/** The tension that a passage adds where it has room to. */
const passageLift = 0.12;

/**
 * The tension curve that the harmony is to follow, 0..1: it rises through each phrase to its cadence and is let go at home,
 * and climbs over the phrases of a section. `harmony` 0..1 draws it flat or steep.
 */
export function drawnTension(name: ProgressionName, place: FormPlace, harmony: number): number {
  const phrase = place.phrase % phrasesPerSection;
  const bars = loopShapes[name] ?? (phrase === phrasesPerSection - 1 ? close : rise);
  const shape = bars[place.barInPhrase] * climbs[phrase];
  const lift = place.letter === 2 ? passageLift * shape * (1 - shape) * 4 : 0;
  return (shape + lift) * (0.75 + 0.25 * harmony);
}
