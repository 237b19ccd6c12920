import { exp2, log2 } from '../math/exact.ts';
import { clamp } from './links.ts';

/** What one sees of the particles, and hears in the texture. */
export interface Matter {
  /** Mean speed as it is seen, with the time scale, m/s. */
  speed: number;
  /** Bounces, collisions and crossings per second for every thousand particles. */
  contacts: number;
  alive: number;
  /** Share of the slots whose particles live. */
  fullness: number;
  /** How much their speeds differ: the standard deviation, as a share of the mean. */
  unevenness: number;
  /** 0 where the particles move in all directions, 1 where they move as one. */
  order: number;
  /** 0 where they are spread evenly, 1 where they cling together. */
  clumping: number;
  /** Mean distance from the middle, as a share of the size of the bounds. */
  spread: number;
  /** How much the births vary in number, speed and lifetime: the mean of the three variations, 0..1. */
  variety: number;
  /** 0 where particles are born in one direction, 1 in all directions. */
  fan: number;
  /** Share of its speed that a particle keeps in a contact, 0..1. */
  springiness: number;
}

/** The ordinary matter, with which the texture is as it was arranged. */
export const ordinaryMatter: Matter = {
  speed: 5,
  contacts: 250,
  alive: 10_000,
  fullness: 0.9,
  unevenness: 0.45,
  order: 0.2,
  clumping: 0.77,
  spread: 0.55,
  variety: 0.1,
  fan: 0.17,
  springiness: 0.7,
};
/** Octaves of the rate for an octave of each, or for a whole one of those that are shares. */
const rateBy = {
  speed: 0.5,
  contacts: 0.28,
  alive: 0.06,
  fullness: 0.35,
  unevenness: 1.1,
  order: 1.4,
  clumping: 3,
  variety: 3.3,
  fan: 1.2,
  springiness: 4.5,
} as const;
/** Contacts per second for every thousand particles with which their springiness has half its effect. */
const halfContacts = 20;
/** Notes per second of ordinary matter, and octaves by which the rate changes at most. */
const ordinaryRate = 4;
const mostOctaves = 2.2;
/** Semitones for an octave of speed, and for an octave of the spread; and the most that both together move the register. */
const liftBy = { speed: 2, spread: 9 } as const;
const mostLift = 14;

/** Octaves between a value of 0 and up and the ordinary one; values near 0 count as a 64th of that. */
const octavesOf = (value: number, usual: number) => log2((value + usual / 64) / (usual + usual / 64));

/**
 * Returns the notes per second of the texture: more for particles that are quick, touch much, are many, move as one, cling together,
 * are born unlike one another or rebound.
 * `strength` 0..1: from always the ordinary rate to twice the usual effect.
 */
export function grainRate(matter: Matter, strength: number): number {
  const { speed, contacts, alive, fullness, unevenness, order, clumping, variety, fan, springiness } = matter;
  const octaves =
    rateBy.speed * octavesOf(speed, ordinaryMatter.speed) +
    rateBy.contacts * octavesOf(contacts, ordinaryMatter.contacts) +
    rateBy.alive * octavesOf(alive, ordinaryMatter.alive) +
    rateBy.fullness * octavesOf(fullness, ordinaryMatter.fullness) +
    rateBy.unevenness * (unevenness - ordinaryMatter.unevenness) +
    rateBy.order * (order - ordinaryMatter.order) +
    rateBy.clumping * (clumping - ordinaryMatter.clumping) +
    rateBy.variety * (variety - ordinaryMatter.variety) +
    rateBy.fan * (fan - ordinaryMatter.fan) +
    rateBy.springiness * (springiness - ordinaryMatter.springiness) * (contacts / (contacts + halfContacts));
  return ordinaryRate * exp2(clamp(2 * strength * octaves, -mostOctaves, mostOctaves));
}

/** Returns the semitones by which the texture lies higher than usual: for particles that are quick, and for those that have drawn together. */
export function grainLift({ speed, spread }: Matter, strength: number): number {
  const semitones = liftBy.speed * octavesOf(speed, ordinaryMatter.speed) - liftBy.spread * octavesOf(spread, ordinaryMatter.spread);
  return clamp(2 * strength * semitones, -mostLift, mostLift);
}
