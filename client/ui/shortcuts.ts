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
  /** Another key that does the same. */
  also?: string;
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
  { key: 'Mod+Shift+z', also: 'Ctrl+y', cap: 'Ctrl ⇧ Z', does: 'Do it again', action: { kind: 'reverse', direction: 'redo' } },
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
  /** The place of the key, as on a keyboard for English: for layouts whose letters are none of ours. */
  code?: string;
  /** The letters of the layout are Latin, as far as is known. */
  isLatin?: boolean;
  /** With Ctrl or Meta. */
  hasCommand: boolean;
  /** With Ctrl, which is not the command key everywhere. */
  hasControl?: boolean;
  hasShift: boolean;
  /** With Alt: the browser's. */
  hasAlt: boolean;
  /** The key was held down and repeats. */
  isRepeat: boolean;
  /** `settled`: in a field that holds nothing which has not been sent. */
  focus: 'typing' | 'settled' | 'pressable' | 'elsewhere';
}

const isLetter = (key: string) => /^\p{L}$/u.test(key);
const isLatinLetter = (key: string) => isLetter(key) && /^\p{Script=Latin}$/u.test(key);
/** Of scripts that have one of their own, as Arabic and Greek. */
const questionMarks: readonly string[] = ['؟', '\u037e', '？'];

/**
 * The name of a key as the table has it. What is on the key counts, so that each layout has its own letters; where that is no Latin
 * letter, or no digit, the place of the key does.
 */
function nameOfKey({ key, code = '', isLatin = true, hasShift }: Pick<KeyPress, 'key' | 'code' | 'isLatin' | 'hasShift'>): string {
  if (code === 'Space') return ' ';
  if (questionMarks.includes(key)) return '?';
  const plain = key.length === 1 ? key.toLowerCase() : key;
  if ([...key].length !== 1) return plain;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  // On a layout of another script some of these places carry signs.
  if (letter && (isLetter(key) ? !isLatinLetter(key) : !isLatin)) return letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  // French and Czech digits are behind Shift: without it, their keys carry letters and signs.
  return digit && !hasShift && !/^[0-9?]$/.test(key) ? digit : plain;
}

/** The action of a key press, or null where the key belongs to something else. */
export function actionOfPress(press: KeyPress): ShortcutAction | null {
  const { hasCommand, hasControl = false, hasShift, hasAlt, isRepeat, focus } = press;
  if (hasAlt || isRepeat) return null;
  const plain = nameOfKey(press);
  if (focus === 'pressable' && (plain === ' ' || plain === 'Enter')) return null;
  // Shift belongs to the letter; with Ctrl it is a key of its own.
  const shift = hasShift ? 'Shift+' : '';
  const names = hasCommand ? [`Mod+${shift}${plain}`, ...(hasControl ? [`Ctrl+${shift}${plain}`] : [])] : [plain];
  const action = shortcuts.find(({ key, also }) => names.includes(key) || (also !== undefined && names.includes(also)))?.action ?? null;
  if (focus === 'typing') return action?.kind === 'dismiss' ? action : null;
  // What was sent is taken back in the universe; the text of the field follows.
  if (focus === 'settled') return action?.kind === 'dismiss' || action?.kind === 'reverse' ? action : null;
  return action;
}

/** Whether the last letter that was typed was a Latin one. */
let isLatin = true;

/** The action of a key event, or null: keys typed into fields are not ours, nor most with modifiers. */
export function actionOfKey(event: KeyboardEvent): ShortcutAction | null {
  if (/^Key[A-Z]$/.test(event.code) && isLetter(event.key)) isLatin = isLatinLetter(event.key);
  return actionOfPress({
    key: event.key,
    code: event.code,
    isLatin,
    hasCommand: event.ctrlKey || event.metaKey,
    hasControl: event.ctrlKey,
    hasShift: event.shiftKey,
    hasAlt: event.altKey,
    isRepeat: event.repeat,
    focus: focusOf(event.composedPath()[0]),
  });
}

/** Whether the keys that are pressed go into a field. */
export function isTyping(event: KeyboardEvent): boolean {
  const focus = focusOf(event.composedPath()[0]);
  return focus === 'typing' || focus === 'settled';
}

function focusOf(target: EventTarget | undefined): KeyPress['focus'] {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.matches('[data-settled]')) return 'settled';
  if ((target.matches('input, select, textarea') && !target.matches(silentInputs)) || target.isContentEditable) return 'typing';
  return target.matches('button, a, summary, input:not([type="range"])') ? 'pressable' : 'elsewhere';
}
