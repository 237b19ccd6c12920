import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { auditLogLimits } from '../../../shared/api/accounts/audit-log.ts';
import { apiPaths } from '../../../shared/api/contract/paths.ts';
import type { Me } from '../../../shared/api/accounts/user-schemas.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { locale } from '../../words/languages.ts';
import { say } from '../../words/words.ts';
import '../account/audit-log.ts';
import '../account/confirm-dialog.ts';
import { copyableSection } from '../account/copyable-list.ts';
import '../account/delete-dialog.ts';
import type { DeleteDialog } from '../account/delete-dialog.ts';
import { formStyles } from '../account/form-styles.ts';
import { leftBehindSection } from '../account/left-behind-list.ts';
import '../account/password-form.ts';
import '../account/preferences-form.ts';
import '../account/profile-form.ts';
import '../account/sign-in-methods.ts';
import { want } from '../intents.ts';
import { followLink } from '../parts/follow-link.ts';
import { icon } from '../parts/icon.ts';
import { profileLink } from '../parts/profile-link.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { pageHead } from './page-head.ts';
import { pageStyles } from './page-styles.ts';
import { settingsStyles } from './settings-styles.ts';
import { given } from '../parts/given.ts';

/** The settings of the user's account, with export and deletion. */
@customElement('hu-settings-page')
export class SettingsPage extends LitElement {
  static override styles = [base, formStyles, pageStyles, settingsStyles];

  @property({ attribute: false }) store!: Store;
  @query('hu-delete-dialog') deleteDialog!: DeleteDialog;

  constructor() {
    super();
    watchSignals(this, () => [
      this.store?.me.value,
      this.store?.account.value,
      this.store?.signInMethods.value,
      this.store?.identities.value,
      this.store?.auditLog.value,
      this.store?.trash.value,
      this.store?.copyable.value,
      this.store?.leftBehind.value,
    ]);
  }

  protected override render(): TemplateResult {
    const me = this.store.me.value;
    return html`<div class="page">
      ${pageHead(say('Settings'))}
      <main aria-busy=${me === null}>${me ? this.#renderSections(me) : nothing}</main>
    </div>`;
  }

  #renderSections(me: Me): TemplateResult {
    return html`<section aria-labelledby="profile">
        <h2 id="profile">Profile</h2>
        <p class="words">Everyone can see it, with your public universes: ${profileLink(me, say('your page'))}.</p>
        <hu-profile-form .store=${this.store}></hu-profile-form>
      </section>
      <section aria-labelledby="preferences">
        <h2 id="preferences">Preferences</h2>
        <hu-preferences .store=${this.store}></hu-preferences>
      </section>
      ${me.isGuest ? this.#renderGuest() : this.#renderAccount(me)} ${this.#renderTrash()} ${copyableSection(this.store)}
      ${leftBehindSection(this.store)} ${this.#renderActivity()}
      <section aria-labelledby="data">
        <h2 id="data">Your data</h2>
        <p class="words">
          One file with everything stored about you: your profile, each of your universes with its document, your comments, reviews and
          notes, and your activity.
        </p>
        <div class="buttons">
          <a class="button" href=${apiPaths.exportMe.path} download="harmonic-universe.json">${icon('download')} Download my data</a>
          <button class="outlined danger" @click=${() => this.deleteDialog.open()}>
            ${icon('trash')} ${say(me.isGuest ? 'Delete my data' : 'Delete account')}
          </button>
        </div>
      </section>
      <hu-delete-dialog .store=${this.store}></hu-delete-dialog>
      <hu-confirm-dialog .store=${this.store}></hu-confirm-dialog>`;
  }

  protected override firstUpdated(): void {
    want(this, { kind: 'trash', act: { kind: 'look' } });
  }

  #renderTrash(): TemplateResult | typeof nothing {
    const trash = this.store.trash.value;
    if (!trash || trash.length === 0) return nothing;
    return html`<section aria-labelledby="trash">
      <h2 id="trash">Trash</h2>
      <ul class="trash">
        ${trash.map(
          ({ id, name, heldUntil }) =>
            html`<li>
              <span>${given(name)}</span><small>until ${new Date(heldUntil).toLocaleDateString(locale())}</small>
              <button
                class="outlined"
                aria-label="Restore ${name}"
                @click=${() => want(this, { kind: 'trash', act: { kind: 'take-back', id } })}
              >
                Restore
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #renderActivity(): TemplateResult | typeof nothing {
    const { auditLog } = this.store;
    if (!auditLog.value || auditLog.value.entries.length === 0) return nothing;
    return html`<section aria-labelledby="activity">
      <h2 id="activity">Recent activity</h2>
      <p class="words">Check that all of it was you. It is stored for ${auditLogLimits.days} days, and only you can see it.</p>
      <hu-audit-log .store=${this.store}></hu-audit-log>
    </section>`;
  }

  #renderGuest(): TemplateResult {
    return html`<section aria-labelledby="account">
      <h2 id="account">You are a guest</h2>
      <p class="words">Only this browser knows you. With an account you find your universes on every device; what you made stays yours.</p>
      <div class="buttons">
        <a class="button primary" href="/sign-up" @click=${followLink}>Create an account</a>
        <a class="button" href="/sign-in" @click=${followLink}>Sign in</a>
      </div>
    </section>`;
  }

  #renderAddress(me: Me): TemplateResult {
    return html`<dl>
        <dt>Email</dt>
        <dd>${me.email}</dd>
      </dl>
      ${this.#renderVerification(me)}
      <p class="words">Only you can see this address.</p>`;
  }

  /** Renders the state of the address, if mail is configured. Otherwise an address is only a name to sign in with, and not verified. */
  #renderVerification(me: Me): TemplateResult | typeof nothing {
    if (!this.store.signInMethods.value?.mail) return nothing;
    if (me.isEmailVerified) return html`<p class="state">${icon('check', 16)} Confirmed</p>`;
    return html`<p class="state">
      Not confirmed yet: follow the link that we sent you.
      <button
        class="outlined"
        ?disabled=${this.store.account.value.pending !== null}
        @click=${() => want(this, { kind: 'account', act: { kind: 'send-verification' } })}
      >
        Send it again
      </button>
    </p>`;
  }

  #renderAccount(me: Me): TemplateResult {
    const { pending } = this.store.account.value;
    return html`<section aria-labelledby="account">
        <h2 id="account">Account</h2>
        ${me.email === null ? html`<p class="words">No email address is stored.</p>` : this.#renderAddress(me)}
        <div class="buttons">
          <button class="outlined" ?disabled=${pending !== null} @click=${() => want(this, { kind: 'account', act: { kind: 'sign-out' } })}>
            Sign out
          </button>
          <button
            class="outlined"
            ?disabled=${pending !== null}
            @click=${() => want(this, { kind: 'account', act: { kind: 'sign-out-everywhere' } })}
          >
            Sign out everywhere
          </button>
        </div>
      </section>
      ${this.store.identities.value ? this.#renderWaysIn() : nothing}
      <section aria-labelledby="password">
        <h2 id="password">Password</h2>
        ${me.hasPassword ? html`<hu-password-form .store=${this.store}></hu-password-form>` : this.#renderNoPassword(me)}
      </section>`;
  }

  #renderWaysIn(): TemplateResult {
    return html`<section aria-labelledby="ways">
      <h2 id="ways">Sign-in methods</h2>
      <p class="words">Sign in with one of these instead of a password.</p>
      <hu-sign-in-methods .store=${this.store}></hu-sign-in-methods>
    </section>`;
  }

  /** Renders the option to set a password by mail, if there is an address to send it to. */
  #renderNoPassword({ email }: Me): TemplateResult {
    if (email === null || !this.store.signInMethods.value?.mail)
      return html`<p class="words last">You need none: you sign in with another method.</p>`;
    const { pending, done } = this.store.account.value;
    if (done === 'forgot-password') return html`<p class="words last" role="status">Check your mailbox: a link is on its way.</p>`;
    return html`<p class="words">You need none: you sign in with another method. To set one too, use a link that we send you.</p>
      <div class="buttons">
        <button
          class="outlined"
          ?disabled=${pending !== null}
          @click=${() => want(this, { kind: 'account', act: { kind: 'forgot-password', email } })}
        >
          Send the link
        </button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-settings-page': SettingsPage;
  }
}
