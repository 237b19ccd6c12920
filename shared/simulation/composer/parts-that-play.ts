import { gainOfDb, log10 } from '../../math/exact.ts';
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

/** What a part adds to the power of the mix at equal level. */
const powers: Readonly<Record<Part, number>> = { lead: 1, bass: 1, chords: 1, drums: 1, texture: 0.4 };
/** Share of what is missing that the playing parts make up for, by playing louder. */
const madeUp = 0.2;

/** Returns by how many dB the mix is quieter in a phrase because parts rest; 0 if all play that are loud enough. */
function missingDb(parameters: ParameterValues, place: FormPlace): number {
  let all = 0;
  let playing = 0;
  for (const part of parts) {
    if (!isAudible(parameters, part)) continue;
    const power = powers[part] * gainOfDb(2 * parameters[partLevels[part]]);
    all += power;
    if (playsIn(parameters, place, part)) playing += power;
  }
  return playing > 0 ? 10 * log10(playing / all) : 0;
}

/** Returns the dB by which the parts of a phrase play louder to make up for those that rest, and by which the phrase is still quieter. */
export function dynamicsOf(parameters: ParameterValues, place: FormPlace): { louderDb: number; quieterDb: number } {
  const missing = missingDb(parameters, place);
  return { louderDb: -madeUp * missing, quieterDb: (1 - madeUp) * missing };
}
