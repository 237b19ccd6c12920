import { allocateArena, createArenaWriter, type ArenaWriter } from './frame-arena.ts';
import { type FrameSlot, slotBytes, viewSlot } from './frame-slot.ts';
import type { WorkerReport } from './protocol.ts';

type Post = (report: WorkerReport, transfer?: Transferable[]) => void;

/** The writing side of the worker's frames. */
export interface FrameOutput {
  /** Returns a slot with room for `capacity` particles, or null if the reader still holds all of them: then this frame is skipped. */
  slot(capacity: number): FrameSlot | null;
  publish(): void;
  /** Reuses a buffer that the reader has returned. */
  reclaim(buffer: ArrayBuffer): void;
}

/** Writes frames to a triple buffer in shared memory; a larger pool gets a new arena. */
export function createSharedOutput(post: Post): FrameOutput {
  let writer: ArenaWriter | null = null;
  let held = 0;
  return {
    slot(capacity) {
      if (!writer || held !== capacity) {
        const buffer = allocateArena(capacity);
        writer = createArenaWriter(buffer, capacity);
        held = capacity;
        post({ kind: 'arena', buffer, capacity });
      }
      return writer.slot;
    },
    publish() {
      writer?.publish();
    },
    reclaim() {},
  };
}

const transferredBuffers = 3;

/** Sends frames by transfer, for devices without shared memory. */
export function createTransferOutput(post: Post): FrameOutput {
  let free: ArrayBuffer[] = [];
  let made = 0;
  let held = 0;
  let current: ArrayBuffer | null = null;
  return {
    slot(capacity) {
      if (held !== capacity) {
        free = [];
        made = 0;
        held = capacity;
        current = null;
      }
      if (!current && free.length === 0 && made < transferredBuffers) {
        made += 1;
        free.push(new ArrayBuffer(slotBytes(capacity)));
      }
      current ??= free.pop() ?? null;
      return current ? viewSlot(current, 0, capacity) : null;
    },
    publish() {
      if (!current) return;
      post({ kind: 'frame', buffer: current, capacity: held }, [current]);
      current = null;
    },
    reclaim(buffer) {
      if (buffer.byteLength === slotBytes(held)) free.push(buffer);
    },
  };
}
