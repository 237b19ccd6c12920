import { panelNames, type Store } from '../store/store.ts';
import type { Intent } from '../ui/intents.ts';
import type { ShortcutAction } from '../ui/shortcuts.ts';

/** What a shortcut wants, given what is shown. */
export function intentOf(action: ShortcutAction, store: Store): Intent | null {
  switch (action.kind) {
    case 'toggle-playing':
      return { kind: 'transport', playing: !store.playing.value };
    case 'restart':
      return { kind: 'edit', edit: { kind: 'restart' } };
    case 'reverse':
      return action;
    case 'toggle-sound':
      return { kind: 'sound' };
    case 'fullscreen':
      return { kind: 'fullscreen' };
    case 'toggle-panels':
      return { kind: 'panel', panel: store.panel.value ? null : panelNames[0] };
    case 'panel':
      return { kind: 'panel', panel: store.panel.value === action.panel ? null : action.panel };
    case 'toggle-keys':
      return { kind: 'hands', act: { kind: 'keys', isOpen: !store.keys.value.isOpen } };
    case 'toggle-timeline':
      return { kind: 'timeline', act: { kind: 'show', isOpen: !store.timeline.value.isOpen } };
    case 'tap':
      return { kind: 'hands', act: { kind: 'tap' } };
    case 'share':
      return { kind: 'dialog', dialog: 'share' };
    case 'record':
      return { kind: 'dialog', dialog: store.dialog.value === 'record' ? null : 'record' };
    case 'wave': {
      const isRaised = (store.members.value.find(({ isMe }) => isMe)?.raised ?? 0) === 0;
      return { kind: 'together', act: { kind: 'hand', memberId: '', isRaised } };
    }
    case 'sheet':
      return { kind: 'dialog', dialog: store.dialog.value === 'shortcuts' ? null : 'shortcuts' };
    case 'dismiss':
      if (store.talk.value.isPlacing) return { kind: 'talk', act: { kind: 'aim', isPlacing: false } };
      if (!store.dialog.value && store.following.value) return { kind: 'together', act: { kind: 'follow', memberId: '' } };
      return store.dialog.value ? { kind: 'dialog', dialog: null } : { kind: 'select', id: null };
  }
}
