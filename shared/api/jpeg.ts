/** A JPEG image, as described by its headers. Sizes are in pixels. */
export interface Jpeg {
  width: number;
  height: number;
  /** The same image without metadata: places, times, devices, words. */
  plain: Uint8Array<ArrayBuffer>;
}

const prefix = 0xff;
const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
/** Baseline, extended and progressive: the kinds that browsers write and every browser shows. */
const frames = [0xc0, 0xc1, 0xc2];
const huffmanTables = 0xc4;
const quantisationTables = 0xdb;
const restartInterval = 0xdd;
const isAbout = (marker: number) => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/**
 * Reads a JPEG strictly, from its first byte to its last: every segment has to be part of an image, with nothing before, between or after
 * them. Null for anything else. @see ITU-T T.81, Annex B
 */
export function readJpeg(bytes: Uint8Array): Jpeg | null {
  if (bytes[0] !== prefix || bytes[1] !== startOfImage) return null;
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number } | null = null;
  let hasScan = false;
  for (let at = 2; at + 1 < bytes.length;) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== prefix) return null;
    if (marker === endOfImage) {
      if (at + 2 !== bytes.length || size === null || !hasScan) return null;
      return { ...size, plain: joined([...kept, bytes.subarray(at)]) };
    }
    const from = at + 4;
    const to = at + 2 + wordAt(bytes, at + 2);
    if (!(to >= from && to <= bytes.length)) return null;
    if (frames.includes(marker)) {
      if (size !== null) return null;
      size = sizeIn(bytes.subarray(from, to));
      if (size === null) return null;
    } else if (marker === startOfScan) {
      if (size === null) return null;
      hasScan = true;
    } else if (![huffmanTables, quantisationTables, restartInterval].includes(marker) && !isAbout(marker)) return null;
    const next = marker === startOfScan ? endOfScan(bytes, to) : to;
    if (!isAbout(marker)) kept.push(bytes.subarray(at, next));
    at = next;
  }
  return null;
}

/** Returns two bytes as a number, the higher one first; NaN if they are missing. */
const wordAt = (bytes: Uint8Array, at: number): number => (bytes[at] ?? NaN) * 256 + (bytes[at + 1] ?? NaN);

/** Checks a frame header: 8 bits for each sample, of grey or of three colours, all of which are described. */
function sizeIn(header: Uint8Array): { width: number; height: number } | null {
  const [precision, components] = [header[0], header[5]];
  const [height, width] = [wordAt(header, 1), wordAt(header, 3)];
  const isWhole = precision === 8 && (components === 1 || components === 3) && header.length === 6 + 3 * components;
  return isWhole && width > 0 && height > 0 ? { width, height } : null;
}

/** Returns the end of the samples of a scan: the next marker that does not belong to them. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] === prefix && bytes[at + 1] !== 0 && !isRestart(bytes[at + 1]!)) return at;
  }
  return bytes.length;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
