import type { TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { userLimits } from '../../../shared/api/accounts/user.ts';
import type { AccountAct } from '../../store/account.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { base } from '../tokens.ts';
import { AccountForm } from './account-form.ts';
import { formStyles } from './form-styles.ts';

const { min, max: maxLength } = userLimits.password;

/** Replaces the password. */
@customElement('hu-password-form')
export class PasswordForm extends AccountForm {
  static override styles = [base, formStyles];

  protected override get kind() {
    return 'password' as const;
  }

  protected override actOf(value: (name: string) => string): AccountAct {
    return { kind: 'password', current: value('current'), next: value('next') };
  }

  protected override render(): TemplateResult {
    const type = 'password' as const;
    return html`<form novalidate @submit=${this.submit}>
      <input type="text" name="username" autocomplete="username" hidden .defaultValue=${this.store.me.value?.email ?? ''} />
      ${this.renderRefusal()}
      ${this.renderField({ name: 'current', label: say('Current password'), type, autocomplete: 'current-password', maxLength })}
      ${this.renderField({
        name: 'next',
        label: say('New password'),
        type,
        autocomplete: 'new-password',
        maxLength,
        hint: say('At least {count} characters. Your other devices are signed out.', { count: min }),
      })}
      <div class="buttons"><button class="outlined" ?disabled=${this.isPending}>Change password</button></div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-password-form': PasswordForm;
  }
}
