import { musicParameters } from '../../parameters/music.ts';
import type { ParameterValues } from '../../parameters/index.ts';

const { choices: scaleNames } = musicParameters.scale;
const { choices: keys } = musicParameters.key;
const { choices: progressions } = musicParameters.progression;
const ownScales = 2048;
const harmonies = 101;

/** A number that is equal for parameters under which degrees mean the same notes; never 0. */
export function scaleSignature({ scale, customScale, key }: ParameterValues): number {
  const ownNotes = scale === 'custom' ? Number.parseInt(customScale, 2) % ownScales : 0;
  return (scaleNames.indexOf(scale) * keys.length + keys.indexOf(key)) * ownScales + ownNotes + 1;
}

/** A number that is equal for parameters under which a chord may continue; never 0. */
export function chordSignature(parameters: ParameterValues): number {
  const { progression, harmony } = parameters;
  const manner = progressions.indexOf(progression) * harmonies + Math.floor(harmony * (harmonies - 1) + 0.5);
  return scaleSignature(parameters) * progressions.length * harmonies + manner;
}
