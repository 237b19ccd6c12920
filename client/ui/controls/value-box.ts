import { nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { html } from '../../words/html.ts';

/** How long a text that was refused is kept once its box is left, in ms. */
const refusalMs = 4000;

/** What a box that holds a value leaves to whoever has it. */
export interface ValueBoxUse {
  /** The value as text: what the box shows where nothing is typed. */
  shown(): string;
  /** Takes what was typed; gives the reason where that is no value. */
  enter(text: string): string | null;
  /** A key is pressed that may step the value. What is typed has been entered before. */
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
 * A box that a value is typed into. What is typed is sent by Enter or on leaving, given up by Escape, and kept while it is refused.
 * While it holds nothing unsent it is marked `data-settled`: then undo is the universe's, else it is the text's.
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

  /** Whether it shows the value, and nothing that is typed. */
  get isSettled(): boolean {
    return this.#draft === null;
  }

  /** Forgets what is typed: the value has been set by another way. */
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
    // Taken away while somebody types: browsers tell nobody that such a box is left.
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
    // What is undone back to the value is nothing unsent.
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
    // Where a browser has told of no change, as of a text that was set before.
    if (!this.#isRefused) this.#enter();
    this.#host.requestUpdate();
  };

  readonly #forgive = () => {
    this.#isRefused = false;
    // Where somebody is mending it, it stays.
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
