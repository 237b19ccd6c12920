import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A hand that has not moved for this long is no longer on the control. */
const holdMs = 2500;

/** Says when a hand comes to a control and when it leaves: by letting go, or by keeping still. */
export class HandHold implements ReactiveController {
  readonly #say: (isHeld: boolean) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, say: (isHeld: boolean) => void) {
    this.#say = say;
    host.addController(this);
  }

  /** The hand moves. */
  hold(): void {
    if (this.#timer === undefined) this.#say(true);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.release(), holdMs);
  }

  /** The hand is gone. */
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
