import { thumbnailSize } from '../../shared/api/universes/thumbnail.ts';

const segment = (marker: number, ...body: number[]): number[] => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body];
const inTwoBytes = (value: number) => [value >> 8, value & 255];

interface JpegOptions {
  width?: number;
  height?: number;
  /** Segments before its tables. */
  about?: readonly number[];
  /** Samples of any value: nothing decodes them here. */
  samples?: readonly number[];
}

/** Builds a JPEG with valid headers, by default of the size of a thumbnail. */
export function thumbnailJpeg({ width, height, about = [], samples = [1, 2, 3] }: JpegOptions = {}): Uint8Array<ArrayBuffer> {
  const size = { ...thumbnailSize, ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  return new Uint8Array([
    0xff,
    0xd8,
    ...about,
    ...segment(0xdb, 0, ...Array.from({ length: 64 }, () => 1)),
    ...segment(0xc0, 8, ...inTwoBytes(size.height), ...inTwoBytes(size.width), 1, 1, 0x11, 0),
    ...segment(0xc4, 0, ...Array.from({ length: 16 }, () => 0)),
    ...segment(0xda, 1, 1, 0, 0, 63, 0),
    ...samples,
    0xff,
    0xd9,
  ]);
}

/** Builds a comment segment of a JPEG. */
export const told = (words: string): number[] => segment(0xfe, ...Buffer.from(words));
