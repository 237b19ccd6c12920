/** A press that is at least as long is a hold. */
const holdMs = 300;

/** Tells a press that is held from a short one. */
export class PressHold {
  readonly #told: (held: number | null) => void;
  readonly #afterMs: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isHeld = false;
  #wasLong = false;

  /** `told` gets the place that is held, `afterMs` after the press, and null when it is let go. */
  constructor(told: (held: number | null) => void, afterMs = holdMs) {
    this.#told = told;
    this.#afterMs = afterMs;
  }

  /** Whether the last press was a hold: its click chooses nothing. */
  get wasLong(): boolean {
    const was = this.#wasLong;
    this.#wasLong = false;
    return was;
  }

  begin(place: number): void {
    this.end();
    this.#wasLong = false;
    this.#timer = setTimeout(() => {
      this.#isHeld = true;
      this.#wasLong = true;
      this.#told(place);
    }, this.#afterMs);
  }

  readonly end = (): void => {
    clearTimeout(this.#timer);
    if (!this.#isHeld) return;
    this.#isHeld = false;
    this.#told(null);
  };
}
