import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { locale } from '../../words/languages.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { narrow } from '../screens.ts';

/** Lists the identity providers, each with a button that connects or disconnects it. */
@customElement('hu-sign-in-methods')
export class SignInMethodList extends LitElement {
  static override styles = [
    base,
    css`
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 52px;
      }
      span {
        flex: 1;
        min-width: 0;
      }
      small {
        display: block;
        font-size: 13px;
        color: var(--text-soft);
      }
      button {
        min-height: 40px;
        padding: 0 18px;
      }
      @media ${narrow} {
        button {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;

  constructor() {
    super();
    watchSignals(this, () => [
      this.store?.signInMethods.value,
      this.store?.identities.value,
      this.store?.account.value,
      this.store?.me.value,
    ]);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { signInMethods, identities, account, me } = this.store;
    if (!signInMethods.value || !identities.value) return nothing;
    const since = new Map(identities.value.map(({ provider, since: moment }) => [provider, moment]));
    // A user without a password needs at least one of them.
    const isNeeded = me.value?.hasPassword === false && since.size === 1;
    const isBusy = account.value.pending !== null;
    return html`<ul>
      ${signInMethods.value.providers.map(({ id, name }) => {
        const moment = since.get(id);
        if (moment === undefined) {
          const connect = () => want(this, { kind: 'account', act: { kind: 'arrive', provider: id, purpose: 'link' } });
          return html`<li>
            <span>${name}<small>Not connected</small></span>
            <button class="outlined" aria-label="Connect ${name}" ?disabled=${isBusy} @click=${connect}>Connect</button>
          </li>`;
        }
        const date = new Date(moment).toLocaleDateString(locale());
        const letGo = () => want(this, { kind: 'account', act: { kind: 'unlink', provider: id } });
        return html`<li>
          <span
            >${name}<small
              >${isNeeded ? say('Connected since {date}: your only sign-in method', { date }) : say('Connected since {date}', { date })}</small
            ></span
          >
          <button class="outlined" aria-label="Disconnect ${name}" ?disabled=${isBusy || isNeeded} @click=${letGo}>Disconnect</button>
        </li>`;
      })}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-sign-in-methods': SignInMethodList;
  }
}
