import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readJpeg } from './jpeg.ts';

/** A grey picture of 3 × 2 pixels as an encoder writes it, with a thumbnail's marker, a comment and a restart within its samples. */
const whole = [
  [0xff, 0xd8],
  [0xff, 0xe0, 0, 4, 0x4a, 0x46],
  [0xff, 0xfe, 0, 6, 0x68, 0x6f, 0x6d, 0x65],
  [0xff, 0xdb, 0, 3, 0],
  [0xff, 0xc0, 0, 11, 8, 0, 2, 0, 3, 1, 1, 0x11, 0],
  [0xff, 0xc4, 0, 3, 0],
  [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 0xff, 0, 2, 0xff, 0xd0, 3],
  [0xff, 0xd9],
];
const about = [1, 2];
const bytesOf = (parts: readonly number[][]) => new Uint8Array(parts.flat());

it('returns the size, and the picture without its metadata', () => {
  const jpeg = readJpeg(bytesOf(whole))!;
  expect([jpeg.width, jpeg.height]).toEqual([3, 2]);
  expect(jpeg.plain).toEqual(bytesOf(whole.filter((_, at) => !about.includes(at))));
  expect(readJpeg(jpeg.plain)?.plain).toEqual(jpeg.plain);
});

it('refuses a missing part, a duplicate of a single part, and bytes between, before or after the parts', () => {
  const needed = [0, 4, 6, 7];
  for (const at of needed) expect([at, readJpeg(bytesOf(whole.toSpliced(at, 1)))]).toEqual([at, null]);
  for (const at of [0, 4, 7]) expect([at, readJpeg(bytesOf(whole.toSpliced(at, 0, whole[at]!)))]).toEqual([at, null]);
  for (let at = 0; at <= whole.length; at += 1) {
    // Bytes after a scan belong to it until the next marker.
    if (at !== 7) expect([at, readJpeg(bytesOf(whole.toSpliced(at, 0, [0x3c])))]).toEqual([at, null]);
    expect([at, readJpeg(bytesOf(whole.toSpliced(at, 0, [0xff, 0xc9, 0, 2])))]).toEqual([at, null]);
  }
  expect(readJpeg(new Uint8Array())).toBe(null);
});

it('refuses every truncated picture, and reads its own output for any bytes', () => {
  const bytes = bytesOf(whole);
  for (let length = 0; length < bytes.length; length += 1) expect(readJpeg(bytes.subarray(0, length))).toBe(null);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(bytes.length), (noise, at) => {
      const spoilt = new Uint8Array([...bytes.subarray(0, at), ...noise, ...bytes.subarray(at)]);
      const read = readJpeg(spoilt);
      if (read) expect(readJpeg(read.plain)?.plain).toEqual(read.plain);
    }),
  );
});
