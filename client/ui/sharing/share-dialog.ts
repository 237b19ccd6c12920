import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { embedCode } from '../../../shared/api/contract/embed.ts';
import { trashDays, type SharedRole } from '../../../shared/api/universes/universe.ts';
import type { Store } from '../../store/store.ts';
import { universePath } from '../../store/routes.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import './about-form.ts';
import './collaborators-section.ts';
import './source-row.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { dialogStyles } from '../parts/dialog-styles.ts';
import { icon } from '../parts/icon.ts';
import '../parts/link-row.ts';
import { onScreens } from '../screens.ts';

/** The dialog that shares the open universe, and offers its links. */
@customElement('hu-share-dialog')
export class ShareDialog extends LitElement {
  static override styles = [
    base,
    dialogStyles,
    css`
      fieldset label {
        display: flex;
        align-items: center;
        gap: 10px;
        min-height: 40px;
        cursor: pointer;
      }
      legend {
        padding: 0;
      }
      fieldset input {
        accent-color: var(--accent);
        width: 18px;
        height: 18px;
      }
      .end {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        margin-top: 16px;
        padding-top: 14px;
        border-top: 1px solid var(--line);
        font-size: 13px;
        color: var(--text-soft);
      }
      @media ${onScreens('phone', 'low')} {
        fieldset label {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @query('dialog') dialog!: HTMLDialogElement;

  constructor() {
    super();
    watchSignals(this, () => this.store?.universe.value);
  }

  protected override render(): TemplateResult {
    return html`<dialog class="share" aria-label="Share" @close=${this.#close} @click=${this.#clickedOutside}>
      <div class="head">
        <h2>Share</h2>
        <button class="icon" aria-label="Close" @click=${this.#close}>${icon('x')}</button>
      </div>
      ${this.#renderShare()}
    </dialog>`;
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
  }

  #close = () => want(this, { kind: 'dialog', dialog: null });

  #clickedOutside = (event: MouseEvent) => {
    if (event.target === this.dialog) this.#close();
  };

  #renderShare(): TemplateResult | typeof nothing {
    const universe = this.store.universe.value;
    if (!universe) return nothing;
    const { isPublic, linkRole, role } = universe;
    const isForAll = isPublic && linkRole === 'editor';
    const words: Sentence = isForAll
      ? 'Anyone with this link can edit'
      : isPublic
        ? 'Anyone with this link can watch'
        : 'Only the owner and collaborators can open this link';
    return html`<hu-link-row caption=${say(words)} path=${universePath(universe.id)}></hu-link-row>
      ${isForAll ? html`<hu-link-row caption=${say('Anyone with this link can watch')} path=${universePath(universe.id, true)}></hu-link-row>` : nothing}
      ${
        isPublic
          ? html`<hu-link-row
              data-test="embed"
              caption=${say('Embed: HTML code for another website')}
              text=${embedCode(location.origin, universe)}
            ></hu-link-row>`
          : nothing
      }
      ${role === 'owner' ? this.#renderAccess(isPublic, linkRole) : nothing}
      ${role === 'owner' || role === 'editor' || role === 'viewer' ? html`<hu-collaborators .store=${this.store}></hu-collaborators>` : nothing}
      ${role === 'owner' ? html`<hu-about .store=${this.store}></hu-about>` : nothing}
      <hu-source .universe=${universe}></hu-source>
      ${role === 'owner' ? this.#renderEnd() : nothing}`;
  }

  #renderAccess(isPublic: boolean, linkRole: SharedRole): TemplateResult {
    const choice = (label: Sentence, checked: boolean, patch: { isPublic: boolean; linkRole?: SharedRole }) =>
      html`<label
        ><input type="radio" name="access" .checked=${checked} @change=${() => want(this, { kind: 'share', patch })} /> ${say(label)}</label
      >`;
    return html`<fieldset>
      <legend class="caption">Who has access</legend>
      ${choice('Anyone with the link can edit', isPublic && linkRole === 'editor', { isPublic: true, linkRole: 'editor' })}
      ${choice('Anyone with the link can watch', isPublic && linkRole === 'viewer', { isPublic: true, linkRole: 'viewer' })}
      ${choice('Only people you invite', !isPublic, { isPublic: false })}
    </fieldset>`;
  }

  #renderEnd(): TemplateResult {
    return html`<div class="end">
      <button class="outlined danger" data-test="throw-away" @click=${() => want(this, { kind: 'trash', act: { kind: 'throw-away' } })}>
        ${icon('trash', 16)} Delete this universe
      </button>
      <span>You can restore it for ${trashDays} days.</span>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-share-dialog': ShareDialog;
  }
}
