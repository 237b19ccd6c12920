import { type FormPlace, isArranged, type PartLetter } from '../../music/index.ts';
import type { ParameterValues } from '../../parameters/index.ts';
import { musicParameters } from '../../parameters/music.ts';
import { type Part, parts } from '../note.ts';

/** Parameter that holds the level of each part. */
export const partLevels = {
  lead: 'leadLevel',
  bass: 'bassLevel',
  chords: 'chordLevel',
  drums: 'drumLevel',
  texture: 'textureLevel',
} as const satisfies Record<Part, keyof ParameterValues>;

/** Letter of each part in an arrangement. */
export const letterOf: Readonly<Record<Part, PartLetter>> = { lead: 'l', chords: 'c', bass: 'b', drums: 'd', texture: 't' };

/** True when a part is loud enough to write notes at all: at its lowest level it is silent. */
export function isAudible(parameters: ParameterValues, part: Part): boolean {
  const key = partLevels[part];
  return parameters[key] > musicParameters[key].min;
}

const isHeard = (parameters: ParameterValues, place: FormPlace, part: Part) =>
  isAudible(parameters, part) && isArranged(parameters, place, letterOf[part]);

/** True when a part plays in a phrase: it is arranged, or none of those that are loud enough is, so that no phrase is silent. */
export function playsIn(parameters: ParameterValues, place: FormPlace, part: Part): boolean {
  if (!isAudible(parameters, part)) return false;
  if (isHeard(parameters, place, part)) return true;
  for (const other of parts) if (isHeard(parameters, place, other)) return false;
  return true;
}
