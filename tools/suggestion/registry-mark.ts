import { mix } from '../../shared/math/generator.ts';
import { parameterKeys, parameterOf } from '../../shared/parameters/index.ts';

/** The parts of a parameter that decide what a control can set. */
const rangesOf = Object.fromEntries(
  parameterKeys.map((key) => {
    const { label: _label, help: _help, essential: _essential, topic: _topic, reaches: _reaches, ...range } = parameterOf(key);
    return [key, range];
  }),
);

/** Returns a mark of the ranges, scales and defaults of all parameters: another registry has another mark. */
export function registryMark(): string {
  let hash = 0;
  for (const character of JSON.stringify(rangesOf)) hash = mix(hash ^ character.codePointAt(0)!);
  return hash.toString(16).padStart(8, '0');
}
