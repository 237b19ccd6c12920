/** The key code that browsers report for a key that an input method takes; WebKit also after `compositionend`. @see UI Events, §7.3.1 */
const takenByInputMethod = 229;

/** Returns true for a key that belongs to an input method: it chooses, confirms or cancels the composed text, and means nothing else. */
export const isComposing = ({ isComposing: composes, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  composes || keyCode === takenByInputMethod;

/**
 * Keeps the keys of input methods from every handler of the page: Enter that confirms a word sends nothing, Escape that cancels it closes
 * nothing. Call it before anything else listens for keys.
 */
export function keepComposition(page: EventTarget = window): void {
  page.addEventListener('keydown', (event) => isComposing(event as KeyboardEvent) && event.stopImmediatePropagation(), { capture: true });
}
