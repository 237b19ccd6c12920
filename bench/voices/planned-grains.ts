import { nextState, uniformOf } from '../../shared/math/generator.ts';
import type { Grain } from '../../client/audio/swarm/grain-voices.ts';

export const sampleRate = 48_000;
export const blockLength = 128;
export const seconds = 10;
/** Partials of all voices, the fundamental first. */
export const partials = [0.74, 0.35, 0.22, 0.16, 0.13, 0.1, 0.09, 0.08];

export interface PlannedGrain extends Grain {
  /** Block in which it begins. */
  block: number;
}

/** Plans grains for each voice without pauses: every voice sounds all the time, with every player. */
export function planGrains(voices: number): PlannedGrain[][] {
  let state = 7;
  const chance = () => {
    state = nextState(state);
    return uniformOf(state);
  };
  const blocks = (seconds * sampleRate) / blockLength;
  return Array.from({ length: voices }, () => {
    const grains: PlannedGrain[] = [];
    for (let block = 0; block < blocks;) {
      const length = 60 + Math.floor(chance() * 160);
      const frequencyHz = 220 * 2 ** (Math.floor(chance() * 36) / 12);
      grains.push({
        block,
        frequencyHz,
        cutoffHz: frequencyHz * (1.5 + chance() * 4),
        pan: chance() * 2 - 1,
        peak: 0.5 / voices,
        attackSamples: Math.floor(length * 0.4) * blockLength,
        releaseSamples: (length - Math.floor(length * 0.4)) * blockLength,
      });
      block += length;
    }
    return grains;
  });
}
