import { type Frame, frameScalars, type FrameScalars, particleWords } from '../../shared/simulation/frame-layout.ts';
import { maxEmitters, maxWells } from '../../shared/universe/entity-fields.ts';

const scalarBytes = frameScalars.length * 8;
const anchorFloats = (maxEmitters + maxWells) * 3;
/** publishedAt (f64), sequence (f64), emitter and well counts (2 × f64). */
const stampBytes = 4 * 8;

/** Returns the bytes of a slot that holds `capacity` particles; a multiple of 8. */
export function slotBytes(capacity: number): number {
  return stampBytes + scalarBytes + anchorFloats * 4 + capacity * particleWords * 4;
}

/** Views over the memory of a frame, whether it is shared or transferred. */
export interface FrameSlot {
  /** 0: publishedAt in ms since the epoch of `performance.timeOrigin`, 1: sequence, 2: emitters, 3: wells. */
  readonly stamps: Float64Array;
  readonly scalars: Float64Array;
  readonly emitters: Float32Array;
  readonly wells: Float32Array;
  readonly words: Uint32Array;
  readonly floats: Float32Array;
}

/** Creates the views of a slot over `buffer` from `offset` (a multiple of 8) on. */
export function viewSlot(buffer: ArrayBufferLike, offset: number, capacity: number): FrameSlot {
  const scalarsAt = offset + stampBytes;
  const emittersAt = scalarsAt + scalarBytes;
  const wellsAt = emittersAt + maxEmitters * 12;
  const particlesAt = wellsAt + maxWells * 12;
  return {
    stamps: new Float64Array(buffer, offset, 4),
    scalars: new Float64Array(buffer, scalarsAt, frameScalars.length),
    emitters: new Float32Array(buffer, emittersAt, maxEmitters * 3),
    wells: new Float32Array(buffer, wellsAt, maxWells * 3),
    words: new Uint32Array(buffer, particlesAt, capacity * particleWords),
    floats: new Float32Array(buffer, particlesAt, capacity * particleWords),
  };
}

/** A frame with its publishing time, in ms on the clock of `performance.timeOrigin + performance.now()`. */
export interface PublishedFrame extends Frame {
  readonly publishedAt: number;
}

export function readScalars({ scalars }: Pick<FrameSlot, 'scalars'>): FrameScalars {
  return Object.fromEntries(frameScalars.map((name, index) => [name, scalars[index]])) as FrameScalars;
}

/** Reads a slot into the frame that the rest of the client uses. */
export function readSlot(slot: FrameSlot): PublishedFrame {
  const scalars = readScalars(slot);
  return {
    publishedAt: slot.stamps[0],
    sequence: slot.stamps[1],
    slots: scalars.slots,
    words: slot.words,
    floats: slot.floats,
    scalars,
    emitters: slot.emitters.subarray(0, slot.stamps[2] * 3),
    wells: slot.wells.subarray(0, slot.stamps[3] * 3),
  };
}
