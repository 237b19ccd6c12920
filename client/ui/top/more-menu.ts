import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say, saySense } from '../../words/words.ts';
import type { MenuEntry } from '../features.ts';
import { type Intent, want } from '../intents.ts';
import { onScreens } from '../screens.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { countBadge } from '../parts/count-badge.ts';
import { followLink } from '../parts/follow-link.ts';
import { menuStyles } from '../parts/menu-styles.ts';
import { anyIcon, laterIcon } from '../parts/more-icons.ts';

const unreadOf = ({ unread }: MenuEntry, store: Store) => unread?.count(store) ?? 0;
const renderCount = (count: number) => (count > 0 ? html`<b class="number">${count > 99 ? '99+' : count}</b>` : '');

/** The menu of small screens: what has no room beside the name of a universe, with the number of what is unread. The features have its entries. */
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
        #menu .up-to-400px {
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
  @property({ attribute: false }) entries: readonly MenuEntry[] = [];
  @query('#menu') menu!: HTMLElement;

  constructor() {
    super();
    watchSignals(this, () => this.store && this.entries.map((entry) => [unreadOf(entry, this.store), entry.isShown?.(this.store)]));
  }

  protected override render(): TemplateResult {
    const { store, entries } = this;
    const unread = entries.reduce((sum, entry) => sum + unreadOf(entry, store), 0);
    return html`<button
        class="open"
        popovertarget="menu"
        title="More"
        aria-label=${unread > 0 ? say('More, {unread} unread', { unread }) : say('More')}
      >
        ${laterIcon('more', 20)}${renderCount(unread)}
      </button>
      <div id="menu" popover>${entries.filter(({ isShown }) => isShown?.(store) ?? true).map((entry) => this.#renderEntry(entry))}</div>`;
  }

  #renderEntry(entry: MenuEntry): TemplateResult {
    const { icon, label, bars = nothing, intent, unread: counted } = entry;
    const unread = unreadOf(entry, this.store);
    const spoken = counted && unread > 0 ? say(counted.label, { unread }) : nothing;
    const content = html`${anyIcon(icon)} ${saySense(label)} ${renderCount(unread)}`;
    return intent.kind === 'navigate'
      ? html`<a class=${bars} href=${intent.path} aria-label=${spoken} @click=${followLink}>${content}</a>`
      : html`<button class=${bars} aria-label=${spoken} @click=${() => this.#want(intent)}>${content}</button>`;
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
