import { css, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { html } from '../../words/html.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { icon } from './icon.ts';
import { narrow } from '../screens.ts';

const copiedMs = 2000;

/** A read-only link to copy, or markup that holds a link, with a caption. */
@customElement('hu-link-row')
export class LinkRow extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      .caption {
        margin-bottom: 4px;
        font-size: 12px;
        color: var(--text-soft);
        text-wrap: pretty;
      }
      .row {
        display: flex;
        gap: 8px;
        margin-bottom: 12px;
      }
      input {
        flex: 1;
        min-width: 0;
        /* As high as the button beside it. */
        min-height: 40px;
        padding: 0 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--well);
      }
      @media ${narrow} {
        .row {
          flex-wrap: wrap;
        }
        input {
          flex-basis: 100%;
          min-height: 44px;
        }
        button {
          flex: 1;
        }
      }
    `,
  ];

  @property() caption = '';
  /** Path of the link on this origin. */
  @property() path = '';
  /** Replaces the link, unless it is empty. */
  @property() text = '';
  @state() isCopied = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override render(): TemplateResult {
    const text = this.text || location.origin + this.path;
    return html`<div class="caption">${this.caption}</div>
      <div class="row">
        <input
          readonly
          aria-label=${this.caption}
          .value=${text}
          @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()}
        />
        <button class="outlined" @click=${() => this.#copy(text)}>
          ${this.isCopied ? html`${icon('check', 16)} Copied` : html`${icon('copy', 16)} Copy`}
        </button>
      </div>`;
  }

  #copy(text: string): void {
    want(this, { kind: 'copy', text });
    this.isCopied = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.isCopied = false), copiedMs);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-link-row': LinkRow;
  }
}
