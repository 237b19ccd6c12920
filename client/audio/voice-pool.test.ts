import { expect, it } from 'vitest';
import { createVoicePool } from './voice-pool.ts';

it('uses free voices before it takes one over, and then the one that ends first', () => {
  const played: number[] = [];
  let made = 0;
  const pool = createVoicePool(
    3,
    () => {
      const index = made++;
      return { play: () => played.push(index) };
    },
    () => 0.5,
  );
  pool.play(440, 1, 0, 4, 0);
  pool.play(440, 1, 0, 1, 0);
  pool.play(440, 1, 0, 2, 0);
  pool.play(440, 1, 0.1, 1, 0);
  pool.play(440, 1, 9, 1, 0);
  expect(new Set(played.slice(0, 3)).size).toBe(3);
  expect(played[3]).toBe(played[1]);
  expect(made).toBe(3);
});
