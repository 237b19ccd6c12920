import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { type Store } from '../../store/store.ts';
import { universePath } from '../../store/routes.ts';
import { want } from '../intents.ts';
import { shortcuts } from '../shortcuts.ts';
import { base } from '../tokens.ts';
import { Watch } from '../watch.ts';
import { icon } from './icon.ts';

/** The share dialog and the sheet of shortcuts. */
@customElement('hu-dialogs')
export class Dialogs extends LitElement {
  static override styles = [
    base,
    css`
      dialog {
        width: min(460px, calc(100vw - 32px));
        padding: 20px 22px 22px;
        border: 1px solid var(--line-strong);
        border-radius: 16px;
        background: #11131d;
        color: var(--text);
        box-shadow: var(--shadow);
      }
      dialog::backdrop {
        background: rgb(3 4 8 / 0.6);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin-bottom: 12px;
      }
      h2 {
        font-size: 18px;
        font-weight: 600;
      }
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
      .caption {
        color: var(--text-soft);
        font-size: 12px;
        margin-bottom: 4px;
      }
      fieldset {
        border: 0;
        padding: 0;
        margin: 6px 0 0;
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
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 6px 16px;
        margin: 0;
        align-items: center;
      }
      dt {
        justify-self: start;
        min-width: 28px;
        padding: 2px 8px;
        border: 1px solid var(--line-strong);
        border-radius: 6px;
        text-align: center;
        font-size: 12px;
      }
      dd {
        margin: 0;
        color: var(--text-soft);
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @query('dialog') dialog!: HTMLDialogElement | null;

  constructor() {
    super();
    new Watch(this, () => [this.store?.dialog.value, this.store?.universe.value]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const open = this.store.dialog.value;
    if (!open) return nothing;
    return html`<dialog aria-label=${open === 'share' ? 'Share' : 'Keyboard'} @close=${this.#close} @click=${this.#clickedOutside}>
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

  #close = () => want(this, { kind: 'dialog', dialog: null });

  #clickedOutside = (event: MouseEvent) => {
    if (event.target === this.dialog) this.#close();
  };

  #renderShortcuts(): TemplateResult {
    return html`<dl>
      ${shortcuts.map(
        ({ cap, does }) =>
          html`<dt>${cap}</dt>
            <dd>${does}</dd>`,
      )}
    </dl>`;
  }

  #renderShare(): TemplateResult | typeof nothing {
    const universe = this.store.universe.value;
    if (!universe) return nothing;
    return html`${this.#renderLink('Everybody with this link hears and sees what you do', universePath(universe.id))}
    ${this.#renderLink('Only to watch and listen', universePath(universe.id, true))}
    ${universe.role === 'owner' ? this.#renderAccess(universe.isPublic, universe.linkRole) : nothing}`;
  }

  #renderLink(caption: string, path: string): TemplateResult {
    const url = location.origin + path;
    return html`<div class="caption">${caption}</div>
      <div class="row">
        <input readonly aria-label=${caption} .value=${url} @focus=${(event: FocusEvent) => (event.target as HTMLInputElement).select()} />
        <button class="outlined" @click=${() => want(this, { kind: 'copy', text: url })}>${icon('copy', 16)} Copy</button>
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
