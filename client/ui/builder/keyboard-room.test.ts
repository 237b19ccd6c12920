import { expect, it } from 'vitest';
import { keyboardRoom } from './keyboard-room.ts';

const visible = (height: number, offsetTop = 0, scale = 1) => ({ height, offsetTop, scale });

it.each([
  ['no keyboard', 844, visible(844), { above: 0, below: 0 }],
  ['a browser toolbar', 844, visible(760), { above: 0, below: 0 }],
  ['a keyboard', 844, visible(508), { above: 0, below: 336 }],
  ['a keyboard that scrolled the page up', 844, visible(508, 136), { above: 136, below: 200 }],
  ['a zoomed page', 844, visible(422, 100, 2), { above: 0, below: 0 }],
] as const)('returns the covered height above and below: %s', (_, height, viewport, room) => {
  expect(keyboardRoom(height, viewport)).toEqual(room);
});
