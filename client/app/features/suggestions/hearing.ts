import { ticksPerSecond } from '../../../../shared/simulation/world.ts';
import type { PreviewSounds } from '../../../suggestion/protocol.ts';
import type { LentSound } from '../../sound/sound.ts';

/** Time between a note of a preview and its sound: what a turn of the worker can be late. */
const aheadSeconds = 0.15;

/** Plays what a preview plays. */
export interface Hearing {
  sounded(sounds: PreviewSounds): void;
  end(): void;
}

/** Plays by a sound that is lent; the end gives it back. */
export function startHearing(sound: LentSound): Hearing {
  /** The time of tick 0 on the audio clock. */
  let origin: number | null = null;
  return {
    sounded({ notes, parameters, scalars }) {
      const now = sound.now();
      const due = scalars.tick / ticksPerSecond;
      // A slow worker falls behind, and one that has caught up is ahead of what was slow.
      if (origin === null || origin + due < now || origin + due > now + 2 * aheadSeconds) origin = now + aheadSeconds - due;
      sound.update(parameters, scalars);
      for (const note of notes) sound.play(note, Math.max(now, origin + (note.tick - note.lateTicks) / ticksPerSecond));
    },
    end: () => sound.giveBack(),
  };
}
