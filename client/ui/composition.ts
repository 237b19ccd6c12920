/** What browsers give for a key that an input method takes, also after `compositionend`, as WebKit does. @see UI Events, §7.3.1 */
const takenByInputMethod = 229;

/** Whether a key belongs to an input method: it chooses, confirms or cancels what is composed, and means nothing else. */
export const isComposing = ({ isComposing: composes, keyCode }: Pick<KeyboardEvent, 'isComposing' | 'keyCode'>): boolean =>
  composes || keyCode === takenByInputMethod;

/**
 * Keeps the keys of input methods from every handler of the page: Enter that confirms a word sends nothing, Escape that cancels it
 * closes nothing. To be called before anything else listens for keys.
 */
export function keepComposition(page: EventTarget = window): void {
  page.addEventListener('keydown', (event) => isComposing(event as KeyboardEvent) && event.stopImmediatePropagation(), { capture: true });
}
