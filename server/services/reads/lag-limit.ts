import type { WalPosition } from '../../db/wal-position.ts';

/** A replica that is further behind is not used: it may have lost its connection to the primary, and would never say so. */
export const maxLagMs = 10_000;

/** Keeps where the primary was, to tell what a replica must have replayed by now. */
export function createLagLimit(nowMs: () => number = () => performance.now()) {
  const notes: { position: WalPosition; atMs: number }[] = [];
  let least: WalPosition = 0n;
  return {
    /** Notes the present position of the primary. */
    note(position: WalPosition): void {
      notes.push({ position, atMs: nowMs() });
    },

    /** Returns the position that the primary had `maxLagMs` ago. */
    least(): WalPosition {
      while (notes.length > 0 && nowMs() - notes[0]!.atMs >= maxLagMs) least = notes.shift()!.position;
      return least;
    },
  };
}
