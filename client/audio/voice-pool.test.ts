import { expect, it } from 'vitest';
import { createVoicePool } from './voice-pool.ts';

/** A pool that says which voice played, and whose voices are as loud as the test says. */
function testPool(size: number, levels: readonly number[] = []) {
  const played: number[] = [];
  let made = 0;
  const pool = createVoicePool(
    size,
    () => {
      const index = made++;
      return { play: () => played.push(index), levelAt: () => levels[index] ?? 0 };
    },
    () => 0.5,
  );
  return { pool, played, made: () => made };
}

it('uses each free voice before it takes one over, and one that has ended before all', () => {
  const { pool, played, made } = testPool(3, [0.1, 0.2, 0.3]);
  pool.play(440, 1, 0, 4, 0);
  pool.play(440, 1, 0, 1, 0);
  pool.play(440, 1, 0, 4, 0);
  pool.play(440, 1, 2, 1, 0);
  expect(new Set(played.slice(0, 3)).size).toBe(3);
  expect(played[3]).toBe(played[1]);
  expect(made()).toBe(3);
});

it('takes over the quietest', () => {
  const { pool, played } = testPool(3, [0.5, 0.2, 0.4]);
  for (let note = 0; note < 3; note++) pool.play(440, 1, note * 0.1, 4, 0);
  pool.play(440, 1, 0.5, 4, 0);
  expect(played[3]).toBe(1);
});

it('takes over the oldest of those that are as quiet', () => {
  const { pool, played } = testPool(3, [0.3, 0.3, 0.3]);
  for (let note = 0; note < 5; note++) pool.play(440, 1, note * 0.1, 4, 0);
  expect(played[3]).toBe(played[0]);
  expect(played[4]).toBe(played[1]);
});
