import type { Shortcut } from '../../ui/features.ts';

/** Inputs that accept no letters: shortcuts work while they have the focus. */
const silentInputs = 'input:is([type="range"], [type="radio"], [type="checkbox"], [type="color"])';

/** The state of a key press that matters to shortcuts. */
export interface KeyPress {
  key: string;
  /** The position of the key on an English keyboard: for layouts without Latin letters. */
  code?: string;
  /** Whether the letters of the layout are Latin, as far as known. */
  isLatin?: boolean;
  /** Ctrl or Meta is down. */
  hasCommand: boolean;
  /** Ctrl is down, which is not the command key on every system. */
  hasControl?: boolean;
  hasShift: boolean;
  /** Alt is down: the browser's shortcuts. */
  hasAlt: boolean;
  /** The key is held and repeats. */
  isRepeat: boolean;
  /** `settled`: in a field without unsent text. */
  focus: 'typing' | 'settled' | 'pressable' | 'elsewhere';
}

const isLetter = (key: string) => /^\p{L}$/u.test(key);
const isLatinLetter = (key: string) => isLetter(key) && /^\p{Script=Latin}$/u.test(key);
/** Question marks of other scripts, such as Arabic and Greek. */
const questionMarks: readonly string[] = ['؟', '\u037e', '？'];

/**
 * Returns the name of a key as shortcuts have it. The character counts, so that each layout keeps its own letters; if it is no Latin
 * letter, or no digit, the position of the key counts.
 */
function nameOfKey({ key, code = '', isLatin = true, hasShift }: Pick<KeyPress, 'key' | 'code' | 'isLatin' | 'hasShift'>): string {
  if (code === 'Space') return ' ';
  if (questionMarks.includes(key)) return '?';
  const plain = key.length === 1 ? key.toLowerCase() : key;
  if ([...key].length !== 1) return plain;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  // On non-Latin layouts some of these positions carry signs.
  if (letter && (isLetter(key) ? !isLatinLetter(key) : !isLatin)) return letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  // French and Czech digits need Shift: without it, their keys type letters and signs.
  return digit && !hasShift && !/^[0-9?]$/.test(key) ? digit : plain;
}

/** Returns the shortcut of a key press, or null if the key belongs to something else. */
export function shortcutOfPress(shortcuts: readonly Shortcut[], press: KeyPress): Shortcut | null {
  const { hasCommand, hasControl = false, hasShift, hasAlt, isRepeat, focus } = press;
  if (hasAlt || isRepeat) return null;
  const plain = nameOfKey(press);
  if (focus === 'pressable' && (plain === ' ' || plain === 'Enter')) return null;
  // Shift is part of the letter; with Ctrl it is a modifier of its own.
  const shift = hasShift ? 'Shift+' : '';
  const names = hasCommand ? [`Mod+${shift}${plain}`, ...(hasControl ? [`Ctrl+${shift}${plain}`] : [])] : [plain];
  const shortcut = shortcuts.find(({ key, also }) => names.includes(key) || (also !== undefined && names.includes(also)));
  if (!shortcut) return null;
  if (focus === 'typing') return shortcut.leavesFields ? shortcut : null;
  if (focus === 'settled') return shortcut.leavesFields || shortcut.worksInSettledFields ? shortcut : null;
  return shortcut;
}

/** Whether the last typed letter was Latin. */
let isLatin = true;

/** Returns the shortcut of a key event, or null: keys typed into fields are ignored, and most with modifiers. */
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

/** Whether key presses go into a field. */
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
