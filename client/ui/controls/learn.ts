import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { HandsAct } from '../../store/hands.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { touched } from '../screens.ts';

/**
 * The MIDI binding in the head of a control, while MIDI devices are connected: the knob that moves it, and a button that binds the next
 * knob. A right click on the control does the same as the button. `data-idle` is set while no knob is bound or awaited.
 */
@customElement('hu-learn')
export class Learn extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: inline-flex;
      }
      button {
        min-height: 18px;
        height: 18px;
        padding: 0 6px;
        border: 1px solid var(--line-strong);
        border-radius: 9px;
        font-size: 10.5px;
        line-height: 1;
        color: var(--text-soft);
        white-space: nowrap;
      }
      button.bound {
        border-color: color-mix(in oklab, var(--accent) 55%, transparent);
        color: var(--text);
      }
      button.armed,
      button.armed:hover:not(:disabled) {
        background: var(--accent);
        color: var(--on-accent);
        animation: wait 0.9s ease-in-out infinite alternate;
      }
      @keyframes wait {
        to {
          opacity: 0.55;
        }
      }
      @media ${touched} {
        button {
          height: 28px;
          min-height: 28px;
          border-radius: 14px;
          padding: 0 10px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  /** Name of the control, as in a binding. */
  @property({ attribute: false }) target = '';

  constructor() {
    super();
    watchSignals(this, () => [this.store?.midi.value, this.store?.canEdit.value]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.parentElement?.addEventListener('contextmenu', this.#rightClicked);
  }

  get #isHere(): boolean {
    return this.store.midi.value.state === 'on' && this.store.canEdit.value;
  }

  protected override willUpdate(): void {
    const { armed, bindings } = this.store.midi.value;
    this.toggleAttribute('data-idle', armed !== this.target && bindings.every(({ target }) => target !== this.target));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#isHere) return nothing;
    const { armed, bindings, inputs } = this.store.midi.value;
    const bound = bindings.find(({ target, device }) => target === this.target && inputs.some(({ name }) => name === device));
    if (armed === this.target) {
      return html`<button class="armed" title="Cancel" @click=${() => this.#want({ kind: 'learn', target: null })}>Move a knob</button>`;
    }
    if (bound) {
      const { device, channel, controller } = bound;
      const words = say('Controlled by {controller} of {device}, channel {channel}. Press to use another knob', {
        controller,
        device,
        channel,
      });
      return html`<button class="bound" title=${words} aria-label=${words} @click=${this.#arm}>CC ${controller}</button>`;
    }
    return html`<button title="Control it with a MIDI knob (right click)" @click=${this.#arm}>Learn</button>`;
  }

  readonly #arm = () => this.#want({ kind: 'learn', target: this.target });

  #want(act: HandsAct): void {
    want(this, { kind: 'hands', act });
  }

  readonly #rightClicked = (event: Event) => {
    if (!this.#isHere) return;
    event.preventDefault();
    this.#arm();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-learn': Learn;
  }
}
