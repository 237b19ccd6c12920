import { nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { userLimits } from '../../../shared/api/accounts/user.ts';
import type { AccountAct } from '../../store/account.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { AccountForm } from '../account/account-form.ts';
import { formStyles } from '../account/form-styles.ts';
import { want } from '../intents.ts';
import { followLink } from '../parts/follow-link.ts';
import { icon } from '../parts/icon.ts';
import { orbitArt } from '../parts/orbit-art.ts';
import { base } from '../tokens.ts';
import { signStyles } from './sign-styles.ts';

const { password, email, displayName } = userLimits;

interface Face {
  title: Sentence;
  sentence: Sentence;
  /** The label of the button, if it is not the title. */
  button?: Sentence;
  fields: readonly ('displayName' | 'email' | 'password')[];
  question: Sentence;
  other: { path: string; words: Sentence };
}

const signIn: Face['other'] = { path: '/sign-in', words: 'Sign in' };

const faces = {
  'sign-in': {
    title: 'Sign in',
    sentence: 'Continue where you left off.',
    fields: ['email', 'password'],
    question: 'New here?',
    other: { path: '/sign-up', words: 'Create an account' },
  },
  'sign-up': {
    title: 'Create an account',
    sentence: 'Find your universes on every device. What you made as a guest stays yours.',
    fields: ['displayName', 'email', 'password'],
    question: 'Have an account already?',
    other: signIn,
  },
  'forgot-password': {
    title: 'Forgotten password',
    sentence: 'We send you a link to choose a new one.',
    button: 'Send the link',
    fields: ['email'],
    question: 'Remembered it?',
    other: signIn,
  },
  'reset-password': {
    title: 'New password',
    sentence: 'Saving it signs out all your devices. Then sign in with the new password.',
    button: 'Save the password',
    fields: ['password'],
    question: 'Link expired?',
    other: { path: '/forgot-password', words: 'Request a new one' },
  },
} as const satisfies Record<string, Face>;

/** The pages on which users sign in, sign up, or reset a forgotten password. */
@customElement('hu-sign-page')
export class SignPage extends AccountForm {
  static override styles = [base, formStyles, signStyles];

  @property() face: keyof typeof faces = 'sign-in';

  protected override get kind() {
    return this.face;
  }

  protected override actOf(value: (name: string) => string): AccountAct {
    const credentials = { email: value('email'), password: value('password') };
    const name = value('displayName').trim();
    switch (this.face) {
      case 'sign-in':
        return { kind: 'sign-in', ...credentials };
      case 'sign-up':
        return { kind: 'sign-up', ...credentials, ...(name === '' ? {} : { displayName: name }) };
      case 'forgot-password':
        return { kind: 'forgot-password', email: credentials.email };
      case 'reset-password':
        return { kind: 'reset-password', password: credentials.password };
    }
  }

  protected override render(): TemplateResult {
    const { title, question, other } = faces[this.face];
    return html`<header><a class="home" href="/" @click=${followLink}>${icon('arrow-left', 20)} All universes</a></header>
      <div class="sky">${orbitArt('Harmonic Universe', 262)}</div>
      <main>
        <h1>${say(title)}</h1>
        ${this.#isSent ? this.#renderSent() : this.#renderForm(faces[this.face])}
        <p class="other">${say(question)} <a href=${other.path} @click=${followLink}>${say(other.words)}</a></p>
      </main>`;
  }

  /** Renders the other sign-in methods, if there are any. */
  #renderProviders(): TemplateResult | typeof nothing {
    const { providers = [] } = this.store.signInMethods.value ?? {};
    if (providers.length === 0 || (this.face !== 'sign-in' && this.face !== 'sign-up')) return nothing;
    return html`<div class="providers" role="group" aria-label="Other sign-in methods">
      <p class="or">or</p>
      ${providers.map(
        ({ id, name }) =>
          html`<button
            class="outlined"
            ?disabled=${this.store.account.value.pending !== null}
            @click=${() => want(this, { kind: 'account', act: { kind: 'arrive', provider: id, purpose: 'sign-in' } })}
          >
            Continue with ${name}
          </button>`,
      )}
    </div>`;
  }

  get #isSent(): boolean {
    return this.face === 'forgot-password' && this.store.account.value.done === 'forgot-password';
  }

  #renderSent(): TemplateResult {
    return html`<p class="sentence" role="status">
      Check your mailbox. If this address has an account here, a link is on its way. It is valid for an hour.
    </p>`;
  }

  #renderForm({ title, sentence, button = title, fields }: Face): TemplateResult {
    const forgotten = this.face === 'sign-in' && this.store.signInMethods.value?.mail;
    return html`<p class="sentence">${say(sentence)}</p>
      <form novalidate @submit=${this.submit}>
        ${this.renderRefusal()} ${fields.map((field) => this.#fields[field]())}
        <button class="primary" ?disabled=${this.isPending}>${say(button)}</button>
      </form>
      ${this.#renderProviders()}
      ${forgotten ? html`<p class="other"><a href="/forgot-password" @click=${followLink}>Forgotten your password?</a></p>` : nothing}`;
  }

  readonly #fields: Readonly<Record<Face['fields'][number], () => TemplateResult>> = {
    displayName: () =>
      this.renderField({
        name: 'displayName',
        label: say('Display name'),
        autocomplete: 'nickname',
        value: this.store.me.value?.displayName,
        hint: say('What others see. You can change it later.'),
        maxLength: displayName.max,
        optional: true,
      }),
    email: () => this.renderField({ name: 'email', label: say('Email'), type: 'email', autocomplete: 'username', maxLength: email.max }),
    password: () => {
      const isNew = this.face !== 'sign-in';
      return this.renderField({
        name: 'password',
        label: say('Password'),
        type: 'password',
        autocomplete: isNew ? 'new-password' : 'current-password',
        maxLength: password.max,
        hint: isNew ? say('At least {count} characters.', { count: password.min }) : undefined,
      });
    },
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-sign-page': SignPage;
  }
}
