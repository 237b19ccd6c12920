import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { html } from '../../words/html.ts';

/** Time for which a refused text is kept after its box loses focus, in ms. */
const refusalMs = 4000;

/** The value behind a box: its owner reads and sets it. */
export interface ValueBoxUse {
  /** Returns the value as text. The box shows it while nothing is typed. */
  shown(): string;
  /** Applies the typed text, or returns the reason why it is refused. */
  enter(text: string): string | null;
  /** Handles a key that may step the value. The typed text has been entered before. */
  step?(event: KeyboardEvent): void;
}

interface Looks {
  label: string;
  kind: 'value' | 'number';
  disabled?: boolean;
  placeholder?: string;
  maxLength?: number;
  inputMode?: 'decimal' | 'numeric' | 'text';
}

const steppingKeys: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown']);

/**
 * A text box for a value. Enter or blur sends the typed text, Escape discards it; refused text is kept. `data-settled` is set while no text
 * is unsent: then undo applies to the universe, else to the text.
 * @fires field-refused - `{ text }` with the reason, from its host
 */
export class ValueBox implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #use: ValueBoxUse;
  #draft: string | null = null;
  #isRefused = false;
  #isFocused = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, use: ValueBoxUse) {
    this.#host = host;
    this.#use = use;
    host.addController(this);
  }

  /** True while the box shows the value, without unsent text. */
  get isSettled(): boolean {
    return this.#draft === null;
  }

  /** Discards the typed text, because the value was set in another way. */
  settle(): void {
    this.#draft = null;
    this.#isRefused = false;
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.settle();
  }

  render({ label, kind, disabled = false, placeholder = '', maxLength, inputMode = 'decimal' }: Looks): TemplateResult {
    // A browser fires no blur if a focused box is disabled.
    if (disabled) this.#draft = null;
    return html`<input
      class=${kind}
      inputmode=${inputMode}
      autocomplete="off"
      spellcheck="false"
      maxlength=${maxLength ?? nothing}
      placeholder=${placeholder}
      aria-label=${label}
      aria-invalid=${this.#isRefused}
      ?data-settled=${this.isSettled}
      .value=${live(this.#draft ?? this.#use.shown())}
      ?disabled=${disabled}
      @focus=${this.#arrive}
      @input=${this.#type}
      @change=${this.#enter}
      @blur=${this.#leave}
      @keydown=${this.#key}
    />`;
  }

  readonly #arrive = (event: FocusEvent) => {
    this.#isFocused = true;
    (event.target as HTMLInputElement).select();
  };

  readonly #type = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    // Text that equals the value again is not unsent.
    if (value === this.#use.shown()) return this.settle();
    this.#draft = value;
    this.#host.requestUpdate();
  };

  readonly #enter = () => {
    if (this.#draft === null) return;
    const reason = this.#use.enter(this.#draft);
    if (reason === null) return this.settle();
    this.#isRefused = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#forgive, refusalMs);
    this.#host.dispatchEvent(new CustomEvent('field-refused', { detail: { text: reason }, bubbles: true, composed: true }));
    this.#host.requestUpdate();
  };

  readonly #leave = () => {
    this.#isFocused = false;
    // Enters the text if the browser fired no change event, as for a text that was set by code.
    if (!this.#isRefused) this.#enter();
    this.#host.requestUpdate();
  };

  readonly #forgive = () => {
    this.#isRefused = false;
    // Keeps the text while the user corrects it.
    if (!this.#isFocused) this.#draft = null;
    this.#host.requestUpdate();
  };

  readonly #key = (event: KeyboardEvent) => {
    if (event.key === 'Enter') (event.target as HTMLInputElement).select();
    if (event.key === 'Escape') this.settle();
    if (!steppingKeys.has(event.key) || !this.#use.step) return;
    this.#enter();
    this.#use.step(event);
  };
}
