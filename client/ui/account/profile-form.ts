import { css, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { userColours, userLimits } from '../../../shared/api/accounts/user.ts';
import type { AccountAct } from '../../store/account.ts';
import { html } from '../../words/html.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { AccountForm } from './account-form.ts';
import { formStyles } from './form-styles.ts';
import { touched } from '../screens.ts';

/** Names of the colours, for users who cannot see them. */
const colourNames: Record<(typeof userColours)[number], Sentence> = {
  '#ff9b85': 'Coral',
  '#ffd166': 'Yellow',
  '#b8e986': 'Lime',
  '#6ee7b7': 'Mint',
  '#67e8f9': 'Cyan',
  '#8ab4ff': 'Blue',
  '#c4a7ff': 'Violet',
  '#f5a3d7': 'Pink',
  '#f7b267': 'Orange',
  '#9ad1d4': 'Teal',
};

/** The public profile of the user: name, colour and a short text. */
@customElement('hu-profile-form')
export class ProfileForm extends AccountForm {
  static override styles = [
    base,
    formStyles,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      .colours {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin: 6px 0 0 -6px;
      }
      .colours label {
        display: grid;
        place-items: center;
        width: 40px;
        height: 40px;
        border-radius: 50%;
        cursor: pointer;
      }
      .colours input {
        appearance: none;
        width: 28px;
        height: 28px;
        margin: 0;
        border-radius: 50%;
        background: var(--colour);
        cursor: pointer;
      }
      .colours input:checked {
        outline: 2px solid var(--text);
        outline-offset: 3px;
      }
      .colours input:focus-visible {
        outline: 3px solid var(--accent);
        outline-offset: 3px;
      }
      @media ${touched} {
        .colours label {
          width: 44px;
          height: 44px;
        }
      }
    `,
  ];

  protected override get kind() {
    return 'profile' as const;
  }

  protected override actOf(value: (name: string) => string): AccountAct {
    const colour = userColours.find((known) => known === value('colour'));
    return { kind: 'profile', patch: { displayName: value('displayName'), bio: value('bio'), ...(colour ? { colour } : {}) } };
  }

  protected override render(): TemplateResult {
    const me = this.store.me.value;
    const bioError = this.errorOf('bio', say('About you'));
    return html`<form novalidate @submit=${this.submit}>
      ${this.renderRefusal()}
      ${this.renderField({
        name: 'displayName',
        label: say('Display name'),
        autocomplete: 'nickname',
        value: me?.displayName,
        maxLength: userLimits.displayName.max,
      })}
      <fieldset>
        <legend>Colour</legend>
        <div class="colours">
          ${userColours.map(
            (colour) =>
              html`<label title=${say(colourNames[colour])}
                ><input
                  type="radio"
                  name="colour"
                  value=${colour}
                  aria-label=${say(colourNames[colour])}
                  .defaultChecked=${me?.colour === colour}
                  ${styled({ '--colour': colour })}
              /></label>`,
          )}
        </div>
      </fieldset>
      <div class="field">
        <label for="bio">About you</label>
        <textarea
          dir="auto"
          id="bio"
          name="bio"
          maxlength=${userLimits.bio.max}
          .defaultValue=${me?.bio ?? ''}
          aria-invalid=${bioError !== null}
          aria-describedby="bio-note"
        ></textarea>
        ${this.renderNote('bio', bioError, say('Up to {count} characters.', { count: userLimits.bio.max }))}
      </div>
      <div class="buttons"><button class="primary" ?disabled=${this.isPending}>Save</button></div>
    </form>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-profile-form': ProfileForm;
  }
}
