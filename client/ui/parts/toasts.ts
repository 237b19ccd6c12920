import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Store } from '../../store/store.ts';
import { closeToast, type ToastAction } from '../../store/toasts.ts';
import { html } from '../../words/html.ts';
import { onScreens } from '../screens.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';

/** Short messages, read out politely. */
@customElement('hu-toasts')
export class Toasts extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: fixed;
        left: 50%;
        bottom: 92px;
        translate: -50% 0;
        display: flex;
        flex-direction: column;
        align-items: center;
        gap: 8px;
        width: max-content;
        max-width: min(520px, calc(100vw - 32px));
        z-index: 30;
        pointer-events: none;
      }
      div {
        display: flex;
        align-items: baseline;
        gap: 10px;
        padding: 9px 14px;
        border: 1px solid var(--line-strong);
        border-radius: 10px;
        background: var(--surface-raised);
        backdrop-filter: var(--frost, blur(16px));
        will-change: backdrop-filter;
        box-shadow: var(--shadow);
        text-wrap: pretty;
        animation: arrive 0.22s ease-out;
      }
      div::before {
        content: '';
        flex: none;
        width: 8px;
        height: 8px;
        border-radius: 50%;
        background: var(--accent);
      }
      button {
        min-height: 32px;
        flex: none;
        margin: -6px -6px -6px 0;
        color: var(--accent-strong);
        font-weight: 600;
        pointer-events: auto;
      }
      .error {
        border-color: color-mix(in oklab, var(--danger) 50%, transparent);
      }
      .error::before {
        border-radius: 2px;
        background: var(--danger);
      }
      @keyframes arrive {
        from {
          opacity: 0;
          translate: 0 8px;
        }
      }
      @media ${onScreens('phone')} {
        :host {
          bottom: calc(136px + env(safe-area-inset-bottom));
        }
      }
      @media ${onScreens('low')} {
        :host {
          bottom: calc(58px + env(safe-area-inset-bottom));
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => this.store?.toasts.value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'status');
  }

  protected override render(): TemplateResult {
    return html`${repeat(
      this.store.toasts.value,
      (toast) => toast.id,
      ({ id, tone, text, action }) =>
        html`<div class=${tone}>
          ${text}${action ? html`<button @click=${() => this.#run(id, action)}>${action.label}</button>` : nothing}${
            action?.otherwise === undefined
              ? nothing
              : html`<button @click=${() => closeToast(this.store, id)}>${action.otherwise}</button>`
          }
        </div>`,
    )}`;
  }

  #run(id: number, action: ToastAction): void {
    closeToast(this.store, id);
    action.run();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-toasts': Toasts;
  }
}
