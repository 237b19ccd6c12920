import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A control that has not moved for this long counts as released. */
const holdMs = 2500;

/** Reports when the user grabs a control and when they release it; a pause counts as a release. */
export class HandHold implements ReactiveController {
  readonly #say: (isHeld: boolean) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, say: (isHeld: boolean) => void) {
    this.#say = say;
    host.addController(this);
  }

  /** Reports a grab, unless the control is held, and restarts the pause. */
  hold(): void {
    if (this.#timer === undefined) this.#say(true);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.release(), holdMs);
  }

  /** Reports a release, if the control is held. */
  release(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#say(false);
  }

  hostDisconnected(): void {
    this.release();
  }
}
