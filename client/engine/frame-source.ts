import { type ArenaReader, createArenaReader } from './frame-arena.ts';
import { type PublishedFrame, readSlot, viewSlot } from './frame-slot.ts';
import type { FrameMemory } from './protocol.ts';

/** The reading side of the simulation's frames, on whichever thread draws them. */
export interface FrameSource {
  /** Takes the memory of frames to come, or of one frame. */
  accept(memory: FrameMemory): void;
  /** The newest frame, or null when there is none since the last call. */
  take(): PublishedFrame | null;
}

/** `giveBack` gets the buffers of frames that came by transfer, once there is a newer one. */
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
      // A simulation that was begun again may not share its memory any more.
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
