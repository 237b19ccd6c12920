import { endsSection, type FormPlace } from './form.ts';
import type { ProgressionName } from './progressions.ts';

/**
 * Tension of the bars of a theme, 0..1: from the tonic to the half close; and of the last bar of a section, which closes on the tonic.
 */
const rise = [0.1, 0.4, 0.68, 1];
const close = 0.05;
/** A contrast begins away from the tonic; passages have either of two curves. */
const contrast = [0.62, 0.35, 0.75, 1];
const passages = [
  [0.2, 0.6, 0.35, 0.9],
  [0.5, 0.75, 0.3, 0.7],
];
/** Curves of fixed progressions, which have their own places of cadence and tonic: of the theme, its contrast and passages. */
const loopShapes: Partial<Record<ProgressionName, readonly (readonly number[])[]>> = {
  'I–V–vi–IV': [
    [0.05, 0.75, 0.55, 1],
    [0.55, 1, 0.05, 0.75],
    [1, 0.55, 0.05, 0.75],
  ],
  'ii–V–I': [
    [0.65, 1, 0.3, 0.05],
    [0.5, 0.65, 1, 0.05],
    [0.4, 0.65, 1, 0.05],
  ],
};
/** The peak of a theme and its contrast, which return with their chords; of a passage with no intensity, and what full intensity adds. */
const themeClimb = 0.9;
const leastClimb = 0.7;
/** The tension that a passage adds where there is room. */
const passageLift = 0.12;

function shapeOf(place: FormPlace): readonly number[] {
  if (place.letter === 0) return rise;
  return place.letter === 1 ? contrast : passages[place.phrase % passages.length];
}

/**
 * Returns the tension curve that the harmony follows, 0..1: it rises through each phrase to its cadence and falls on the tonic; passages
 * rise with the intensity of their section. `harmony` 0..1 makes it flat or steep.
 */
export function drawnTension(name: ProgressionName, place: FormPlace, harmony: number): number {
  const loops = loopShapes[name];
  const climb = place.letter === 2 ? leastClimb + (1 - leastClimb) * place.intensity : themeClimb;
  const bars = loops ? loops[place.letter] : shapeOf(place);
  const shape = (endsSection(place) && !loops ? close : bars[place.barInPhrase]) * climb;
  const lift = place.letter === 2 ? passageLift * shape * (1 - shape) * 4 : 0;
  return (shape + lift) * (0.75 + 0.25 * harmony);
}
