import {
  type Frame,
  frameScalars,
  type FrameScalars,
  maxPacked,
  packedFields,
  particleWords,
} from '../../../shared/simulation/frame-layout.ts';

/** Makes a frame with a ball of particles at rest, each with the same `flash` from 0 to 1. */
export function ballFrame(count: number, sequence: number, flash = 0): Frame {
  const words = new Uint32Array(count * particleWords);
  const floats = new Float32Array(words.buffer);
  for (let slot = 0; slot < count; slot++) {
    const [turn, height] = [slot * 2.399963, 1 - (2 * slot + 1) / count];
    const radius = 5 * Math.cbrt(((slot * 7919) % count) / count);
    const across = Math.sqrt(1 - height * height) * radius;
    floats.set([Math.cos(turn) * across, height * radius, Math.sin(turn) * across], slot * particleWords);
    words[slot * particleWords + 3] =
      ((slot % 200) << packedFields.speed.shift) |
      (100 << packedFields.age.shift) |
      (Math.round(flash * maxPacked(packedFields.flash)) << packedFields.flash.shift);
  }
  const scalars = Object.fromEntries(frameScalars.map((name) => [name, 0])) as FrameScalars;
  Object.assign(scalars, { tick: sequence * 2, slots: count, alive: count, meanSpeed: 4, brightness: 1, saturation: 1 });
  return { sequence, slots: count, words, floats, scalars, emitters: new Float32Array(48), wells: new Float32Array(48) };
}
