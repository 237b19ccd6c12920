import { expect, it, vi } from 'vitest';
import { createHeldKeys, maxHoldMs } from './held-keys.ts';

function listen() {
  const heard: string[] = [];
  let keys: number[] = [];
  const held = createHeldKeys({
    press: (midi, velocity) => heard.push(`press ${midi} ${velocity}`),
    release: (midi) => heard.push(`release ${midi}`),
    changed: (now) => (keys = [...now]),
  });
  return { held, heard, keys: () => keys };
}

it('presses once while a key is held, and releases once', () => {
  const { held, heard, keys } = listen();
  held.press('key:KeyA', 60, 0.8);
  held.press('key:KeyA', 60, 0.8);
  expect(keys()).toEqual([60]);
  held.release('key:KeyA');
  held.release('key:KeyA');
  expect(heard).toEqual(['press 60 0.8', 'release 60']);
  expect(keys()).toEqual([]);
});

it('glides: a finger that moves to another key releases the one before', () => {
  const { held, heard } = listen();
  held.press('touch:1', 60, 1);
  held.press('touch:1', 62, 1);
  held.release('touch:1');
  expect(heard).toEqual(['press 60 1', 'release 60', 'press 62 1', 'release 62']);
});

it('holds a key until its last source releases it', () => {
  const { held, heard } = listen();
  held.press('touch:1', 60, 1);
  held.press('key:KeyA', 60, 0.5);
  held.release('touch:1');
  expect(heard).toEqual(['press 60 1', 'press 60 0.5']);
  held.release('key:KeyA');
  expect(heard.at(-1)).toBe('release 60');
});

it('releases every key of one kind of source, as when the window loses focus', () => {
  const { held, heard, keys } = listen();
  held.press('key:KeyA', 60, 1);
  held.press('midi:1:64', 64, 1);
  held.releaseAll('key:');
  expect(keys()).toEqual([64]);
  held.releaseAll();
  expect(heard.slice(2)).toEqual(['release 60', 'release 64']);
});

it('releases a key whose release event was lost', () => {
  vi.useFakeTimers();
  try {
    const { held, heard, keys } = listen();
    held.press('midi:1:64', 64, 1);
    vi.advanceTimersByTime(maxHoldMs / 2);
    held.press('midi:1:65', 65, 1);
    vi.advanceTimersByTime(maxHoldMs / 2);
    expect([heard, keys()]).toEqual([['press 64 1', 'press 65 1', 'release 64'], [65]]);
    held.release('midi:1:65');
    vi.advanceTimersByTime(maxHoldMs);
    expect(heard.slice(3)).toEqual(['release 65']);
  } finally {
    vi.useRealTimers();
  }
});
