import { expect, it } from 'vitest';
import { contentRangeOf, partFrom, rangeHeaderOf, readContentRange, snapshotPartBytes } from './snapshot-parts.ts';

it('splits a snapshot without a gap, and reads the ranges that it writes', () => {
  const total = 2.5 * snapshotPartBytes;
  const parts = [0, 1, 2].map((index) => partFrom(index * snapshotPartBytes, total));
  expect(parts.map(({ from, to }) => to - from)).toEqual([snapshotPartBytes, snapshotPartBytes, snapshotPartBytes / 2]);
  for (const part of parts) expect(readContentRange(contentRangeOf(part))).toEqual(part);
  expect(rangeHeaderOf(0)).toBe(`bytes=0-${snapshotPartBytes - 1}`);
});

it('reads nothing else as a content range', () => {
  for (const text of [null, undefined, '', 'bytes 0-9', 'bytes 5-4/9', 'bytes 0-9/9', 'bytes 0-9/*', 'items 0-9/10', 'bytes -1-9/10'])
    expect(readContentRange(text), String(text)).toBeNull();
});
