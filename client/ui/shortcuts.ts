import { type PanelName, panelNames } from '../store/store.ts';

/** What keys do, once: the sheet shows this table and the keyboard follows it. */
export type ShortcutAction =
  | { kind: 'toggle-playing' }
  | { kind: 'restart' }
  | { kind: 'toggle-sound' }
  | { kind: 'fullscreen' }
  | { kind: 'toggle-panels' }
  | { kind: 'panel'; panel: PanelName }
  | { kind: 'share' }
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
  { key: 's', cap: 'S', does: 'Share', action: { kind: 'share' } },
  { key: '?', cap: '?', does: 'This sheet', action: { kind: 'sheet' } },
  { key: 'Escape', cap: 'Esc', does: 'Close, let go', action: { kind: 'dismiss' } },
];

/** The action of a key press, or null: keys typed into fields and with modifiers are not ours. */
export function actionOfKey(event: KeyboardEvent): ShortcutAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const target = event.composedPath()[0];
  const isTyping = target instanceof HTMLElement && (target.matches('input, select, textarea') || target.isContentEditable);
  const isPressing = target instanceof HTMLElement && target.matches('button, a') && event.key === ' ';
  if ((isTyping && event.key !== 'Escape') || isPressing) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return shortcuts.find((shortcut) => shortcut.key === key)?.action ?? null;
}
