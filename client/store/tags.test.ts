import { expect, it } from 'vitest';
import { tagsOf } from './tags.ts';

it('reads tags as users type them', () => {
  expect(tagsOf(' Slow, deep space ,slow,, Kühl')).toEqual(['slow', 'deep space', 'kühl']);
  expect(tagsOf(' , ')).toEqual([]);
});
