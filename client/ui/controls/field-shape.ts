import { toPosition } from '../../../shared/parameters/index.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { labelOfChoice } from '../format.ts';
import type { NumericField } from './stepping.ts';

/** Choices that are few and short are side by side; others are a list. */
const maxSideBySide = 4;
const maxLetters = 25;

export function fitsSideBySide(choices: readonly string[]): boolean {
  return choices.length <= maxSideBySide && choices.map((choice) => sayOfRegistry(labelOfChoice(choice))).join('').length <= maxLetters;
}

/**
 * Returns the filled positions 0..1 of a slider: from zero if values have both signs, else from the left end. Decibels fill from silence.
 */
export function fillOf(field: NumericField, position: number): { from: number; to: number } {
  const goesBothWays = field.scale === 'linear' && field.min < 0 && field.max > 0 && field.unit !== 'dB';
  const zero = goesBothWays ? toPosition(field, 0) : 0;
  return { from: Math.min(zero, position), to: Math.max(zero, position) };
}

/** An effective value is shown if it differs by at least this share. */
const shiftShare = 0.02;

/** Returns true if the effective value is far enough from the value to be shown. */
export const isApart = (effective: number | null, value: number, step: number): effective is number =>
  effective !== null && Math.abs(effective - value) > Math.max(step, Math.abs(value) * shiftShare);
