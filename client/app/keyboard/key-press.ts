import type { Shortcut } from '../../ui/features.ts';

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

/** The shortcut of a key press, or null where the key belongs to something else. */
export function shortcutOfPress(shortcuts: readonly Shortcut[], press: KeyPress): Shortcut | null {
  const { hasCommand, hasControl = false, hasShift, hasAlt, isRepeat, focus } = press;
  if (hasAlt || isRepeat) return null;
  const plain = nameOfKey(press);
  if (focus === 'pressable' && (plain === ' ' || plain === 'Enter')) return null;
  // Shift belongs to the letter; with Ctrl it is a key of its own.
  const shift = hasShift ? 'Shift+' : '';
  const names = hasCommand ? [`Mod+${shift}${plain}`, ...(hasControl ? [`Ctrl+${shift}${plain}`] : [])] : [plain];
  const shortcut = shortcuts.find(({ key, also }) => names.includes(key) || (also !== undefined && names.includes(also)));
  if (!shortcut) return null;
  if (focus === 'typing') return shortcut.leavesFields ? shortcut : null;
  if (focus === 'settled') return shortcut.leavesFields || shortcut.worksInSettledFields ? shortcut : null;
  return shortcut;
}

/** Whether the last letter that was typed was a Latin one. */
let isLatin = true;

/** The shortcut of a key event, or null: keys typed into fields are not ours, nor most with modifiers. */
export function shortcutOfKey(shortcuts: readonly Shortcut[], event: KeyboardEvent): Shortcut | null {
  if (/^Key[A-Z]$/.test(event.code) && isLetter(event.key)) isLatin = isLatinLetter(event.key);
  return shortcutOfPress(shortcuts, {
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
