import { toPosition } from '../../../shared/parameters/index.ts';
import { sayOfRegistry } from '../../words/of-registry.ts';
import { labelOfChoice } from '../format.ts';
import type { NumericField } from './stepping.ts';

/** Choices that are few and short stand side by side; others become a list. */
const mostSideBySide = 4;
const mostLetters = 25;

export function fitsSideBySide(choices: readonly string[]): boolean {
  return choices.length <= mostSideBySide && choices.map((choice) => sayOfRegistry(labelOfChoice(choice))).join('').length <= mostLetters;
}

/** The lit stretch of a slider, as positions 0..1: from the left end, or from zero where values go both ways. Decibels fill from silence. */
export function fillOf(field: NumericField, position: number): { from: number; to: number } {
  const goesBothWays = field.scale === 'linear' && field.min < 0 && field.max > 0 && field.unit !== 'dB';
  const zero = goesBothWays ? toPosition(field, 0) : 0;
  return { from: Math.min(zero, position), to: Math.max(zero, position) };
}

/** An effective value is shown where it differs by this share at least. */
const shiftShare = 0.02;

/** Whether what the couplings make of a value is so far from it that it is shown. */
export const isApart = (effective: number | null, value: number, step: number): effective is number =>
  effective !== null && Math.abs(effective - value) > Math.max(step, Math.abs(value) * shiftShare);
