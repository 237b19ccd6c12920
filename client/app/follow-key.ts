import type { Store } from '../store/store.ts';
import type { Intent } from '../ui/intents.ts';
import { actionOfKey, isTyping } from '../ui/shortcuts.ts';
import { intentOf } from './shortcut-intents.ts';

/** Does what a key is a shortcut for, in a universe. */
export function followKey(event: KeyboardEvent, store: Store, act: (intent: Intent) => void): void {
  const action = store.route.value.page === 'universe' ? actionOfKey(event) : null;
  if (!action) return;
  // Escape leaves the field first; what it closes is closed by the next one.
  if (action.kind === 'dismiss' && isTyping(event) && store.dialog.value === null) return (event.composedPath()[0] as HTMLElement).blur();
  if (action.kind !== 'dismiss') event.preventDefault();
  const intent = intentOf(action, store);
  if (intent) act(intent);
}
