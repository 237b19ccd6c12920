import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { countBadge } from '../parts/count-badge.ts';
import { followLink } from '../parts/follow-link.ts';
import { laterIcon } from '../parts/more-icons.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { touched } from '../screens.ts';

/**
 * A link to the notifications, with the number of unread ones.
 * @cssprop --bell-ground its background
 */
@customElement('hu-bell')
export class Bell extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
      }
      a {
        position: relative;
        display: grid;
        place-items: center;
        width: 40px;
        height: 40px;
        border-radius: 20px;
        background: var(--bell-ground, none);
      }
      a:hover {
        background: var(--hover);
      }
      b {
        position: absolute;
        top: 1px;
        left: 50%;
        ${countBadge}
        background: var(--warm);
      }
      @media ${touched} {
        a {
          width: 44px;
          height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.me.value, this.store?.notifications.value.unread]);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.store.me.value) return nothing;
    const { unread } = this.store.notifications.value;
    const words = unread === 0 ? say('Notifications') : say('Notifications, {count} unread', { count: unread });
    return html`<a href="/notifications" title="Notifications" aria-label=${words} @click=${followLink}>
      ${laterIcon('bell', 19)}${unread > 0 ? html`<b class="number">${unread > 99 ? '99+' : unread}</b>` : nothing}
    </a>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-bell': Bell;
  }
}
