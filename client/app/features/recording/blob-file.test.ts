import { expect, it } from 'vitest';
import { createBlobFile } from './blob-file.ts';

const bytes = (...values: number[]) => new Uint8Array(values);
const read = async (blob: Blob) => [...new Uint8Array(await blob.arrayBuffer())];

it('appends at the end, overwrites in the middle, and fills gaps with zeros', async () => {
  const file = createBlobFile();
  file.write(bytes(1, 2, 3, 4), 0);
  file.write(bytes(5, 6), 4);
  file.write(bytes(9, 9), 1);
  file.write(bytes(7, 7, 7), 5);
  file.write(bytes(8), 10);
  const blob = file.finish('video/webm');
  expect(await read(blob)).toEqual([1, 9, 9, 4, 5, 7, 7, 7, 0, 0, 8]);
  expect(blob.type).toBe('video/webm');
});

it('keeps written data when the writer reuses its memory', async () => {
  const file = createBlobFile();
  const memory = bytes(1, 2);
  file.write(memory, 0);
  memory.fill(0);
  file.write(memory, 2);
  expect(await read(file.finish(''))).toEqual([1, 2, 0, 0]);
});
