import { midiOfDegree } from './scales.ts';
import { blend, type Centre, distanceBetween, keyCentreOf, placeOnSpiral } from './spiral-array.ts';

/** Notes that sound together: degrees of a scale, with the bass, and their centre of effect. */
export interface Cloud {
  readonly degrees: Int32Array;
  count: number;
  readonly centre: Centre;
}

/** Most notes of a cloud. */
const maxNotes = 8;

export function createCloud(): Cloud {
  return { degrees: new Int32Array(maxNotes), count: 0, centre: new Float64Array(3) };
}

/** Finds the centre of effect of a cloud's notes, with equal weights. */
export function weighCloud(scale: readonly number[], cloud: Cloud): void {
  cloud.centre.fill(0);
  for (let note = 0; note < cloud.count; note++) blend(cloud.centre, placeOfDegree(scale, cloud.degrees[note]), 1 / cloud.count);
}

function placeOfDegree(scale: readonly number[], degree: number): Centre {
  return placeOnSpiral(scale, midiOfDegree(scale, 0, degree));
}

/** Returns the largest distance between two notes of a cloud: its dissonance. */
export function diameterOf(scale: readonly number[], { degrees, count }: Cloud): number {
  let widest = 0;
  for (let i = 1; i < count; i++) {
    const place = placeOfDegree(scale, degrees[i]);
    for (let j = 0; j < i; j++) widest = Math.max(widest, distanceBetween(place, placeOfDegree(scale, degrees[j])));
  }
  return widest;
}

/** Distances in the spiral array at which each measure counts as full, and the diameter of a bare fifth, which counts as none. */
const full = { strain: 1.5, diameter: 3, momentum: 1.7 };
const fifth = Math.sqrt(2 + 2 / 15);
/** The weights of the measures. Momentum has the smallest: a return to the tonic moves as far as a departure. */
const shares = { strain: 0.45, diameter: 0.4, momentum: 0.15 };

/**
 * Tension of a cloud, 0..1, from the three ribbons: the distance of its centre from the key's (tensile strain), the distance between its
 * notes (cloud diameter), and the movement of the centre (cloud momentum). `before`: the centre of the previous cloud, or null.
 * @see Herremans and Chew 2016, "Tension ribbons: Quantifying and visualising tonal tension"; the shares are our own
 */
export function tensionOf(scale: readonly number[], cloud: Cloud, before: Centre | null): number {
  const strain = distanceBetween(cloud.centre, keyCentreOf(scale)) / full.strain;
  const diameter = Math.max(0, diameterOf(scale, cloud) - fifth) / (full.diameter - fifth);
  const momentum = before === null ? 0 : distanceBetween(cloud.centre, before) / full.momentum;
  return shares.strain * Math.min(1, strain) + shares.diameter * Math.min(1, diameter) + shares.momentum * Math.min(1, momentum);
}
