import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { type Intent, want } from '../intents.ts';
import { onScreens } from '../screens.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { countBadge } from '../parts/count-badge.ts';
import { followLink } from '../parts/follow-link.ts';
import { icon } from '../parts/icon.ts';
import { menuStyles } from '../parts/menu-styles.ts';
import { laterIcon } from '../parts/more-icons.ts';

/** The menu of small screens: what has no room beside the name of a universe, with the number of unread notifications. */
@customElement('hu-more')
export class MoreMenu extends LitElement {
  static override styles = [
    base,
    menuStyles,
    css`
      .open {
        position: relative;
        width: 44px;
        min-height: 44px;
        padding: 0;
      }
      b {
        ${countBadge}
        background: var(--warm);
      }
      .open b {
        position: absolute;
        top: 1px;
        left: 50%;
      }
      #menu b {
        margin-left: auto;
      }
      #menu {
        inset: 60px 8px auto auto;
        width: 220px;
        text-shadow: none;
      }
      @media (width > 400px) {
        #menu .tight {
          display: none;
        }
      }
      /* Shown in the bar below instead. */
      @media ${onScreens('tablet')} {
        #menu :is(.narrow, .low) {
          display: none;
        }
      }
      @media ${onScreens('phone', 'low')} {
        #menu .tablet {
          display: none;
        }
      }
      @media ${onScreens('phone')} {
        #menu .low {
          display: none;
        }
        @media (width > 480px) {
          #menu .narrow {
            display: none;
          }
        }
      }
      @media ${onScreens('low')} {
        #menu {
          inset: calc(48px + env(safe-area-inset-top)) calc(8px + env(safe-area-inset-right)) auto auto;
          width: min(440px, calc(100vw - 32px));
          max-height: calc(100dvh - 56px);
          overflow-y: auto;
        }
        #menu:popover-open {
          display: grid;
          grid-template-columns: 1fr 1fr;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @query('#menu') menu!: HTMLElement;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.notifications.value.unread, this.store?.canEdit.value]);
  }

  protected override render(): TemplateResult {
    const { unread } = this.store.notifications.value;
    const count = unread > 0 ? html`<b class="number">${unread > 99 ? '99+' : unread}</b>` : '';
    return html`<button
        class="open"
        popovertarget="menu"
        title="More"
        aria-label=${unread > 0 ? say('More, {unread} unread', { unread }) : say('More')}
      >
        ${laterIcon('more', 20)}${count}
      </button>
      <div id="menu" popover>
        <a
          href="/notifications"
          aria-label=${unread > 0 ? say('Notifications, {unread} unread', { unread }) : say('Notifications')}
          @click=${followLink}
          >${laterIcon('bell')} Notifications ${count}</a
        >
        <button class="tight" @click=${() => this.#want({ kind: 'dialog', dialog: 'record' })}>${icon('record')} Record</button>
        <button class="narrow" @click=${() => this.#want({ kind: 'storyboard', act: { kind: 'show', isOpen: true } })}>
          ${icon('clapperboard')} Storyboard
        </button>
        ${
          this.store.canEdit.value
            ? html`<button class="narrow" @click=${() => this.#want({ kind: 'edit', edit: { kind: 'restart' } })}>
                  ${icon('restart')} Restart
                </button>
                <button class="low" @click=${() => this.#want({ kind: 'hands', act: { kind: 'keys', isOpen: true } })}>
                  ${icon('piano')} Keys
                </button>`
            : nothing
        }
        <button @click=${() => this.#want({ kind: 'remix' })}>${icon('remix')} Remix</button>
        <button @click=${() => this.#want({ kind: 'panel', panel: 'history' })}>${icon('history')} History</button>
        <button class="tablet" @click=${() => this.#want({ kind: 'dialog', dialog: 'shortcuts' })}>${icon('keyboard')} Keyboard</button>
        <button @click=${() => this.#want({ kind: 'fullscreen' })}>${icon('maximize')} Full screen</button>
      </div>`;
  }

  #want(intent: Intent): void {
    this.menu.hidePopover();
    want(this, intent);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-more': MoreMenu;
  }
}
