import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Invitation } from '../../../shared/api/universes/sharing-schemas.ts';
import { invitationLimits, type SharedRole } from '../../../shared/api/universes/universe.ts';
import type { CollaboratorAct } from '../../store/collaborators.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { locale } from '../../words/languages.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import '../parts/link-row.ts';
import { profileLink } from '../parts/profile-link.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { sharingStyles } from './sharing-styles.ts';
import { givenRoles, roleWords } from './role-words.ts';

const spans = [
  { days: 1, words: 'for a day' },
  { days: 7, words: 'for a week' },
  { days: 30, words: 'for a month' },
] as const satisfies readonly { days: number; words: Sentence }[];
const useChoices = [1, 5, invitationLimits.uses.default, 30, invitationLimits.uses.max] as const;

const usesWords = (count: number) => (count === 1 ? say('for one person') : say('for {count} people', { count }));
const dayOf = (date: string) => new Date(date).toLocaleDateString(locale(), { day: 'numeric', month: 'long' });

const captionOf = ({ role, expiresAt, maxUses }: Invitation) =>
  say('Anyone with this link {does}, even if the universe is private. Valid until {day}, {uses}. Copy it now: it is not shown again.', {
    day: dayOf(expiresAt),
    does: say(roleWords[role]),
    uses: usesWords(maxUses),
  });

/** The invitations to the open universe: makes them, shows who used them, and withdraws them. */
@customElement('hu-invitations')
export class InvitationList extends LitElement {
  static override styles = [
    base,
    sharingStyles,
    css`
      .open {
        flex-wrap: wrap;
        row-gap: 0;
      }
      .open .soft {
        flex: 1;
        min-width: 0;
        text-wrap: pretty;
      }
      .came {
        flex-basis: 100%;
        margin: 0 0 8px;
        font-size: 13px;
        color: var(--text-soft);
      }
      .came .name {
        color: var(--text);
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @state() invited: SharedRole = 'editor';
  @state() days: number = spans[1].days;
  @state() uses: number = invitationLimits.uses.default;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.collaborators.value]);
  }

  protected override render(): TemplateResult {
    const { made, pending, invitations } = this.store.collaborators.value;
    const chosen = (event: Event) => (event.target as HTMLSelectElement).selectedIndex;
    const { invited: role, days, uses } = this;
    return html`<div class="row invite">
        <span class="soft">New invitation link:</span>
        <select aria-label="Role that the invitation gives" @change=${(event: Event) => (this.invited = givenRoles[chosen(event)])}>
          ${givenRoles.map((choice) => html`<option ?selected=${choice === role}>${say(roleWords[choice])}</option>`)}
        </select>
        <select aria-label="How long the invitation is valid" @change=${(event: Event) => (this.days = spans[chosen(event)].days)}>
          ${spans.map((span) => html`<option ?selected=${span.days === days}>${say(span.words)}</option>`)}
        </select>
        <select aria-label="How many people can use the invitation" @change=${(event: Event) => (this.uses = useChoices[chosen(event)])}>
          ${useChoices.map((choice) => html`<option ?selected=${choice === uses}>${usesWords(choice)}</option>`)}
        </select>
        <button class="outlined" data-test="invite" ?disabled=${pending} @click=${() => this.#want({ kind: 'invite', role, days, uses })}>
          ${icon('link', 16)} Invite
        </button>
      </div>
      ${made ? html`<hu-link-row data-test="invitation" caption=${captionOf(made.invitation)} path=${made.path}></hu-link-row>` : nothing}
      ${invitations.map((invitation) => this.#renderInvitation(invitation))}`;
  }

  #renderInvitation({ id, role, expiresAt, uses, maxUses, usedBy }: Invitation): TemplateResult {
    const words = say('Link: {does}, until {day}, {uses} of {count} used', {
      does: say(roleWords[role]),
      day: dayOf(expiresAt),
      uses,
      count: maxUses,
    });
    return html`<div class="row open" data-test="open-invitation">
      <span class="soft">${words}</span>
      <button
        aria-label=${`${say('Withdraw')}: ${words}`}
        title=${usedBy.length > 0 ? say('People who joined with it keep access.') : nothing}
        @click=${() => this.#want({ kind: 'take-back', invitationId: id })}
      >
        Withdraw
      </button>
      ${
        usedBy.length === 0
          ? nothing
          : html`<p class="came">
              ${say('Joined with it:')} ${usedBy.map((person, index) => [index > 0 ? ', ' : '', profileLink(person)])}
            </p>`
      }
    </div>`;
  }

  #want(act: CollaboratorAct): void {
    want(this, { kind: 'collaborators', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-invitations': InvitationList;
  }
}
