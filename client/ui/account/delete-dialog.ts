import { css, nothing, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { userLimits } from '../../../shared/api/accounts/user.ts';
import { trashDays } from '../../../shared/api/universes/universe.ts';
import type { AccountAct } from '../../store/account.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import { watchSignals } from '../watch.ts';
import { AccountForm } from './account-form.ts';
import { accountDialogStyles } from './account-dialog-styles.ts';
import { given } from '../parts/given.ts';

/** Returns the name of the field for the heir of a universe. */
const heirField = (universeId: string) => `heir-${universeId}`;

/** Asks for a confirmation, and for the password of an account, before it deletes all data of the user. */
@customElement('hu-delete-dialog')
export class DeleteDialog extends AccountForm {
  static override styles = [
    ...accountDialogStyles,
    css`
      fieldset {
        display: grid;
        gap: 12px;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        margin-bottom: 12px;
      }
      fieldset label {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        align-items: center;
        gap: 12px;
      }
      fieldset span {
        overflow-wrap: anywhere;
      }
      select {
        min-width: 0;
        min-height: 44px;
        font-size: 16px;
      }
    `,
  ];

  @query('dialog') dialog!: HTMLDialogElement;

  protected override get kind() {
    return 'delete' as const;
  }

  constructor() {
    super();
    watchSignals(this, () => [this.store?.heirs.value]);
  }

  protected override actOf(value: (name: string) => string): AccountAct {
    const chosen = (this.store.heirs.value ?? []).map(({ id }) => [id, value(heirField(id))] as const);
    const heirs = Object.fromEntries(chosen.filter(([, heir]) => heir !== ''));
    return this.store.me.value?.hasPassword ? { kind: 'delete', heirs, password: value('password') } : { kind: 'delete', heirs };
  }

  open(): void {
    want(this, { kind: 'trash', act: { kind: 'heirs' } });
    this.dialog.showModal();
  }

  protected override render(): TemplateResult {
    const isGuest = this.store.me.value?.isGuest;
    return html`<dialog aria-labelledby="title">
      <div class="head">
        <h2 id="title">Delete everything?</h2>
        <button class="icon" aria-label="Close" @click=${this.#close}>${icon('x')}</button>
      </div>
      <form novalidate @submit=${this.submit}>
        <p class="words">
          ${
            isGuest
              ? say(
                  'All your universes will be deleted, except those that you transfer, and so will your comments and reviews. This cannot be undone.',
                )
              : say(
                  'Your account and all your universes will be deleted, except those that you transfer, and so will your comments and reviews. This cannot be undone.',
                )
          }
        </p>
        ${this.#renderHeirs()} ${this.renderRefusal()}
        ${
          this.store.me.value?.hasPassword
            ? this.renderField({
                name: 'password',
                label: say('Password'),
                type: 'password',
                autocomplete: 'current-password',
                maxLength: userLimits.password.max,
              })
            : nothing
        }
        <div class="buttons">
          <button type="button" class="outlined" @click=${this.#close}>Cancel</button>
          <button class="outlined danger" ?disabled=${this.isPending}>Delete for good</button>
        </div>
      </form>
    </dialog>`;
  }

  /** Renders the choice of an heir for each universe in which other users took part. */
  #renderHeirs(): TemplateResult | typeof nothing {
    const { value: universes } = this.store.heirs;
    if (!universes || universes.length === 0) return nothing;
    return html`<fieldset>
      <legend>Others took part in these. Who gets them?</legend>
      ${universes.map(
        ({ id, name, heirs }) =>
          html`<label for=${heirField(id)}
            ><span>${given(name)}</span>
            <select id=${heirField(id)} name=${heirField(id)}>
              <option value="">Nobody: delete it</option>
              ${heirs.map((person) => html`<option value=${person.id}>${person.displayName}</option>`)}
            </select></label
          >`,
      )}
      <p class="hint">Those who took part in a deleted universe can copy it for ${trashDays} days.</p>
    </fieldset>`;
  }

  #close = () => this.dialog.close();
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-delete-dialog': DeleteDialog;
  }
}
