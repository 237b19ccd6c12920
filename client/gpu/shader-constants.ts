import { type ParameterKey, parameters } from '../../shared/parameters/index.ts';
import { latticeSize } from '../../shared/simulation/curl-field.ts';
import { calmRadius } from '../../shared/simulation/field.ts';
import { freeAge, maxPacked, packedFields, packedSpeedMax } from '../../shared/simulation/frame-layout.ts';
import { flashRules, flashSlots, flashTurnsAllowed } from './flash-rules.ts';
import { paletteSize } from './palettes.ts';

/** Workgroup sizes, for the dispatch and the shaders. */
export const particleWorkgroup = 64;
export const tileSide = 8;
const meterWorkgroup = 256;

const integers = {
  particleWorkgroup,
  tileSide,
  meterWorkgroup,
  paletteSize,
  latticeSize,
  flashSlots,
  flashTurnsAllowed,
  freeAge,
};

const numbers = {
  packedSpeedMax,
  calmRadius,
  /** Fixed-point units of light 1: a million particles on one pixel still fit, a thousandth still counts. */
  lightUnit: 2_048,
  /** Light of a full flash relative to the scene's usual brightness. */
  flashLight: 30,
  /** The brightness to which the exposure brings lit places, and the limits of the exposure. */
  exposureKey: 0.44,
  exposureLowest: 0.004,
  exposureHighest: 2.5,
  ...flashRules,
};

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
const joined = (choice: string) => choice.split('-').map(capital).join('');

/** Parameters whose choices the shaders switch on. Each choice is a case there (tested). */
export const switchedChoices = ['colourBy', 'bounds', 'fieldKind', 'fieldFalloff'] as const satisfies ParameterKey[];

/** The name of a choice in the shaders, such as `colourBySpeed`. */
export const choiceConstant = (key: ParameterKey, choice: string) => `${key}${joined(choice)}`;

/** The indices of the choices. */
function choiceConstants(): string[] {
  return switchedChoices.flatMap((key) =>
    parameters[key].choices.map((choice, index) => `const ${choiceConstant(key, choice)} = ${index}u;`),
  );
}

/** The functions that unpack a particle's word, and their largest values, from the frame's layout. */
function unpackers(): string[] {
  return Object.entries(packedFields).flatMap(([name, field]) => [
    `const maxPacked${capital(name)} = ${maxPacked(field)}u;`,
    `fn ${name}Of(word: u32) -> u32 { return (word >> ${field.shift}u) & maxPacked${capital(name)}; }`,
  ]);
}

export const constantsText = [
  ...Object.entries(integers).map(([name, value]) => `const ${name} = ${value}u;`),
  ...Object.entries(numbers).map(([name, value]) => `const ${name} = f32(${value});`),
  ...choiceConstants(),
  ...unpackers(),
].join('\n');
