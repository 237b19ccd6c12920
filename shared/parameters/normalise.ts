import type { Field } from './types.ts';

type NumericField = Extract<Field, { kind: 'number' | 'integer' }>;

/**
 * Position 0..1 of a value in its range, as a control shows it.
 * A log field that starts at 0 gives its first hundredth to the stretch from 0 to one step.
 */
export function toPosition(field: NumericField, value: number): number {
  const { min, max, step, scale } = field;
  if (scale === 'linear') return (value - min) / (max - min);
  if (min > 0) return Math.log(value / min) / Math.log(max / min);
  if (value <= step) return (value / step) * zeroStretch;
  return zeroStretch + (1 - zeroStretch) * (Math.log(value / step) / Math.log(max / step));
}

/** The value at a position 0..1, rounded to the field's step and held inside its range. Inverse of {@link toPosition} up to a step. */
export function fromPosition(field: NumericField, position: number): number {
  const { min, max, step, scale } = field;
  const p = Math.min(1, Math.max(0, position));
  if (scale === 'linear') return roundToStep(field, min + p * (max - min));
  if (min > 0) return roundToStep(field, min * (max / min) ** p);
  if (p <= zeroStretch) return roundToStep(field, (p / zeroStretch) * step);
  return roundToStep(field, step * (max / step) ** ((p - zeroStretch) / (1 - zeroStretch)));
}

const zeroStretch = 0.01;

/** The nearest multiple of the step inside the range, without floating-point errors (0.1 + 0.2 gives 0.3). */
export function roundToStep(field: NumericField, value: number): number {
  const stepped = Math.round(value / field.step) * field.step;
  return Math.min(field.max, Math.max(field.min, Number(stepped.toFixed(6))));
}
