import type { Note } from '../../shared/simulation/note.ts';
import { ticksPerSecond } from '../../shared/simulation/world.ts';

/** The notes that sound at a time, from any source. Times are ms of any single clock. */
export interface SoundingKeys {
  play(note: Note, atMs: number): void;
  release(held: number, atMs: number): void;
  /** The MIDI numbers that sound now; times must not decrease. */
  at(nowMs: number): ReadonlySet<number>;
}

/** Minimum display time: short notes are shown a little longer than they sound. */
const minMs = 120;

export function createSoundingKeys(): SoundingKeys {
  let notes: { midi: number; fromMs: number; untilMs: number; held: number | undefined }[] = [];
  return {
    play(note, atMs) {
      if (note.part === 'drums') return;
      const lastsMs = Math.max(minMs, (note.durationTicks * 1000) / ticksPerSecond);
      notes.push({ midi: note.midi, fromMs: atMs, untilMs: atMs + lastsMs, held: note.key });
    },
    release(held, atMs) {
      for (const note of notes) if (note.held === held) note.untilMs = Math.min(note.untilMs, Math.max(atMs, note.fromMs + minMs));
    },
    at(nowMs) {
      notes = notes.filter(({ untilMs }) => untilMs > nowMs);
      return new Set(notes.filter(({ fromMs }) => fromMs <= nowMs).map(({ midi }) => midi));
    },
  };
}
