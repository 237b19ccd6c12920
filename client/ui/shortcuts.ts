import { type PanelName, panelNames } from '../store/store.ts';

/** What keys do, once: the sheet shows this table and the keyboard follows it. */
export type ShortcutAction =
  | { kind: 'toggle-playing' }
  | { kind: 'restart' }
  | { kind: 'toggle-sound' }
  | { kind: 'fullscreen' }
  | { kind: 'toggle-panels' }
  | { kind: 'panel'; panel: PanelName }
  | { kind: 'toggle-keys' }
  | { kind: 'tap' }
  | { kind: 'share' }
  | { kind: 'record' }
  | { kind: 'sheet' }
  | { kind: 'dismiss' };

export interface Shortcut {
  key: string;
  /** How the key is called on the sheet. */
  cap: string;
  does: string;
  action: ShortcutAction;
}

const panelTitles: Record<PanelName, string> = {
  physics: 'Physics',
  music: 'Music',
  audio: 'Audio',
  visualization: 'Look',
  coupling: 'Links',
  things: 'Emitters and wells',
  mixer: 'Mixer',
};

export function panelTitle(panel: PanelName): string {
  return panelTitles[panel];
}

export const shortcuts: readonly Shortcut[] = [
  { key: ' ', cap: 'Space', does: 'Play or pause, for everybody', action: { kind: 'toggle-playing' } },
  { key: 'r', cap: 'R', does: 'Begin again', action: { kind: 'restart' } },
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
  { key: 't', cap: 'T', does: 'Tap the tempo', action: { kind: 'tap' } },
  { key: 's', cap: 'S', does: 'Share', action: { kind: 'share' } },
  { key: 'c', cap: 'C', does: 'Record (capture)', action: { kind: 'record' } },
  { key: '?', cap: '?', does: 'This sheet', action: { kind: 'sheet' } },
  { key: 'Escape', cap: 'Esc', does: 'Close, let go', action: { kind: 'dismiss' } },
];

/** Kinds of input that take no letters: keys pressed while they have the focus still are ours. */
const silentInputs = 'input:is([type="range"], [type="radio"], [type="checkbox"], [type="color"])';

/** Where the keyboard is, as far as shortcuts care. */
export interface KeyPress {
  key: string;
  /** With Ctrl, Meta or Alt: the browser's. */
  hasModifier: boolean;
  /** The key was held down and repeats. */
  isRepeat: boolean;
  focus: 'typing' | 'pressable' | 'elsewhere';
}

/** The action of a key press, or null where the key belongs to something else. */
export function actionOfPress({ key, hasModifier, isRepeat, focus }: KeyPress): ShortcutAction | null {
  if (hasModifier || isRepeat) return null;
  if (focus === 'typing' && key !== 'Escape') return null;
  if (focus === 'pressable' && (key === ' ' || key === 'Enter')) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  return shortcuts.find((shortcut) => shortcut.key === name)?.action ?? null;
}

/** The action of a key event, or null: keys typed into fields and with modifiers are not ours. */
export function actionOfKey(event: KeyboardEvent): ShortcutAction | null {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  return actionOfPress({ key: event.key, hasModifier, isRepeat: event.repeat, focus: focusOf(event.composedPath()[0]) });
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
