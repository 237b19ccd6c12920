import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { base } from '../tokens.ts';
import { Watch } from '../watch.ts';

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
        gap: 8px;
        width: max-content;
        max-width: min(520px, calc(100vw - 32px));
        z-index: 30;
        pointer-events: none;
      }
      div {
        padding: 9px 14px;
        border: 1px solid var(--line-strong);
        border-radius: 10px;
        background: var(--surface-raised);
        backdrop-filter: blur(16px);
        box-shadow: var(--shadow);
      }
      .error {
        border-color: rgb(255 155 155 / 0.5);
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    new Watch(this, () => this.store?.toasts.value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('role', 'status');
  }

  protected override render(): TemplateResult {
    return html`${this.store.toasts.value.map((toast) => html`<div class=${toast.tone}>${toast.text}</div>`)}`;
  }
}
