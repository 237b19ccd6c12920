import { expect, it } from 'vitest';
import { pastProcessOf } from './past-process.ts';

it('names the process of a room, where there are several', () => {
  expect(pastProcessOf('wss://music.example/at/b2/process/room?sessionId=x')).toBe('/past/b2');
  expect(pastProcessOf('ws://localhost:2567/at/a/process/room')).toBe('/past/a');
  for (const url of ['wss://music.example/room/at/process/room', 'wss://music.example/process/room?x=/at/a/', '']) {
    expect(pastProcessOf(url)).toBe('');
  }
});
