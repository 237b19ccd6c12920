import { expect, it } from 'vitest';
import { createStore } from '../../store/store.ts';
import { shortcutsOf, tabsOf } from '../../ui/features.ts';
import { features } from '../features/index.ts';
import { type KeyPress, shortcutOfPress } from './key-press.ts';

const shortcuts = shortcutsOf(features);
const store = createStore();
store.panel.value = null;

/** Returns the intent of a key press while nothing is open. */
const press = (key: string, more: Partial<KeyPress> = {}) => {
  const pressed = { key, hasCommand: false, hasShift: false, hasAlt: false, isRepeat: false, focus: 'elsewhere', ...more } as const;
  return shortcutOfPress(shortcuts, pressed)?.intent(store) ?? null;
};

it('assigns each key one meaning, and each panel a number', () => {
  expect(new Set(shortcuts.map((shortcut) => shortcut.key)).size).toBe(shortcuts.length);
  const dock = ['physics', 'music', 'audio', 'visualization', 'coupling', 'emitters', 'mixer', 'suggestions'];
  expect(tabsOf(features).map(({ name }) => name)).toEqual(dock);
  expect(dock.map((_, index) => press(String(index + 1)))).toEqual(dock.map((panel) => ({ kind: 'panel', panel })));
});

it('accepts capitals, and leaves most keys with modifiers to the browser', () => {
  expect(press('R')).toEqual({ kind: 'edit', edit: { kind: 'restart' } });
  expect(press('R', { hasShift: true })).toEqual({ kind: 'edit', edit: { kind: 'restart' } });
  expect(press('r', { hasCommand: true })).toBeNull();
  expect(press('z', { hasAlt: true })).toBeNull();
  expect(press('z')).toBeNull();
  expect(press('z', { hasCommand: true })).toEqual({ kind: 'reverse', direction: 'undo' });
  expect(press('Z', { hasCommand: true, hasShift: true })).toEqual({ kind: 'reverse', direction: 'redo' });
  expect(press('z', { hasCommand: true, focus: 'typing' })).toBeNull();
  expect(press('ä')).toBeNull();
});

it('takes no letters while the user types, but takes Escape', () => {
  expect(press('m', { focus: 'typing' })).toBeNull();
  expect(press('Escape', { focus: 'typing' })).toEqual({ kind: 'select', id: null });
});

it('leaves the space bar to a focused button, and no other key', () => {
  expect(press(' ', { focus: 'pressable' })).toBeNull();
  expect(press('m', { focus: 'pressable' })).toEqual({ kind: 'sound' });
});

it('acts once while a key is held', () => {
  expect(press(' ', { isRepeat: true })).toBeNull();
});

it('finds keys of non-Latin layouts by their positions', () => {
  expect(press('з', { code: 'KeyP' })).toEqual({ kind: 'hands', act: { kind: 'keys', isOpen: true } });
  expect(press('З', { code: 'KeyP', hasShift: true })).toEqual({ kind: 'hands', act: { kind: 'keys', isOpen: true } });
  expect(press('я', { code: 'KeyZ', hasCommand: true })).toEqual({ kind: 'reverse', direction: 'undo' });
  expect(press('Я', { code: 'KeyZ', hasCommand: true, hasShift: true })).toEqual({ kind: 'reverse', direction: 'redo' });
  for (const key of ['μ', 'צ', 'ة', 'म', 'ㅡ']) expect(press(key, { code: 'KeyM' }), key).toEqual({ kind: 'sound' });
  // Hebrew has signs at the positions of English Q and W; Greek has one at Q.
  expect([press('/', { code: 'KeyQ', isLatin: false }), press("'", { code: 'KeyW', isLatin: false })]).toEqual([
    { kind: 'panel', panel: 'chat' },
    { kind: 'presence', act: { kind: 'hand', memberId: '', isRaised: true } },
  ]);
  expect([press('؟', { code: 'Slash', hasShift: true }), press('\u3000', { code: 'Space' })]).toEqual([
    { kind: 'dialog', dialog: 'shortcuts' },
    { kind: 'transport', playing: false },
  ]);
});

it('finds digits behind Shift, and keeps the letters of Latin layouts', () => {
  const french = ['&', 'é', '"', "'", '(', '-', 'è', '_', 'ç', 'à'];
  expect(french.map((key, at) => press(key, { code: `Digit${(at + 1) % 10}` }))).toEqual(
    ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'].map((digit) => press(digit)),
  );
  expect(press('1', { code: 'Digit1', hasShift: true })).toEqual(press('1'));
  expect(press('!', { code: 'Digit1', hasShift: true })).toBeNull();
  // AZERTY swaps A and Q, Z and W, and M with the comma. German swaps Y and Z.
  expect([press('q', { code: 'KeyA' }), press('a', { code: 'KeyQ' }), press(',', { code: 'KeyM' })]).toEqual([press('q'), null, null]);
  expect(press('z', { code: 'KeyY', hasCommand: true })).toEqual({ kind: 'reverse', direction: 'undo' });
  expect(press('ö', { code: 'Semicolon' })).toBeNull();
});

it('takes Ctrl Y as redo, and leaves Cmd Y to the browser', () => {
  expect(press('y', { hasCommand: true, hasControl: true })).toEqual({ kind: 'reverse', direction: 'redo' });
  expect(press('н', { code: 'KeyY', hasCommand: true, hasControl: true })).toEqual({ kind: 'reverse', direction: 'redo' });
  expect(press('y', { hasCommand: true })).toBeNull();
  expect(press('y')).toEqual({ kind: 'panel', panel: 'history' });
});

it('undoes in the universe from a field without unsent text, and leaves all other keys to the field', () => {
  expect(press('z', { hasCommand: true, focus: 'settled' })).toEqual({ kind: 'reverse', direction: 'undo' });
  expect([press('z', { focus: 'settled' }), press(' ', { focus: 'settled' }), press('1', { focus: 'settled' })]).toEqual([
    null,
    null,
    null,
  ]);
  expect(press('y', { hasCommand: true, hasControl: true, focus: 'typing' })).toBeNull();
});
