import type { ParameterValues } from '../parameters/index.ts';

type Meter = ParameterValues['meter'];

/** Sixteenths in a bar, and the groups of them that are felt as beats. */
const meters: Record<Meter, { sixteenths: number; groups: readonly number[] }> = {
  '2/4': { sixteenths: 8, groups: [4, 4] },
  '3/4': { sixteenths: 12, groups: [4, 4, 4] },
  '4/4': { sixteenths: 16, groups: [4, 4, 4, 4] },
  '5/4': { sixteenths: 20, groups: [4, 4, 4, 4, 4] },
  '6/8': { sixteenths: 12, groups: [6, 6] },
  '7/8': { sixteenths: 14, groups: [4, 4, 6] },
};

export function sixteenthsPerBar(meter: Meter): number {
  return meters[meter].sixteenths;
}

/** Quarter notes in a bar. */
export function beatsPerBar(meter: Meter): number {
  return meters[meter].sixteenths / 4;
}

/**
 * Metrical weight of a sixteenth of the bar, 0..1: 1 on the first, then the felt beats, eighths, and the rest.
 */
export function weightOf(meter: Meter, sixteenth: number): number {
  if (sixteenth === 0) return 1;
  let at = 0;
  for (const [index, group] of meters[meter].groups.entries()) {
    if (sixteenth === at) return index * 2 === meters[meter].groups.length ? 0.85 : 0.7;
    at += group;
  }
  return sixteenth % 2 === 0 ? 0.4 : 0.15;
}
