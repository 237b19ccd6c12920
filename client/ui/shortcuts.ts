import type { Direction } from '../../shared/universe/undo/index.ts';
import { type PanelName, panelNames } from '../store/store.ts';
import type { Sentence } from '../words/sentences.ts';
import { say } from '../words/words.ts';

/** What keys do, once: the sheet shows this table and the keyboard follows it. */
export type ShortcutAction =
  | { kind: 'toggle-playing' }
  | { kind: 'restart' }
  | { kind: 'reverse'; direction: Direction }
  | { kind: 'toggle-sound' }
  | { kind: 'fullscreen' }
  | { kind: 'toggle-panels' }
  | { kind: 'panel'; panel: PanelName }
  | { kind: 'toggle-keys' }
  | { kind: 'toggle-timeline' }
  | { kind: 'tap' }
  | { kind: 'share' }
  | { kind: 'record' }
  | { kind: 'wave' }
  | { kind: 'sheet' }
  | { kind: 'dismiss' };

export interface Shortcut {
  key: string;
  /** What stands on the key, in English. */
  cap: string;
  does: Sentence;
  action: ShortcutAction;
}

const panelTitles: Record<PanelName, Sentence> = {
  physics: 'Physics',
  music: 'Music',
  audio: 'Audio',
  visualization: 'Look',
  coupling: 'Links',
  things: 'Emitters and wells',
  mixer: 'Mixer',
  talk: 'Comments',
  chat: 'Chat',
  history: 'History',
};

export function panelTitle(panel: PanelName): string {
  return say(panelTitles[panel]);
}

export const shortcuts: readonly Shortcut[] = [
  { key: ' ', cap: 'Space', does: 'Play or pause, for everybody', action: { kind: 'toggle-playing' } },
  { key: 'r', cap: 'R', does: 'Begin again', action: { kind: 'restart' } },
  { key: 'Mod+z', cap: 'Ctrl Z', does: 'Take back your last change', action: { kind: 'reverse', direction: 'undo' } },
  { key: 'Mod+Shift+z', cap: 'Ctrl ⇧ Z', does: 'Do it again', action: { kind: 'reverse', direction: 'redo' } },
  { key: 'm', cap: 'M', does: 'Sound on or off, for yourself', action: { kind: 'toggle-sound' } },
  { key: 'f', cap: 'F', does: 'Full screen', action: { kind: 'fullscreen' } },
  { key: 'h', cap: 'H', does: 'Show or hide the panels', action: { kind: 'toggle-panels' } },
  ...panelNames.map((panel, index): Shortcut => ({
    key: String(index + 1),
    cap: String(index + 1),
    does: panelTitles[panel],
    action: { kind: 'panel', panel },
  })),
  { key: 'p', cap: 'P', does: 'Play with the keys of your computer, or stop', action: { kind: 'toggle-keys' } },
  { key: 'b', cap: 'B', does: 'Storyboard', action: { kind: 'toggle-timeline' } },
  { key: 't', cap: 'T', does: 'Tap the tempo', action: { kind: 'tap' } },
  { key: 's', cap: 'S', does: 'Share', action: { kind: 'share' } },
  { key: 'c', cap: 'C', does: 'Record (capture)', action: { kind: 'record' } },
  { key: 'd', cap: 'D', does: 'Comments (discuss)', action: { kind: 'panel', panel: 'talk' } },
  { key: 'q', cap: 'Q', does: 'Chat (a quick word)', action: { kind: 'panel', panel: 'chat' } },
  { key: 'w', cap: 'W', does: 'Raise your hand (wave), or lower it', action: { kind: 'wave' } },
  { key: 'y', cap: 'Y', does: 'History: who changed what, and the way back', action: { kind: 'panel', panel: 'history' } },
  { key: '?', cap: '?', does: 'This sheet', action: { kind: 'sheet' } },
  { key: 'Escape', cap: 'Esc', does: 'Close, let go', action: { kind: 'dismiss' } },
];

/** Kinds of input that take no letters: keys pressed while they have the focus still are ours. */
const silentInputs = 'input:is([type="range"], [type="radio"], [type="checkbox"], [type="color"])';

/** Where the keyboard is, as far as shortcuts care. */
export interface KeyPress {
  key: string;
  /** With Ctrl or Meta. */
  hasCommand: boolean;
  hasShift: boolean;
  /** With Alt: the browser's. */
  hasAlt: boolean;
  /** The key was held down and repeats. */
  isRepeat: boolean;
  focus: 'typing' | 'pressable' | 'elsewhere';
}

/** The action of a key press, or null where the key belongs to something else. */
export function actionOfPress({ key, hasCommand, hasShift, hasAlt, isRepeat, focus }: KeyPress): ShortcutAction | null {
  if (hasAlt || isRepeat) return null;
  if (focus === 'typing' && key !== 'Escape') return null;
  if (focus === 'pressable' && (key === ' ' || key === 'Enter')) return null;
  const plain = key.length === 1 ? key.toLowerCase() : key;
  // Shift belongs to the letter; with Ctrl it is a key of its own.
  const name = hasCommand ? `Mod+${hasShift ? 'Shift+' : ''}${plain}` : plain;
  return shortcuts.find((shortcut) => shortcut.key === name)?.action ?? null;
}

/** The action of a key event, or null: keys typed into fields are not ours, nor most with modifiers. */
export function actionOfKey(event: KeyboardEvent): ShortcutAction | null {
  return actionOfPress({
    key: event.key,
    hasCommand: event.ctrlKey || event.metaKey,
    hasShift: event.shiftKey,
    hasAlt: event.altKey,
    isRepeat: event.repeat,
    focus: focusOf(event.composedPath()[0]),
  });
}

/** Whether the keys that are pressed go into a field. */
export function isTyping(event: KeyboardEvent): boolean {
  return focusOf(event.composedPath()[0]) === 'typing';
}

function focusOf(target: EventTarget | undefined): KeyPress['focus'] {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if ((target.matches('input, select, textarea') && !target.matches(silentInputs)) || target.isContentEditable) return 'typing';
  return target.matches('button, a, summary, input:not([type="range"])') ? 'pressable' : 'elsewhere';
}
