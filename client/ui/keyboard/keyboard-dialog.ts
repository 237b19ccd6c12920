import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { html } from '../../words/html.ts';
import { say, sayText } from '../../words/words.ts';
import type { Shortcut } from '../features.ts';
import { want } from '../intents.ts';
import { dialogStyles } from '../parts/dialog-styles.ts';
import { icon } from '../parts/icon.ts';
import { base } from '../tokens.ts';

/** The list of shortcuts. */
@customElement('hu-keyboard-dialog')
export class KeyboardDialog extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    css`
      dl {
        columns: 2 220px;
        column-gap: 20px;
        margin: 0;
      }
      dl div {
        display: flex;
        min-height: 34px;
        break-inside: avoid;
        align-items: center;
        gap: 12px;
      }
      dt {
        flex: none;
        width: 76px;
        text-align: right;
        white-space: nowrap;
      }
      kbd {
        display: inline-block;
        min-width: 26px;
        padding: 2px 7px;
        border: 1px solid var(--line-strong);
        border-bottom-width: 2px;
        border-radius: 6px;
        background: var(--faint);
        font: inherit;
        font-size: 12px;
        text-align: center;
      }
      dd {
        margin: 0;
        color: var(--text-soft);
      }
      dialog {
        width: min(600px, calc(100vw - 32px));
      }
      .note {
        margin-top: 12px;
        font-size: 13px;
        color: var(--text-soft);
      }
    `,
  ];

  @property({ attribute: false }) shortcuts: readonly Shortcut[] = [];
  @query('dialog') dialog!: HTMLDialogElement;

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-label="Keyboard" @close=${this.#close} @click=${this.#clickedOutside}>
      <div class="head">
        <h2>Keyboard</h2>
        <button class="icon" aria-label="Close" @click=${this.#close}>${icon('x')}</button>
      </div>
      <dl>
        ${this.shortcuts.map(
          ({ cap, does }) =>
            html`<div>
              <dt><kbd>${sayText(cap)}</kbd></dt>
              <dd>${say(does)}</dd>
            </div>`,
        )}
      </dl>
      <p class="note">
        On a slider, arrows move it by a step, Page keys by ten, Home and End to its ends. A double click resets it. In the matrix of
        species, up and down change a cell, left and right go to the next.
      </p>
    </dialog>`;
  }

  #close = () => want(this, { kind: 'dialog', dialog: null });

  #clickedOutside = (event: MouseEvent) => {
    if (event.target === this.dialog) this.#close();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-keyboard-dialog': KeyboardDialog;
  }
}
