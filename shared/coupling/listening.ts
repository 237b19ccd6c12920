import type { Bands } from './bands.ts';
import { clamp } from './links.ts';

/** Shares by which a well that listens with all its might grows with the bass, and grows stronger with the middle. */
const mostGrowth = 0.8;
const mostQuickening = 1;
/** Root mean square speeds in m/s up to which wells listen fully, and from which on they are deaf. */
const calmSpeed = 15;
const wildSpeed = 30;

/** The inputs of a listening well: what it hears, and how much the matter stirs. */
export interface Heard extends Pick<Bands, 'bass' | 'middle'> {
  /** Mean kinetic energy of a particle in J. */
  kineticEnergy: number;
}

/**
 * 1 in calm matter, 0 in wild, linear in the energy per mass: a field that changes with the beat could heat what it holds without end, so
 * what it adds ends where matter is fast anyway. `inertia`: kg of a particle.
 */
function calmOf(kineticEnergy: number, inertia: number): number {
  const squaredSpeed = (2 * kineticEnergy) / inertia;
  return clamp((wildSpeed * wildSpeed - squaredSpeed) / (wildSpeed * wildSpeed - calmSpeed * calmSpeed), 0, 1);
}

/** Factor 1..1.8 of the reach of a well that listens by `listening` 0..1: the bass widens it. */
export function growthOf(listening: number, heard: Heard, inertia: number): number {
  return 1 + mostGrowth * listening * heard.bass * calmOf(heard.kineticEnergy, inertia);
}

/** Factor 1..2 of the strength of a well that listens by `listening` 0..1: the middle quickens what it moves. */
export function quickeningOf(listening: number, heard: Heard, inertia: number): number {
  return 1 + mostQuickening * listening * heard.middle * calmOf(heard.kineticEnergy, inertia);
}
