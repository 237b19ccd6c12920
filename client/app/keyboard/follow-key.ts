import type { Shortcut } from '../../ui/features.ts';
import type { ClientApp } from '../feature.ts';
import { isTyping, shortcutOfKey } from './key-press.ts';

/** Runs the shortcut of a key in a universe. */
export function followKey(event: KeyboardEvent, shortcuts: readonly Shortcut[], { store, act }: ClientApp): void {
  const shortcut = store.route.value.page === 'universe' ? shortcutOfKey(shortcuts, event) : null;
  if (!shortcut) return;
  // Escape leaves a field first, unless a dialog is open above it; the next press closes what else is open.
  if (shortcut.leavesFields && isTyping(event) && store.dialog.value === null) return (event.composedPath()[0] as HTMLElement).blur();
  if (!shortcut.leavesFields) event.preventDefault();
  act(shortcut.intent(store));
}
