import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type Store } from '../../store/store.ts';
import { universePath } from '../../store/routes.ts';
import { want } from '../intents.ts';
import { shortcuts } from '../shortcuts.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { dialogStyles } from './dialog-styles.ts';
import { icon } from './icon.ts';

const copiedMs = 2000;

/** The share dialog and the sheet of shortcuts. */
@customElement('hu-dialogs')
export class Dialogs extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    css`
      .row {
        display: flex;
        gap: 8px;
        margin-bottom: 12px;
      }
      .row input {
        flex: 1;
        min-width: 0;
        height: 40px;
        padding: 0 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: rgb(0 0 0 / 0.3);
      }
      fieldset label {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 40px;
        cursor: pointer;
      }
      fieldset input {
        accent-color: var(--accent);
        width: 18px;
        height: 18px;
      }
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
        width: 56px;
        text-align: right;
      }
      kbd {
        display: inline-block;
        min-width: 26px;
        padding: 2px 7px;
        border: 1px solid var(--line-strong);
        border-bottom-width: 2px;
        border-radius: 6px;
        background: rgb(255 255 255 / 0.05);
        font: inherit;
        font-size: 12px;
        text-align: center;
      }
      dd {
        margin: 0;
        color: var(--text-soft);
      }
      .keys {
        width: min(600px, calc(100vw - 32px));
      }
      .note {
        margin-top: 12px;
        font-size: 13px;
        color: var(--text-soft);
      }
      @media (max-width: 640px) {
        .row {
          flex-wrap: wrap;
        }
        .row input {
          flex-basis: 100%;
          height: 44px;
        }
        .row button {
          flex: 1;
        }
        fieldset label {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @query('dialog') dialog!: HTMLDialogElement | null;
  /** The link that was copied a moment ago. */
  @state() copied = '';
  #copiedTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.dialog.value, this.store?.universe.value]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const open = this.store.dialog.value;
    if (open !== 'share' && open !== 'shortcuts') return nothing;
    return html`<dialog
      class=${open === 'share' ? 'share' : 'keys'}
      aria-label=${open === 'share' ? 'Share' : 'Keyboard'}
      @close=${this.#close}
      @click=${this.#clickedOutside}
    >
      <header>
        <h2>${open === 'share' ? 'Play together' : 'Keyboard'}</h2>
        <button class="icon" aria-label="Close" @click=${this.#close}>${icon('x')}</button>
      </header>
      ${open === 'share' ? this.#renderShare() : this.#renderShortcuts()}
    </dialog>`;
  }

  protected override updated(): void {
    if (this.dialog && !this.dialog.open) this.dialog.showModal();
  }

  #copy(url: string): void {
    want(this, { kind: 'copy', text: url });
    this.copied = url;
    clearTimeout(this.#copiedTimer);
    this.#copiedTimer = setTimeout(() => (this.copied = ''), copiedMs);
  }

  #close = () => want(this, { kind: 'dialog', dialog: null });

  #clickedOutside = (event: MouseEvent) => {
    if (event.target === this.dialog) this.#close();
  };

  #renderShortcuts(): TemplateResult {
    return html`<dl>
        ${shortcuts.map(
          ({ cap, does }) =>
            html`<div>
              <dt><kbd>${cap}</kbd></dt>
              <dd>${does}</dd>
            </div>`,
        )}
      </dl>
      <p class="note">
        On a slider, arrows move it by a step, Page keys by ten, Home and End to its ends. A double click resets it. In the matrix of
        species, up and down change a cell, left and right go to the next.
      </p>`;
  }

  #renderShare(): TemplateResult | typeof nothing {
    const universe = this.store.universe.value;
    if (!universe) return nothing;
    const { isPublic, linkRole, role } = universe;
    const isForAll = isPublic && linkRole === 'editor';
    const words = isForAll
      ? 'Whoever opens this link plays along'
      : isPublic
        ? 'Whoever opens this link watches and listens'
        : 'Only you can open this link now';
    return html`${this.#renderLink(words, universePath(universe.id))}
    ${isForAll ? this.#renderLink('Whoever opens this one watches and listens', universePath(universe.id, true)) : nothing}
    ${role === 'owner' ? this.#renderAccess(isPublic, linkRole) : nothing}`;
  }

  #renderLink(caption: string, path: string): TemplateResult {
    const url = location.origin + path;
    return html`<div class="caption">${caption}</div>
      <div class="row">
        <input readonly aria-label=${caption} .value=${url} @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()} />
        <button class="outlined" autofocus @click=${() => this.#copy(url)}>
          ${this.copied === url ? html`${icon('check', 16)} Copied` : html`${icon('copy', 16)} Copy`}
        </button>
      </div>`;
  }

  #renderAccess(isPublic: boolean, linkRole: 'editor' | 'viewer'): TemplateResult {
    const choice = (label: string, checked: boolean, patch: { isPublic: boolean; linkRole?: 'editor' | 'viewer' }) =>
      html`<label
        ><input type="radio" name="access" .checked=${checked} @change=${() => want(this, { kind: 'share', patch })} /> ${label}</label
      >`;
    return html`<fieldset>
      <legend class="caption">Who may come in</legend>
      ${choice('Anyone may play along', isPublic && linkRole === 'editor', { isPublic: true, linkRole: 'editor' })}
      ${choice('Anyone may watch', isPublic && linkRole === 'viewer', { isPublic: true, linkRole: 'viewer' })}
      ${choice('Nobody but me', !isPublic, { isPublic: false })}
    </fieldset>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-dialogs': Dialogs;
  }
}
