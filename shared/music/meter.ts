import type { ParameterValues } from '../parameters/index.ts';

export type Meter = ParameterValues['meter'];

/** The grid of the music: thirty-seconds, eight to a quarter note. A beat is a quarter note in every meter. */
export const stepsPerBeat = 8;
export const stepsPerSixteenth = 2;

interface MeterForm {
  /** Length of the groups that are felt as beats, in sixteenths. */
  groups: readonly number[];
  /** Index of the group in the middle of the bar, which has more weight than the others; null when there is none. */
  middle: number | null;
  /** Groups on which the backbeat falls: every second, or the last of three. */
  backbeats: readonly number[];
  /** Length of the pair that swing makes uneven, in steps. */
  swungSteps: number;
}

const meters: Readonly<Record<Meter, MeterForm>> = {
  '2/4': { groups: [4, 4], middle: 1, backbeats: [1], swungSteps: 8 },
  '3/4': { groups: [4, 4, 4], middle: null, backbeats: [2], swungSteps: 8 },
  '4/4': { groups: [4, 4, 4, 4], middle: 2, backbeats: [1, 3], swungSteps: 8 },
  '5/4': { groups: [4, 4, 4, 4, 4], middle: 3, backbeats: [1, 3], swungSteps: 8 },
  // When eighths are the pulse, their halves swing.
  '6/8': { groups: [6, 6], middle: 1, backbeats: [1], swungSteps: 4 },
  '7/8': { groups: [4, 4, 6], middle: null, backbeats: [1], swungSteps: 4 },
};

const sixteenths = Object.fromEntries(
  Object.entries(meters).map(([meter, { groups }]) => [meter, groups.reduce((sum, length) => sum + length, 0)]),
) as Record<Meter, number>;

export function sixteenthsPerBar(meter: Meter): number {
  return sixteenths[meter];
}

export function stepsPerBar(meter: Meter): number {
  return sixteenths[meter] * stepsPerSixteenth;
}

/** Quarter notes in a bar. */
export function beatsPerBar(meter: Meter): number {
  return sixteenths[meter] / 4;
}

/** Felt beats in a bar. */
export function groupsPerBar(meter: Meter): number {
  return meters[meter].groups.length;
}

/** Index of the felt beat that begins at `step` of the bar, or −1. */
export function groupAt(meter: Meter, step: number): number {
  const { groups } = meters[meter];
  let start = 0;
  for (let index = 0; index < groups.length; index++) {
    if (start === step) return index;
    start += groups[index] * stepsPerSixteenth;
  }
  return -1;
}

/** True when the backbeat falls on a step of the bar. */
export function isBackbeat(meter: Meter, step: number): boolean {
  return meters[meter].backbeats.includes(groupAt(meter, step));
}

/** Metrical weight of a step of the bar, 0..1: the first, the middle, the other felt beats, eighths, sixteenths, the rest. */
export function weightOf(meter: Meter, step: number): number {
  if (step === 0) return 1;
  const group = groupAt(meter, step);
  if (group > 0) return group === meters[meter].middle ? 0.85 : 0.7;
  if (step % 4 === 0) return 0.45;
  return step % 2 === 0 ? 0.2 : 0.05;
}

/** Thirty-seconds of the longest bar. */
export const maxSteps = Math.max(...Object.values(sixteenths)) * stepsPerSixteenth;

/** Place of a step in quarter notes from the start of its bar. `swing` 0..0.75 delays the second half of each pair by up to a fifth of the pair. */
export function beatOfStep(meter: Meter, step: number, swing: number): number {
  const pair = meters[meter].swungSteps;
  const within = (step % pair) / pair;
  const start = step - (step % pair);
  // The middle is at 0.5 + swing / 4: two thirds, the triplet feel, at swing 0.67.
  const half = 0.5 + swing / 4;
  const warped = within < 0.5 ? within * 2 * half : half + (within - 0.5) * 2 * (1 - half);
  return (start + warped * pair) / stepsPerBeat;
}
