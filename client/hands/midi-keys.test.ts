import { expect, it } from 'vitest';
import { createHeldKeys } from './held-keys.ts';
import { createMidiKeys } from './midi-keys.ts';

function play() {
  const heard: string[] = [];
  const held = createHeldKeys({
    press: (midi) => heard.push(`+${midi}`),
    release: (midi) => heard.push(`-${midi}`),
    changed: () => undefined,
  });
  return { keys: createMidiKeys(held), held, heard: () => heard.splice(0).join(' ') };
}

it('releases what a device holds when it is unplugged, and nothing else', () => {
  const { keys, held, heard } = play();
  // One id is a prefix of the other.
  keys.press('a', 1, 60, 1);
  keys.press('a', 2, 62, 1);
  keys.press('a:1', 1, 64, 1);
  held.press('key:KeyA', 65, 1);
  keys.control('a', 1, 64, 1);
  keys.release('a', 1, 60);
  heard();
  keys.unplug('a');
  expect(heard()).toBe('-60 -62');
  // After it is plugged in again, its pedal is up.
  keys.press('a', 1, 60, 1);
  keys.release('a', 1, 60);
  expect(heard()).toBe('+60 -60');
});

it.each([120, 123, 124, 127])('releases the keys of a channel by controller %i', (controller) => {
  const { keys, heard } = play();
  keys.press('a', 1, 60, 1);
  keys.press('a', 2, 62, 1);
  keys.press('b', 1, 64, 1);
  keys.press('a', 1, 67, 1);
  keys.control('a', 1, 64, 1);
  keys.release('a', 1, 67);
  heard();
  keys.control('a', 1, controller, 0);
  expect(heard()).toBe('-60 -67');
});

it('holds keys by the sustain pedal from its half on, per device and channel', () => {
  const { keys, heard } = play();
  for (const channel of [1, 2]) keys.press('a', channel, 59 + channel, 1);
  keys.control('a', 1, 64, 63 / 127);
  keys.control('a', 1, 64, 64 / 127);
  keys.release('a', 1, 60);
  keys.release('a', 2, 61);
  expect(heard()).toBe('+60 +61 -61');
  // A key played again under the pedal retriggers, and the finger holds it.
  keys.press('a', 1, 60, 1);
  keys.control('a', 1, 64, 63 / 127);
  expect(heard()).toBe('-60 +60');
  keys.release('a', 1, 60);
  expect(heard()).toBe('-60');
  keys.press('a', 1, 60, 1);
  keys.control('a', 1, 64, 1);
  keys.release('a', 1, 60);
  keys.control('a', 1, 121, 0);
  expect(heard()).toBe('+60 -60');
});

it('tells two devices with the same name apart', () => {
  const { keys, heard } = play();
  keys.press('a', 1, 60, 1);
  keys.press('b', 1, 60, 1);
  keys.release('a', 1, 60);
  expect(heard()).toBe('+60 +60');
  keys.release('b', 1, 60);
  expect(heard()).toBe('-60');
});
