import { pitchClassOf, scaleOf, tonicOf } from '../../music/index.ts';
import type { Note } from '../../simulation/note.ts';
import type { Simulation } from '../../simulation/simulation.ts';
import { ticksPerSecond } from '../../simulation/world.ts';
import type { ObservedBar, ObservedMusic, ObservedNote } from './observation.ts';

/** Records the music of a run. */
export interface MusicRecorder {
  /** Records the last step. */
  record(): void;
  /** Returns what was heard in the bars that have ended. */
  heard(): ObservedMusic;
  readonly notes: number;
  /** Notes outside of the scale of their tick. */
  readonly outOfScale: number;
}

export function createMusicRecorder(simulation: Simulation): MusicRecorder {
  const { Clock, Composer } = simulation.world.stores;
  const notes: ObservedNote[] = [];
  const bars: ObservedBar[] = [];
  let lastBegan = 0;
  let outOfScale = 0;
  const hear = ({ part, midi, durationTicks }: Note) => {
    notes.push({ part, midi, seconds: durationTicks / ticksPerSecond, bar: Clock.bar[0], step: Clock.barStep[0] });
  };
  return {
    get notes() {
      return notes.length;
    },
    get outOfScale() {
      return outOfScale;
    },
    record() {
      if (Clock.bar[0] === bars.length) {
        bars.push({ stack: Composer.stack[0] });
        lastBegan = simulation.tick;
      }
      if (simulation.notes.length === 0) return;
      const { parameters } = simulation.world.document;
      const [scale, tonic] = [scaleOf(parameters), tonicOf(parameters.key)];
      for (const note of simulation.notes) {
        hear(note);
        if (!scale.includes(pitchClassOf(note.midi - tonic))) outOfScale += 1;
      }
    },
    heard() {
      const whole = Math.max(1, bars.length - 1);
      const isWhole = bars.length > 1;
      return {
        bars: bars.slice(0, whole),
        notes: notes.filter(({ bar }) => bar < whole),
        seconds: (isWhole ? lastBegan - 1 : simulation.tick) / ticksPerSecond,
      };
    },
  };
}
