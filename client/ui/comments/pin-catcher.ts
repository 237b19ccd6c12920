import { css, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { html } from '../../words/html.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';

/** Covers the scene while the user chooses the place of a comment. */
@customElement('hu-pin-catcher')
export class PinCatcher extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: absolute;
        inset: 0;
      }
      button {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        border-radius: 0;
        cursor: crosshair;
      }
      button:hover:not(:disabled) {
        background: none;
      }
      button:focus-visible {
        outline-offset: -4px;
      }
      span {
        position: absolute;
        top: 72px;
        left: 20px;
        max-width: calc(100vw - 40px);
        padding: 8px 14px;
        border: 1px solid var(--line-strong);
        border-radius: 10px;
        background: var(--surface-raised);
        backdrop-filter: var(--frost, blur(14px));
        will-change: backdrop-filter;
        font-size: 13px;
      }
    `,
  ];

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('button')!.focus();
  }

  protected override render(): TemplateResult {
    return html`<button aria-label="Place of the comment: Enter pins it in the middle, Escape cancels" @click=${this.#pin}></button>
      <span aria-hidden="true">Click to place the comment.</span>`;
  }

  /** A key has no position, so it means the middle of the free area. */
  readonly #pin = (event: MouseEvent) => {
    const { left, top, width, height } = this.getBoundingClientRect();
    const isKey = event.detail === 0;
    const x = isKey ? width / 2 : event.clientX - left;
    const y = isKey ? height / 2 : event.clientY - top;
    want(this, { kind: 'comments', act: { kind: 'pin', x, y } });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-pin-catcher': PinCatcher;
  }
}
