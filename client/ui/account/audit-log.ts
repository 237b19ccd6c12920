import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { AuditEntry } from '../../../shared/api/accounts/audit-log-schemas.ts';
import { auditEntryText } from '../../store/audit-log.ts';
import { universePath } from '../../store/routes.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { want } from '../intents.ts';
import '../parts/ago.ts';
import { followLink } from '../parts/follow-link.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { given } from '../parts/given.ts';
import { narrow } from '../screens.ts';

/** The audit log of the user's account and universes. It also shows what an intruder did with the account. */
@customElement('hu-audit-log')
export class AuditLog extends LitElement {
  static override styles = [
    base,
    css`
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: baseline;
        gap: 4px 16px;
        padding: 9px 0;
        border-top: 1px solid var(--line);
      }
      li:first-child {
        border-top: 0;
        padding-top: 0;
      }
      span {
        flex: 1;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      .wrong {
        color: var(--danger);
      }
      hu-ago {
        flex: none;
        font-size: 13px;
        color: var(--text-soft);
      }
      button {
        min-height: 40px;
        margin-top: 10px;
        padding: 0 18px;
      }
      @media ${narrow} {
        button {
          width: 100%;
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.auditLog.value, this.store?.signInMethods.value]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const shown = this.store.auditLog.value;
    if (!shown) return nothing;
    const more = html`<button class="outlined" ?disabled=${shown.isFetchingMore} @click=${() => want(this, { kind: 'more-of-audit-log' })}>
      Show more
    </button>`;
    return html`<ol>
        ${shown.entries.map((entry) => this.#renderEntry(entry))}
      </ol>
      ${shown.next === null ? nothing : more}`;
  }

  #renderEntry(entry: AuditEntry): TemplateResult {
    const { kind, universe, createdAt } = entry;
    const where = universe ? html`: <a href=${universePath(universe.id)} @click=${followLink}>${given(universe.name)}</a>` : nothing;
    return html`<li>
      <span class=${kind === 'sign-in-failed' || kind === 'password-check-failed' ? 'wrong' : nothing}
        >${auditEntryText(entry, this.#nameOf)}${where}</span
      >
      <hu-ago at=${createdAt}></hu-ago>
    </li>`;
  }

  readonly #nameOf = (id: string) => this.store.signInMethods.value?.providers.find((provider) => provider.id === id)?.name ?? id;
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-audit-log': AuditLog;
  }
}
