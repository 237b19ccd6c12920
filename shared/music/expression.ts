import { uniformAt } from '../math/generator.ts';
import { endsSection, barsPerPhrase, type SectionPlace } from './form.ts';

/** The expression for which the values below hold. */
const usualExpression = 0.6;
/** No note is later than this: parts that play together stay together. */
const latestMs = 30;

/** When a part plays, in ms after its place on the grid: about when, and by how much it varies. */
interface Touch {
  readonly usualMs: number;
  readonly variesMs: number;
}

/** Parts whose notes are timed by hand: each drum has its own. */
export type TimedPart = 'lead' | 'bass' | 'chords' | 'texture' | 'kick' | 'snare' | 'tom' | 'hat';

/** The kick leads, the snare lies back, the melody is free, and the texture is loose. */
const touches: Readonly<Record<TimedPart, Touch>> = {
  lead: { usualMs: 13, variesMs: 13 },
  bass: { usualMs: 12, variesMs: 11 },
  chords: { usualMs: 3, variesMs: 3 },
  texture: { usualMs: 12, variesMs: 12 },
  kick: { usualMs: 6, variesMs: 6 },
  snare: { usualMs: 17, variesMs: 6 },
  tom: { usualMs: 12, variesMs: 10 },
  hat: { usualMs: 10, variesMs: 9 },
};
/** Time between the voices of a chord, from the lowest up. */
const rollMs = 6.5;

/** A note as it is timed: its part, its voice from below where it is one of a chord, and its place. */
export interface TimedNote {
  part: TimedPart;
  voice: number;
  /** Equal keys are played alike. */
  key: number;
  step: number;
}

/**
 * Returns by how many ms a note comes after its place on the grid. `expression` 0 is exactly on it. A theme returns with its timing, like its
 * notes: it depends on the key of its material.
 */
export function delayMsOf(expression: number, { part, voice, key, step }: TimedNote): number {
  const { usualMs, variesMs } = touches[part];
  const drawn = 2 * uniformAt(key, 0x71, step * 8 + voice) - 1;
  const delay = usualMs + variesMs * drawn + (part === 'chords' ? rollMs * voice : 0);
  return Math.max(0, Math.min(latestMs, (delay * expression) / usualExpression));
}

/** Returns the factor of a note's velocity: a chord has its weight in its highest voice, and no two notes are alike. */
export function touchOf(expression: number, { part, voice, key, step }: TimedNote, voices: number): number {
  const weight = part !== 'chords' || voices < 2 ? 0 : voice === voices - 1 ? 0.1 : -0.08;
  const drawn = 0.12 * (uniformAt(key, 0x72, step * 8 + voice) - 0.5);
  return 1 + ((weight + drawn) * expression) / usualExpression;
}

/** Share of the tempo by which it falls at the ends of a phrase, and by which the end of a section slows down beyond. */
const archDepth = 0.05;
const endDepth = 0.04;

/** Returns the largest factor of the tempo in a phrase. */
export const quickestArch = (expression: number): number => 1 + (0.5 * archDepth * expression) / usualExpression;

/**
 * Returns the factor of the tempo at a place in a phrase: it starts slowly, hurries on and slows down, by a parabola whose mean over the
 * phrase is 1, and more where a section ends. `share` 0..1 is the part of the bar that is over.
 * @see Friberg, Bresin, Sundberg 2006, "Overview of the KTH rule system for musical performance", phrase arch
 */
export function tempoArchOf(expression: number, place: SectionPlace, share: number): number {
  const at = (place.barInPhrase + share) / barsPerPhrase;
  const arch = 6 * at * (1 - at) - 1;
  const end = endsSection(place) ? endDepth * share : 0;
  return 1 + ((archDepth * arch - end) * expression) / usualExpression;
}
