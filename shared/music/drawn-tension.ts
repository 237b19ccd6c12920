import { phrasesPerSection, type FormPlace } from './form.ts';
import type { ProgressionName } from './progressions.ts';

/**
 * Tension of the bars of a phrase, 0..1: from the tonic to the half close; and of the last phrase of a section, which closes on the tonic.
 */
const rise = [0.1, 0.4, 0.68, 1];
const close = [0.3, 0.68, 1, 0.05];
/** Curves of fixed progressions, which have their own places of cadence and tonic. */
const loopShapes: Partial<Record<ProgressionName, readonly number[]>> = {
  'I–V–vi–IV': [0.05, 0.75, 0.55, 1],
  'ii–V–I': [0.65, 1, 0.3, 0.05],
};
/** Peaks of the phrases of a section. */
const climbs = [0.72, 0.86, 1, 0.94];
/** The tension that a passage adds where there is room. */
const passageLift = 0.12;

/**
 * Returns the tension curve that the harmony follows, 0..1: it rises through each phrase to its cadence and falls on the tonic, and rises
 * over the phrases of a section. `harmony` 0..1 makes it flat or steep.
 */
export function drawnTension(name: ProgressionName, place: FormPlace, harmony: number): number {
  const phrase = place.phrase % phrasesPerSection;
  const bars = loopShapes[name] ?? (phrase === phrasesPerSection - 1 ? close : rise);
  const shape = bars[place.barInPhrase] * climbs[phrase];
  const lift = place.letter === 2 ? passageLift * shape * (1 - shape) * 4 : 0;
  return (shape + lift) * (0.75 + 0.25 * harmony);
}
