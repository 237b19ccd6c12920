import { type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { userLimits } from '../../../shared/api/accounts/user.ts';
import type { AccountAct } from '../../store/account.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { accountDialogStyles } from './account-dialog-styles.ts';
import { AccountForm } from './account-form.ts';

/**
 * Asks for the password, or for a sign-in at an identity provider if there is none, before an action that could let an intruder keep the
 * account. Opens when the server asks for a confirmation; the action is repeated afterwards.
 */
@customElement('hu-confirm-dialog')
export class ConfirmDialog extends AccountForm {
  static override styles = accountDialogStyles;

  @query('dialog') dialog!: HTMLDialogElement;

  protected override get kind() {
    return 'confirm' as const;
  }

  protected override actOf(value: (name: string) => string): AccountAct {
    return { kind: 'confirm', password: value('password') };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const isAsked = this.store.account.value.unconfirmed !== null;
    if (isAsked && !this.dialog.open) {
      this.dialog.showModal();
      this.renderRoot.querySelector<HTMLElement>('input[type="password"], .buttons .primary')?.focus();
    } else if (!isAsked && this.dialog.open) this.dialog.close();
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${this.#stop}>
      <div class="head">
        <h2 id="title">Confirm it is you</h2>
        <button class="icon" aria-label="Close" @click=${this.#close}>${icon('x')}</button>
      </div>
      ${this.store.me.value?.hasPassword === false ? this.#renderProviders() : this.#renderPassword()}
    </dialog>`;
  }

  #renderPassword(): TemplateResult {
    return html`<form novalidate @submit=${this.submit}>
      <p class="words">Enter your password again. This protects your account if you left a device unlocked.</p>
      <input type="text" name="username" autocomplete="username" hidden .defaultValue=${this.store.me.value?.email ?? ''} />
      ${this.renderRefusal()}
      ${this.renderField({
        name: 'password',
        label: say('Password'),
        type: 'password',
        autocomplete: 'current-password',
        maxLength: userLimits.password.max,
      })}
      <div class="buttons">
        <button type="button" class="outlined" @click=${this.#close}>Cancel</button>
        <button class="primary" ?disabled=${this.isPending}>Continue</button>
      </div>
    </form>`;
  }

  #renderProviders(): TemplateResult {
    const { signInMethods, identities } = this.store;
    const connected = new Set(identities.value?.map(({ provider }) => provider));
    const providers = signInMethods.value?.providers.filter(({ id }) => connected.has(id)) ?? [];
    return html`<p class="words">
        Sign in again with your sign-in method, then continue here. This protects your account if you left a device unlocked.
      </p>
      <div class="buttons">
        <button class="outlined" @click=${this.#close}>Cancel</button>
        ${providers.map(({ id, name }) => {
          const leave = () => want(this, { kind: 'account', act: { kind: 'arrive', provider: id, purpose: 'confirm' } });
          return html`<button class="primary" @click=${leave}>Sign in with ${name}</button>`;
        })}
      </div>`;
  }

  #close = () => this.dialog.close();
  #stop = () => {
    if (this.store.account.value.unconfirmed) want(this, { kind: 'account', act: { kind: 'stop-confirming' } });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-confirm-dialog': ConfirmDialog;
  }
}
