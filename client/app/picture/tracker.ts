import { type Frame, freeAge, packedFields, packedValue, particleWords } from '../../../shared/simulation/frame-layout.ts';
import type { Point } from '../../gpu/index.ts';

/** Tracks a particle through the frames, until its slot is free or another is born in it. */
export interface Tracker {
  track(slot: number | null): void;
  /** Returns its position in a frame, in m; null without a particle, or after its death. */
  placeIn(frame: Pick<Frame, 'slots' | 'words' | 'floats'>): Point | null;
}

export function createTracker(): Tracker {
  let tracked: number | null = null;
  let lastAge = 0;
  return {
    track(slot) {
      tracked = slot;
      lastAge = 0;
    },
    placeIn({ slots, words, floats }) {
      if (tracked === null) return null;
      const at = tracked * particleWords;
      const age = tracked < slots ? packedValue(words[at + 3], packedFields.age) : freeAge;
      if (age === freeAge || age < lastAge) {
        tracked = null;
        return null;
      }
      lastAge = age;
      return [floats[at], floats[at + 1], floats[at + 2]];
    },
  };
}
