import { expect, it } from 'vitest';
import { createVoicePool } from './voice-pool.ts';

/** A pool that records which voice played, with voices at the given levels. */
function testPool(size: number, levels: readonly number[] = []) {
  const played: number[] = [];
  let made = 0;
  const pool = createVoicePool(
    size,
    () => {
      const index = made++;
      return { play: () => played.push(index), release: () => undefined, levelAt: () => levels[index] ?? 0 };
    },
    () => 0.5,
  );
  return { pool, played, made: () => made };
}

it('uses every free voice before it reuses one, and reuses a voice whose note has ended', () => {
  const { pool, played, made } = testPool(3, [0.1, 0.2, 0.3]);
  pool.play(440, 1, 0, 4, 0);
  pool.play(440, 1, 0, 1, 0);
  pool.play(440, 1, 0, 4, 0);
  pool.play(440, 1, 2, 1, 0);
  expect(new Set(played.slice(0, 3)).size).toBe(3);
  expect(played[3]).toBe(played[1]);
  expect(made()).toBe(3);
});

it('takes over the quietest voice', () => {
  const { pool, played } = testPool(3, [0.5, 0.2, 0.4]);
  for (let note = 0; note < 3; note++) pool.play(440, 1, note * 0.1, 4, 0);
  pool.play(440, 1, 0.5, 4, 0);
  expect(played[3]).toBe(1);
});

it('takes over the oldest of equally quiet voices', () => {
  const { pool, played } = testPool(3, [0.3, 0.3, 0.3]);
  for (let note = 0; note < 5; note++) pool.play(440, 1, note * 0.1, 4, 0);
  expect(played[3]).toBe(played[0]);
  expect(played[4]).toBe(played[1]);
});

it('releases the voice of a key once, and plays the next note on it', () => {
  const heard: string[] = [];
  let made = 0;
  const pool = createVoicePool(
    2,
    () => {
      const index = made++;
      return { play: () => heard.push(`play ${index}`), release: (at) => heard.push(`release ${index} at ${at}`), levelAt: () => 0 };
    },
    () => 0.5,
  );
  pool.play(440, 1, 0, 8, 0, 60);
  pool.play(550, 1, 0, 8, 0, 64);
  pool.release(60, 1);
  pool.release(60, 2);
  pool.release(61, 2);
  pool.play(660, 1, 3, 1, 0);
  expect(heard).toEqual(['play 0', 'play 1', 'release 0 at 1', 'play 0']);
});

it('does not release a note that has taken over the voice of a key', () => {
  const released: number[] = [];
  const pool = createVoicePool(
    1,
    () => ({ play: () => undefined, release: (at) => released.push(at), levelAt: () => 0 }),
    () => 0.5,
  );
  pool.play(440, 1, 0, 8, 0, 60);
  pool.play(550, 1, 1, 8, 0);
  pool.release(60, 2);
  expect(released).toEqual([]);
});
