/**
 * Snapshots are sent in parts of this many bytes, so that a part delays neither side for long, and a broken connection does not cost all of
 * it.
 */
export const snapshotPartBytes = 1 << 20;
export const maxSnapshotBytes = 64 * snapshotPartBytes;

/** The identity of a snapshot, in the headers of the requests that carry it. */
export const snapshotHeaders = { tick: 'x-tick', sequence: 'x-sequence', hash: 'x-hash' } as const;

/** Bytes `from` up to, not including, `to` of `total`. */
export interface SnapshotRange {
  from: number;
  to: number;
  total: number;
}

export function partFrom(from: number, total: number): SnapshotRange {
  return { from, to: Math.min(total, from + snapshotPartBytes), total };
}

/** Returns the `range` header of a part, RFC 9110 §14.2. */
export const rangeHeaderOf = (from: number): string => `bytes=${from}-${from + snapshotPartBytes - 1}`;

/** Returns the `content-range` header of a part, RFC 9110 §14.4. */
export const contentRangeOf = ({ from, to, total }: SnapshotRange): string => `bytes ${from}-${to - 1}/${total}`;

/** Reads a `content-range` header; null when it names no part. */
export function readContentRange(text: string | null | undefined): SnapshotRange | null {
  const [, from, last, total] = /^bytes (\d{1,9})-(\d{1,9})\/(\d{1,9})$/.exec(text ?? '') ?? [];
  const part = { from: Number(from), to: Number(last) + 1, total: Number(total) };
  return part.from < part.to && part.to <= part.total ? part : null;
}
