import { type Frame, frameScalars, type FrameScalars, particleWords } from '../../shared/simulation/frame-layout.ts';

/** Returns a frame of live particles of medium age at given positions. */
export function syntheticFrame(count: number, place: (slot: number) => readonly [number, number, number]): Frame {
  const words = new Uint32Array(count * particleWords);
  const floats = new Float32Array(words.buffer);
  for (let slot = 0; slot < count; slot++) {
    floats.set(place(slot), slot * particleWords);
    words[slot * particleWords + 3] = 60 | (100 << 8);
  }
  const scalars = Object.fromEntries(frameScalars.map((name) => [name, 0])) as FrameScalars;
  return {
    sequence: 1,
    slots: count,
    words,
    floats,
    scalars: { ...scalars, slots: count, alive: count },
    emitters: new Float32Array(),
    wells: new Float32Array(),
  };
}
