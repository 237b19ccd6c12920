import type { Bands } from './bands.ts';
import { clamp } from './links.ts';

/** Largest growth of the reach by the bass, and of the strength by the middle, of a well that listens fully. */
const maxGrowth = 0.8;
const maxQuickening = 1;
/** Root mean square speeds in m/s up to which wells listen fully, and from which they are deaf. */
const calmSpeed = 15;
const wildSpeed = 30;

/** The inputs of a listening well: what it hears, and the energy of the particles. */
export interface Heard extends Pick<Bands, 'bass' | 'middle'> {
  /** Mean kinetic energy of a particle in J. */
  kineticEnergy: number;
}

/**
 * Returns 1 for slow particles and 0 for fast ones, linear in the energy per mass: a field that changes with the beat could heat its
 * particles without end, so its effect ends when they are fast anyway. `inertia`: kg of a particle.
 */
function calmOf(kineticEnergy: number, inertia: number): number {
  const squaredSpeed = (2 * kineticEnergy) / inertia;
  return clamp((wildSpeed * wildSpeed - squaredSpeed) / (wildSpeed * wildSpeed - calmSpeed * calmSpeed), 0, 1);
}

/** Factor 1..1.8 of the reach of a well that listens by `listening` 0..1: the bass widens it. */
export function growthOf(listening: number, heard: Heard, inertia: number): number {
  return 1 + maxGrowth * listening * heard.bass * calmOf(heard.kineticEnergy, inertia);
}

/** Factor 1..2 of the strength of a well that listens by `listening` 0..1: the middle increases it. */
export function quickeningOf(listening: number, heard: Heard, inertia: number): number {
  return 1 + maxQuickening * listening * heard.middle * calmOf(heard.kineticEnergy, inertia);
}
