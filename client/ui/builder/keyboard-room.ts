import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A smaller covered height (in px) is a bar of the browser that appears and disappears, not a keyboard. */
const minKeyboardPx = 120;

/** The part of the window that the on-screen keyboard covers. The size of the window does not change. */
export interface KeyboardRoom {
  /** Covered height at the top and bottom, in px: a browser may push the page up to show the field. */
  above: number;
  below: number;
}

/** @param visible - the visible part of the page, from `visualViewport`; zoom does not count as covered */
export function keyboardRoom(
  windowHeight: number,
  { height, scale, offsetTop }: Pick<VisualViewport, 'height' | 'scale' | 'offsetTop'>,
): KeyboardRoom {
  const covered = Math.round(windowHeight - height * scale);
  if (covered < minKeyboardPx || scale > 1.01) return { above: 0, below: 0 };
  const above = Math.min(covered, Math.max(0, Math.round(offsetTop)));
  return { above, below: covered - above };
}

/** Returns the innermost focused element. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Keeps its host in the area that the keyboard leaves free, sets `typing` meanwhile, and scrolls the focused field into view. */
export class KeyboardController implements ReactiveController {
  readonly host: ReactiveControllerHost & HTMLElement;
  #stop: AbortController | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    for (const kind of ['resize', 'scroll'] as const) visualViewport?.addEventListener(kind, this.#follow, { signal });
    this.#follow();
  }

  hostDisconnected(): void {
    this.#stop?.abort();
  }

  readonly #follow = () => {
    if (!visualViewport) return;
    const { above, below } = keyboardRoom(innerHeight, visualViewport);
    this.host.style.setProperty('--keyboard-above', `${above}px`);
    this.host.style.setProperty('--keyboard-below', `${below}px`);
    const isTyping = above + below > 0;
    const began = isTyping && !this.host.hasAttribute('typing');
    this.host.toggleAttribute('typing', isTyping);
    if (began) focused()?.scrollIntoView({ block: 'nearest' });
  };
}
