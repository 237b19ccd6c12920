import type { Note } from './note.ts';
import type { Simulation } from './simulation.ts';

/** Adds the notes of a simulation's last step to `written`; notes that were released in it are shortened there to their held length. */
export function writeNotes({ tick, notes, releases }: Pick<Simulation, 'tick' | 'notes' | 'releases'>, written: Note[]): void {
  for (const key of releases) {
    const held = written.findLast((note) => note.key === key);
    if (!held) continue;
    held.durationTicks = Math.max(1, tick - held.tick);
    held.key = undefined;
  }
  for (const note of notes) written.push({ ...note });
}
