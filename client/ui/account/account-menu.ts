import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { want } from '../intents.ts';
import { followLink } from '../parts/follow-link.ts';
import { icon } from '../parts/icon.ts';
import { menuStyles } from '../parts/menu-styles.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { given } from '../parts/given.ts';
import { touched } from '../screens.ts';

/** Shows a sign-in link to guests, and to other users their name with a menu of account actions. */
@customElement('hu-account-menu')
export class AccountMenu extends LitElement {
  static override styles = [
    base,
    menuStyles,
    css`
      :host {
        display: flex;
        min-height: 44px;
        align-items: center;
        gap: 6px;
      }
      hu-bell {
        --bell-ground: var(--glass);
      }
      .sign-in {
        display: inline-flex;
        align-items: center;
        min-height: 40px;
        padding: 0 16px;
        border: 1px solid var(--line-strong);
        border-radius: 20px;
        background: var(--glass);
        font-weight: 500;
        text-decoration: none;
      }
      .sign-in:hover {
        background: var(--glass-hover);
      }
      .name {
        max-width: min(260px, 60vw);
        min-height: 40px;
        padding: 0 12px 0 14px;
        border-color: var(--line-strong);
        border-radius: 20px;
        background: var(--glass);
        font-weight: 500;
      }
      .name:hover:not(:disabled) {
        background: var(--glass-hover);
      }
      .name span {
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .name i {
        flex: none;
        width: 10px;
        height: 10px;
        border-radius: 50%;
      }
      .name svg {
        flex: none;
      }
      #menu {
        inset: auto;
        width: 208px;
      }
      @media ${touched} {
        .name,
        .sign-in {
          min-height: 44px;
          border-radius: 22px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @query('.name') button!: HTMLButtonElement;
  @query('#menu') menu!: HTMLElement;

  constructor() {
    super();
    watchSignals(this, () => this.store?.me.value);
  }

  protected override render(): TemplateResult | typeof nothing {
    const me = this.store.me.value;
    if (!me) return nothing;
    const bell = html`<hu-bell .store=${this.store}></hu-bell>`;
    if (me.isGuest) return html`${bell}<a class="sign-in" href="/sign-in" @click=${followLink}>Sign in</a>`;
    return html`${bell}<button class="name" popovertarget="menu" title="Your account">
        <i ${styled({ background: me.colour })}></i><span>${given(me.displayName)}</span>${icon('chevron-down', 16)}
      </button>
      <div id="menu" popover @beforetoggle=${this.#place}>
        <a href="/settings" @click=${followLink}>${icon('settings')} Settings</a>
        ${me.role === 'admin' ? html`<a href="/admin" @click=${followLink}>${icon('audio-lines')} Server</a>` : nothing}
        <button @click=${() => want(this, { kind: 'account', act: { kind: 'sign-out' } })}>${icon('log-out')} Sign out</button>
      </div>`;
  }

  /** Places the menu under the right end of the button: the top layer has no position relative to the button. */
  #place = () => {
    const { right, bottom } = this.button.getBoundingClientRect();
    this.menu.style.top = `${bottom + 8}px`;
    this.menu.style.right = `${document.documentElement.clientWidth - right}px`;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-account-menu': AccountMenu;
  }
}
