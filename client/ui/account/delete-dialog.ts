import { css, nothing, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { personLimits } from '../../../shared/api/person.ts';
import type { AccountAct } from '../../store/account.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { dialogStyles } from '../parts/dialog-styles.ts';
import { icon } from '../parts/icon.ts';
import { base } from '../tokens.ts';
import { AccountForm } from './account-form.ts';
import { formStyles } from './form-styles.ts';

/** Asks once more before everything of somebody's is gone; an account by its password. */
@customElement('hu-delete-dialog')
export class DeleteDialog extends AccountForm {
  static override styles = [
    base,
    formStyles,
    dialogStyles,
    css`
      .words {
        color: var(--text-soft);
        text-wrap: pretty;
      }
      .buttons {
        justify-content: flex-end;
      }
    `,
  ];

  @query('dialog') dialog!: HTMLDialogElement;

  protected override get kind() {
    return 'delete' as const;
  }

  protected override actOf(value: (name: string) => string): AccountAct {
    return this.store.me.value?.hasPassword ? { kind: 'delete', password: value('password') } : { kind: 'delete' };
  }

  open(): void {
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
                  'All your universes will be gone, for you and for everybody you shared them with, and so will what you have said of others. Nobody can bring it back.',
                )
              : say(
                  'Your account and all your universes will be gone, for you and for everybody you shared them with, and so will what you have said of others. Nobody can bring it back.',
                )
          }
        </p>
        ${this.renderRefusal()}
        ${
          this.store.me.value?.hasPassword
            ? this.renderField({
                name: 'password',
                label: say('Password'),
                type: 'password',
                autocomplete: 'current-password',
                maxLength: personLimits.password.max,
              })
            : nothing
        }
        <div class="buttons">
          <button type="button" class="outlined" @click=${this.#close}>Keep it all</button>
          <button class="outlined danger" ?disabled=${this.isPending}>Delete for good</button>
        </div>
      </form>
    </dialog>`;
  }

  #close = () => this.dialog.close();
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-delete-dialog': DeleteDialog;
  }
}
