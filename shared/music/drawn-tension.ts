import { type FormPlace, isLastPhrase } from './form.ts';
import type { ProgressionName } from './progressions.ts';

/**
 * Tension of the bars of a phrase, 0..1: from the tonic to the half close; and of the last phrase of a section, which closes on the tonic.
 */
const rise = [0.1, 0.4, 0.68, 1];
const close = [0.1, 0.4, 1, 0.05];
/** Curves of the themes of fixed progressions, which have their own places of cadence and tonic. */
const loopShapes: Partial<Record<ProgressionName, readonly number[]>> = {
  'I–V–vi–IV': [0.05, 0.75, 0.55, 1],
  'ii–V–I': [0.65, 1, 0.3, 0.05],
};
/** The peak of a theme and its contrast, which return with their chords; of a passage with no intensity, and what full intensity adds. */
const themeClimb = 0.9;
const leastClimb = 0.7;
/** The tension that a passage adds where there is room. */
const passageLift = 0.12;

/**
 * Returns the tension curve that the harmony follows, 0..1: it rises through each phrase to its cadence and falls on the tonic; passages
 * rise with the intensity of their section. `harmony` 0..1 makes it flat or steep.
 */
export function drawnTension(name: ProgressionName, place: FormPlace, harmony: number): number {
  const bars = (place.letter === 0 && loopShapes[name]) || (isLastPhrase(place) ? close : rise);
  const climb = place.letter === 2 ? leastClimb + (1 - leastClimb) * place.intensity : themeClimb;
  const shape = bars[place.barInPhrase] * climb;
  const lift = place.letter === 2 ? passageLift * shape * (1 - shape) * 4 : 0;
  return (shape + lift) * (0.75 + 0.25 * harmony);
}
