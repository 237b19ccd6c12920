import { expect, it } from 'vitest';
import { heightAfterDrag, sizeAfterKey } from './sheet.ts';

it('settles at the size that it was pulled to', () => {
  expect(heightAfterDrag(360, 520, 'half')).toBe('full');
  expect(heightAfterDrag(360, 200, 'half')).toBe('closed');
  expect(heightAfterDrag(680, 450, 'full')).toBe('half');
  expect(heightAfterDrag(680, 100, 'full')).toBe('closed');
});

it('keeps its size if the finger barely moves', () => {
  expect(heightAfterDrag(360, 370, 'half')).toBe('half');
  expect(heightAfterDrag(680, 660, 'full')).toBe('full');
});

it('follows the arrow keys', () => {
  expect(sizeAfterKey('ArrowUp', 'half')).toBe('full');
  expect(sizeAfterKey('ArrowDown', 'full')).toBe('half');
  expect(sizeAfterKey('ArrowDown', 'half')).toBe('closed');
  expect(sizeAfterKey('a', 'half')).toBeNull();
});
