import { type ParameterKey, parameterOf } from '../../shared/parameters/index.ts';
import { latticeSize } from '../../shared/simulation/curl-field.ts';
import { calmRadius } from '../../shared/simulation/field.ts';
import { packedFields, packedSpeedMax } from '../../shared/simulation/frame-layout.ts';
import { flashRules, flashSlots, flashTurnsAllowed } from './flash-rules.ts';
import { paletteSize } from './palettes.ts';
import { gpuParameterKeys } from './uniform-layout.ts';

/** Workgroup sizes: the dispatch and the shaders take them from here. */
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
};

const numbers = {
  packedSpeedMax,
  calmRadius,
  /** Steps of the fixed-point sum for light 1: a million particles on one pixel still fit, a thousandth is still counted. */
  lightUnit: 2_048,
  /** Light of a full flash against the scene's usual brightness. */
  flashLight: 30,
  /** What the brightness of lit places is brought to, and how far that goes either way. */
  exposureKey: 0.44,
  exposureLowest: 0.004,
  exposureHighest: 2.5,
  ...flashRules,
};

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1);
const joined = (choice: string) => choice.split('-').map(capital).join('');

/** What sparks are moved by reaches them in another way than the parameters of the look. */
const fieldChoices = ['bounds', 'fieldKind', 'fieldFalloff'] as const satisfies ParameterKey[];

/** `colourBySpeed`, … : the indices of the choices that the passes may ask for. */
function choiceConstants(): string[] {
  return [...gpuParameterKeys, ...fieldChoices].flatMap((key) => {
    const parameter = parameterOf(key);
    return parameter.kind === 'choice' ? parameter.choices.map((choice, index) => `const ${key}${joined(choice)} = ${index}u;`) : [];
  });
}

/** Readers of the packed word of a particle, from the frame's layout. */
function unpackers(): string[] {
  return Object.entries(packedFields).map(
    ([name, { shift, bits }]) => `fn ${name}Of(word: u32) -> u32 { return (word >> ${shift}u) & ${2 ** bits - 1}u; }`,
  );
}

export const constantsText = [
  ...Object.entries(integers).map(([name, value]) => `const ${name} = ${value}u;`),
  ...Object.entries(numbers).map(([name, value]) => `const ${name} = f32(${value});`),
  ...choiceConstants(),
  ...unpackers(),
].join('\n');
