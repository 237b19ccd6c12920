import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Notification } from '../../../shared/api/accounts/notification-schemas.ts';
import { pathOfNotification, wordsOf } from '../../store/notification-words.ts';
import type { NotificationAct, NotificationsView } from '../../store/notifications.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { styled } from '../parts/styled.ts';
import '../parts/ago.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { pageHead } from './page-head.ts';
import { pageStyles } from './page-styles.ts';
import { given } from '../parts/given.ts';

/** The notifications of the user: what others did with their universes and comments. */
@customElement('hu-notifications-page')
export class NotificationsPage extends LitElement {
  static override styles = [
    base,
    pageStyles,
    css`
      header button {
        margin-left: auto;
      }
      ul {
        margin: 0;
        padding: 0;
        overflow: hidden;
        border: 1px solid var(--line);
        border-radius: 16px;
        background: var(--card);
        list-style: none;
      }
      li + li {
        border-top: 1px solid var(--line);
      }
      li a {
        display: grid;
        grid-template-columns: 10px 1fr auto;
        align-items: center;
        gap: 14px;
        min-height: 60px;
        padding: 10px 18px;
        text-decoration: none;
      }
      li a:hover {
        background: var(--faint);
      }
      li a:focus-visible {
        outline-offset: -3px;
      }
      i {
        width: 10px;
        height: 10px;
        border-radius: 50%;
      }
      p {
        min-width: 0;
        color: var(--text-soft);
        overflow-wrap: anywhere;
      }
      .unread p {
        color: var(--text);
      }
      b {
        font-weight: 600;
      }
      hu-ago {
        font-size: 12px;
        color: var(--text-soft);
        white-space: nowrap;
      }
      .unread hu-ago::after {
        content: '';
        display: inline-block;
        width: 8px;
        height: 8px;
        margin-left: 10px;
        border-radius: 50%;
        background: var(--warm);
      }
      .empty {
        padding: 64px 0;
        text-align: center;
      }
      .more {
        justify-self: center;
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.notifications.value, this.store?.me.value]);
  }

  protected override firstUpdated(): void {
    this.#want({ kind: 'look' });
  }

  protected override render(): TemplateResult {
    const view = this.store.notifications.value;
    const readAll = html`<button class="outlined" @click=${() => this.#want({ kind: 'read-all' })}>
      ${icon('check', 16)} Mark all read
    </button>`;
    return html`<div class="page">
      ${pageHead(say('Notifications'), view.notifications.length > 0 && view.unread > 0 ? readAll : nothing)}
      <main aria-busy=${view.status === 'loading'}>${this.#renderList(view)}</main>
    </div>`;
  }

  #renderList({ status, message, notifications, next, isFetchingMore }: NotificationsView): TemplateResult | typeof nothing {
    if (status === 'failed') {
      return html`<p role="alert">${message}</p>
        <button class="outlined more" @click=${() => this.#want({ kind: 'look' })}>Try again</button>`;
    }
    if (notifications.length === 0) {
      return status === 'ready'
        ? html`<p class="empty">No notifications yet. Here you will see what others do with your universes.</p>`
        : nothing;
    }
    return html`<ul>
        ${repeat(
          notifications,
          ({ id }) => id,
          (notification) => this.#renderOne(notification),
        )}
      </ul>
      ${
        next === null
          ? nothing
          : html`<button class="outlined more" ?disabled=${isFetchingMore} @click=${() => this.#want({ kind: 'more' })}>Show older</button>`
      }`;
  }

  #renderOne(notification: Notification): TemplateResult {
    const { id, universe, actor, isRead, createdAt } = notification;
    const open = (event: MouseEvent) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      this.#want({ kind: 'open', id });
    };
    return html`<li>
      <a class=${isRead ? '' : 'unread'} href=${pathOfNotification(notification)} @click=${open}>
        <i ${styled({ background: actor?.colour ?? '#8a90a3' })}></i>
        <p>${isRead ? nothing : html`<span class="unseen">New: </span>`}${wordsOf(notification)} <b>${given(universe.name)}</b></p>
        <hu-ago at=${createdAt}></hu-ago>
      </a>
    </li>`;
  }

  #want(act: NotificationAct): void {
    want(this, { kind: 'notifications', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-notifications-page': NotificationsPage;
  }
}
