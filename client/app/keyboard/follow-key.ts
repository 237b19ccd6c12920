import type { Shortcut } from '../../ui/features.ts';
import type { ClientApp } from '../feature.ts';
import { isTyping, shortcutOfKey } from './key-press.ts';

/** Does what a key is a shortcut for, in a universe. */
export function followKey(event: KeyboardEvent, shortcuts: readonly Shortcut[], { store, act }: ClientApp): void {
  const shortcut = store.route.value.page === 'universe' ? shortcutOfKey(shortcuts, event) : null;
  if (!shortcut) return;
  // A field is left first; what is open above it is closed before that, and what is open elsewhere by the next press.
  if (shortcut.leavesFields && isTyping(event) && store.dialog.value === null) return (event.composedPath()[0] as HTMLElement).blur();
  if (!shortcut.leavesFields) event.preventDefault();
  act(shortcut.intent(store));
}
