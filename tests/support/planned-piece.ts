import { advancePiece, createPlace, createPosition, type FormPlace, placeOfBar } from '../../shared/music/index.ts';

/** Returns the places of the first bars of the piece of a seed, as planned: nothing bends it. */
export function plannedPlaces(seed: number, bars: number): FormPlace[] {
  const position = createPosition();
  return Array.from({ length: bars }, (_, bar) => {
    const place = createPlace();
    advancePiece(position, seed, bar, 'none');
    placeOfBar(bar, seed, position, place);
    return place;
  });
}
