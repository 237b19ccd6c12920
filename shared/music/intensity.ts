import type { ParameterValues } from '../parameters/index.ts';
import { type PartLetter, partLetters } from './arrangements.ts';
import type { FormPlace } from './form.ts';

/** The intensity at which every part plays as its parameters say. */
export const plainIntensity = 0.75;
/** Below this the form leaves no part out. */
const leastForm = 0.25;
/** dB by which the loudness falls and rises with the intensity below and above the plain one. */
const fallDb = 13;
const riseDb = 11;
/** Parts that an intensity of 1 adds to the arranged ones, and −1 takes away. */
const partsMoved = 4;

type FormParameters = Pick<ParameterValues, 'form' | 'intensity'>;

/** True when the piece has a form, and is not one steady texture. */
export const hasForm = ({ form }: Pick<FormParameters, 'form'>): boolean => form >= leastForm;

/** Returns the intensity of a phrase, 0..1: as arranged, in the measure of `form`, moved by the parameter `intensity`. */
export function intensityOf({ form, intensity }: FormParameters, place: FormPlace): number {
  const arranged = plainIntensity + (place.intensity - plainIntensity) * form;
  return Math.max(0, Math.min(1, arranged + intensity * 0.6));
}

/** Returns the loudness of an intensity in dB, 0 for the plain one. */
export function formDbOf(intensity: number): number {
  const above = intensity - plainIntensity;
  return above * (above < 0 ? fallDb : riseDb);
}

/** Returns the factor of the number of notes in the accompaniment at an intensity, 1 for the plain one. */
export function formDensityOf(intensity: number): number {
  return 1 + (intensity - plainIntensity);
}

/** The place of a part in the order in which parts are added: the arranged ones first. */
function rankOf(part: PartLetter, arranged: string): number {
  const at = arranged.indexOf(part);
  if (at >= 0) return at;
  let rank = arranged.length;
  for (const other of partLetters) {
    if (other === part) break;
    if (!arranged.includes(other)) rank += 1;
  }
  return rank;
}

/** True when a part is arranged to play: intensity adds parts to those of the phrase, or takes the last ones away. */
export function isArranged(parameters: FormParameters, { parts }: FormPlace, part: PartLetter): boolean {
  const arranged = hasForm(parameters) ? parts : partLetters.join('');
  const count = Math.max(1, arranged.length + Math.floor(parameters.intensity * partsMoved + 0.5));
  return rankOf(part, arranged) < count;
}
