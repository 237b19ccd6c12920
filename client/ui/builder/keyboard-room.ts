import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Less than this (in px) is a bar of the browser that comes and goes, not a keyboard. */
const leastKeyboardPx = 120;

/** What the keyboard of the screen leaves of the window: it covers the window without changing its size. */
export interface KeyboardRoom {
  /** Covered above and below, in px: a browser may push the page up to show the field. */
  above: number;
  below: number;
}

/** @param visible - the part of the page that is seen, as `visualViewport` tells of it; a page that is zoomed into is no smaller. */
export function keyboardRoom(
  windowHeight: number,
  { height, scale, offsetTop }: Pick<VisualViewport, 'height' | 'scale' | 'offsetTop'>,
): KeyboardRoom {
  const covered = Math.round(windowHeight - height * scale);
  if (covered < leastKeyboardPx || scale > 1.01) return { above: 0, below: 0 };
  const above = Math.min(covered, Math.max(0, Math.round(offsetTop)));
  return { above, below: covered - above };
}

/** The innermost element that has the focus. */
function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** Keeps its host in what the keyboard leaves, marks it `typing` meanwhile, and shows the field that is typed in. */
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
