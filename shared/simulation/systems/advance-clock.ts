import type { System } from '../world.ts';
import { ticksPerSecond } from '../world.ts';

/** Counts the tick and moves the beat on by the tempo as heard. */
export const advanceClock: System = {
  name: 'advance-clock',
  reads: ['Clock.tick', 'Clock.beat', 'Modulation.tempo'],
  writes: ['Clock.tick', 'Clock.beat'],
  build: (world) => {
    const { tick, beat } = world.stores.Clock;
    const { tempo } = world.stores.Modulation;
    return () => {
      tick[0] += 1;
      beat[0] += tempo[0] / 60 / ticksPerSecond;
    };
  },
};
