import { exp, log } from '../../math/exact.ts';
import type { Field } from '../../parameters/index.ts';
import type { StateValue } from './storyboard.ts';

const held = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value));

/** Interpolates two numbers of a field by `share`: by ratios when its range is one of ratios and both are above 0. */
function mixNumbers(field: Extract<Field, { kind: 'number' | 'integer' }>, a: number, b: number, share: number): number {
  const byRatio = field.scale === 'log' && a > 0 && b > 0;
  const mixed = byRatio ? exp(log(a) + (log(b) - log(a)) * share) : a + (b - a) * share;
  return held(field.kind === 'integer' ? Math.floor(mixed + 0.5) : mixed, field.min, field.max);
}

function mixColours(a: string, b: string, share: number): string {
  const channel = (at: number) => {
    const [low, high] = [a, b].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number];
    return Math.floor(low + (high - low) * share + 0.5)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** Interpolates two values of a field by `share`, 0..1; values with nothing between them change at the end. */
export function mixValues(field: Field, a: StateValue, b: StateValue, share: number): StateValue {
  if (share <= 0 || a === b) return a;
  if (share >= 1) return b;
  switch (field.kind) {
    case 'number':
    case 'integer':
      return mixNumbers(field, a as number, b as number, share);
    case 'colour':
      return mixColours(a as string, b as string, share);
    case 'choice':
    case 'switch':
    case 'pitches':
    case 'bitmap':
      return a;
  }
}
