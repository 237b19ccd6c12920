import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { AccountAct, AccountActKind, AccountRefusal } from '../../store/account.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { sayRule } from '../../words/refusal.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { watchSignals } from '../watch.ts';

/** A field of the form. Label and hint are already translated. */
interface FieldOptions {
  /** Also the name of the field in the API. */
  name: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  autocomplete: 'nickname' | 'username' | 'current-password' | 'new-password';
  value?: string;
  hint?: string;
  maxLength: number;
  /** True if the field can be left empty. */
  optional?: true;
}

/**
 * A form that submits one account action. It reports missing fields at once, and refusals of the server beside the fields that they name.
 */
export abstract class AccountForm extends LitElement {
  @property({ attribute: false }) store!: Store;
  @state() private missing: readonly string[] = [];
  @query('form') private form!: HTMLFormElement | null;
  #focused: unknown = null;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.account.value, this.store?.me.value, this.store?.signInMethods.value]);
  }

  /** The action that this form submits. */
  protected abstract get kind(): AccountActKind;
  protected abstract actOf(value: (name: string) => string): AccountAct;

  protected get isPending(): boolean {
    return this.store.account.value.pending === this.kind;
  }

  protected get refusal(): AccountRefusal | null {
    const { refusal } = this.store.account.value;
    return refusal?.of === this.kind ? refusal : null;
  }

  /** Focuses the first field with an error, and clears the form after success. */
  protected override updated(_changed: PropertyValues): void {
    const { refusal, done } = this.store.account.value;
    const news = this.missing.length > 0 ? this.missing : (refusal ?? done);
    if (news === this.#focused) return;
    this.#focused = news;
    if (done === this.kind) this.form?.reset();
    else this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }

  protected submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    const value = (name: string) => String(data.get(name) ?? '');
    this.missing = [...form.querySelectorAll<HTMLInputElement>('input[required]')].map(({ name }) => name).filter((name) => !value(name));
    if (this.missing.length === 0) want(this, { kind: 'account', act: this.actOf(value) });
  };

  /** Returns the error message of a field, or null. */
  protected errorOf(name: string, label: string): string | null {
    if (this.missing.includes(name)) return say('{label} is required.', { label });
    const issue = this.missing.length === 0 ? this.refusal?.fields[name] : undefined;
    return issue === undefined ? null : `${label} ${sayRule(issue)}.`;
  }

  protected renderField({ name, label, type = 'text', autocomplete, value = '', hint, maxLength, optional }: FieldOptions): TemplateResult {
    const error = this.errorOf(name, label);
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        name=${name}
        type=${type}
        autocomplete=${autocomplete}
        autocapitalize=${type === 'text' ? 'words' : 'none'}
        spellcheck="false"
        maxlength=${maxLength}
        .defaultValue=${value}
        ?required=${!optional}
        aria-invalid=${error !== null}
        aria-describedby=${(error ?? hint) ? `${name}-note` : nothing}
      />
      ${this.renderNote(name, error, hint)}
    </div>`;
  }

  /** Renders the error of a field, or else its hint. */
  protected renderNote(name: string, error: string | null, hint?: string): TemplateResult | typeof nothing {
    const words = error ?? hint;
    return words ? html`<p class=${error ? 'error' : 'hint'} id="${name}-note">${words}</p>` : nothing;
  }

  /** Renders a refusal that names no field; a refusal of fields is shown beside them. */
  protected renderRefusal(): TemplateResult | typeof nothing {
    const { refusal } = this;
    if (!refusal || Object.keys(refusal.fields).length > 0) return nothing;
    return html`<p class="refusal" role="alert">${refusal.message}</p>`;
  }
}
