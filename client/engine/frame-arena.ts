import { type FrameSlot, slotBytes, viewSlot } from './frame-slot.ts';

/**
 * Triple buffer in shared memory. The writer owns a slot, the reader owns another, and the third lies in the middle; either side swaps its
 * own for the middle one with a single atomic exchange, so neither waits and no frame is torn.
 * The first header word holds the index of the middle slot in bits 0–1 and, in bit 2, whether it is newer than the reader's; the second
 * holds the reader's slot, so that another thread can continue where the previous one stopped.
 */
const headerBytes = 8;
const freshBit = 4;

export function allocateArena(capacity: number): SharedArrayBuffer {
  const buffer = new SharedArrayBuffer(headerBytes + 3 * slotBytes(capacity));
  new Int32Array(buffer, 0, 2).set([1, 2]);
  return buffer;
}

function viewArena(buffer: SharedArrayBuffer, capacity: number) {
  const slots = [0, 1, 2].map((index) => viewSlot(buffer, headerBytes + index * slotBytes(capacity), capacity));
  return { header: new Int32Array(buffer, 0, 2), slots };
}

export interface ArenaWriter {
  /** The slot to fill; a different one after each `publish`. */
  readonly slot: FrameSlot;
  publish(): void;
}

export function createArenaWriter(buffer: SharedArrayBuffer, capacity: number): ArenaWriter {
  const { header, slots } = viewArena(buffer, capacity);
  let back = 0;
  return {
    get slot() {
      return slots[back];
    },
    publish() {
      back = Atomics.exchange(header, 0, back | freshBit) & 3;
    },
  };
}

export interface ArenaReader {
  /** Returns the newest slot, or null if there is none newer than the last. It stays unchanged until the next call that returns one. */
  take(): FrameSlot | null;
}

/** Creates the reader of an arena, which may have only one reader at a time. */
export function createArenaReader(buffer: SharedArrayBuffer, capacity: number): ArenaReader {
  const { header, slots } = viewArena(buffer, capacity);
  return {
    take() {
      if ((Atomics.load(header, 0) & freshBit) === 0) return null;
      header[1] = Atomics.exchange(header, 0, header[1]) & 3;
      return slots[header[1]];
    },
  };
}
