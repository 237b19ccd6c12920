import { type ArenaReader, createArenaReader } from './frame-arena.ts';
import { type PublishedFrame, readSlot, viewSlot } from './frame-slot.ts';
import type { FrameMemory } from './protocol.ts';

/** The reading side of the simulation's frames, on the thread that draws them. */
export interface FrameSource {
  /** Accepts the memory of future frames, or of one frame. */
  accept(memory: FrameMemory): void;
  /** Returns the newest frame, or null if there is none since the last call. */
  take(): PublishedFrame | null;
}

/** Creates a frame source; `giveBack` gets the buffers of transferred frames once there is a newer one. */
export function createFrameSource(giveBack: (buffer: ArrayBuffer) => void): FrameSource {
  let reader: ArenaReader | null = null;
  let transferred: ArrayBuffer | null = null;
  let fresh: PublishedFrame | null = null;
  return {
    accept(memory) {
      if (memory.kind === 'arena') {
        reader = createArenaReader(memory.buffer, memory.capacity);
        fresh = null;
        return;
      }
      // A restarted simulation may no longer share its memory.
      reader = null;
      if (transferred) giveBack(transferred);
      transferred = memory.buffer;
      fresh = readSlot(viewSlot(memory.buffer, 0, memory.capacity));
    },
    take() {
      if (reader) {
        const slot = reader.take();
        return slot && readSlot(slot);
      }
      const frame = fresh;
      fresh = null;
      return frame;
    },
  };
}
