import { expect, it } from 'vitest';
import { soundValues } from './sound-values.ts';

it('replaces a value that is not finite by the previous one', () => {
  const follow = soundValues({ tempo: 120, key: 'C', gravity: 1 });
  const good = { tempo: 90, key: 'D', gravity: 2 };
  expect(follow({ tempo: Number.NaN, key: 'C', gravity: 3 })).toEqual({ tempo: 120, key: 'C', gravity: 3 });
  expect(follow(good)).toBe(good);
  expect(follow({ tempo: Number.POSITIVE_INFINITY, key: 'E', gravity: Number.NaN })).toEqual({ tempo: 90, key: 'E', gravity: 2 });
});
