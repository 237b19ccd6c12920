import { expect, it } from 'vitest';
import { panelNames } from '../store/store.ts';
import { actionOfPress, type KeyPress, shortcuts } from './shortcuts.ts';

const press = (key: string, more: Partial<KeyPress> = {}) =>
  actionOfPress({ key, hasCommand: false, hasShift: false, hasAlt: false, isRepeat: false, focus: 'elsewhere', ...more });

it('gives every key one meaning, and every panel a number', () => {
  expect(new Set(shortcuts.map((shortcut) => shortcut.key)).size).toBe(shortcuts.length);
  expect(panelNames.map((_, index) => press(String(index + 1)))).toEqual(panelNames.map((panel) => ({ kind: 'panel', panel })));
});

it('knows capitals, and leaves most keys with modifiers to the browser', () => {
  expect(press('R')).toEqual({ kind: 'restart' });
  expect(press('R', { hasShift: true })).toEqual({ kind: 'restart' });
  expect(press('r', { hasCommand: true })).toBeNull();
  expect(press('z', { hasAlt: true })).toBeNull();
  expect(press('z')).toBeNull();
  expect(press('z', { hasCommand: true })).toEqual({ kind: 'reverse', direction: 'undo' });
  expect(press('Z', { hasCommand: true, hasShift: true })).toEqual({ kind: 'reverse', direction: 'redo' });
  expect(press('z', { hasCommand: true, focus: 'typing' })).toBeNull();
  expect(press('ä')).toBeNull();
});

it('does not take letters from somebody who types, but lets them escape', () => {
  expect(press('m', { focus: 'typing' })).toBeNull();
  expect(press('Escape', { focus: 'typing' })).toEqual({ kind: 'dismiss' });
});

it('lets a focused button have its space bar, and no other key', () => {
  expect(press(' ', { focus: 'pressable' })).toBeNull();
  expect(press('m', { focus: 'pressable' })).toEqual({ kind: 'toggle-sound' });
});

it('acts once while a key is held', () => {
  expect(press(' ', { isRepeat: true })).toBeNull();
});
