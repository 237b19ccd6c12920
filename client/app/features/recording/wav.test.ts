import { expect, it } from 'vitest';
import { wavFile } from './wav.ts';

const bytesOf = async (channels: Float32Array[], sampleRate = 48_000) => {
  const blob = await wavFile(channels, sampleRate, () => Promise.resolve());
  return { type: blob.type, view: new DataView(await blob.arrayBuffer()) };
};
const text = (view: DataView, at: number, length: number) => String.fromCharCode(...new Uint8Array(view.buffer, at, length));
const sampleAt = (view: DataView, index: number) => {
  const at = 44 + index * 3;
  return (view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getInt8(at + 2) << 16)) / 0x7fffff;
};

it('has a header that describes the data', async () => {
  const { view, type } = await bytesOf([new Float32Array(1000), new Float32Array(1000)]);
  expect(type).toBe('audio/wav');
  expect([text(view, 0, 4), text(view, 8, 8), text(view, 36, 4)]).toEqual(['RIFF', 'WAVEfmt ', 'data']);
  expect(view.getUint32(4, true)).toBe(view.byteLength - 8);
  expect(view.getUint16(20, true)).toBe(1);
  expect(view.getUint16(22, true)).toBe(2);
  expect(view.getUint32(24, true)).toBe(48_000);
  expect(view.getUint32(28, true)).toBe(48_000 * 6);
  expect(view.getUint16(32, true)).toBe(6);
  expect(view.getUint16(34, true)).toBe(24);
  expect(view.getUint32(40, true)).toBe(6000);
  expect(view.byteLength).toBe(6044);
});

it('stores the samples with 24 bits, interleaved, across its chunks', async () => {
  const frames = 100_000;
  const left = Float32Array.from({ length: frames }, (_, index) => Math.sin(index / 7));
  const right = Float32Array.from({ length: frames }, (_, index) => -Math.sin(index / 11) / 3);
  const { view } = await bytesOf([left, right]);
  let worst = 0;
  for (let frame = 0; frame < frames; frame++) {
    worst = Math.max(worst, Math.abs(sampleAt(view, frame * 2) - left[frame]), Math.abs(sampleAt(view, frame * 2 + 1) - right[frame]));
  }
  expect(worst).toBeLessThan(2 ** -24 * 1.1);
});

it('clips to full scale, and turns NaN into silence', async () => {
  const { view } = await bytesOf([Float32Array.of(3, -3, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)]);
  expect([0, 1, 2, 3, 4].map((index) => sampleAt(view, index))).toEqual([1, -1, 0, 1, -1]);
  // An odd number of bytes is padded, and only the file size includes the padding.
  expect(view.byteLength).toBe(44 + 16);
  expect(view.getUint32(40, true)).toBe(15);
  expect(view.getUint32(4, true)).toBe(view.byteLength - 8);
});
