import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Collaborator, Invitation } from '../../../shared/api/sharing-schemas.ts';
import type { SharedRole } from '../../../shared/api/universe.ts';
import type { PeopleAct } from '../../store/people.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { locale } from '../../words/languages.ts';
import type { Sentence } from '../../words/sentences.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import '../parts/link-row.ts';
import { personLink } from '../parts/person-link.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { peopleStyles } from './people-styles.ts';

/** What a role lets one do, said of somebody. */
const roleWords: Record<SharedRole, Sentence> = { editor: 'plays along', viewer: 'watches' };
const roles = Object.keys(roleWords) as SharedRole[];
const spans = [
  { days: 1, words: 'for a day' },
  { days: 7, words: 'for a week' },
  { days: 30, words: 'for a month' },
] as const satisfies readonly { days: number; words: Sentence }[];

const dayOf = (date: string) => new Date(date).toLocaleDateString(locale(), { day: 'numeric', month: 'long' });

const captionOf = ({ role, expiresAt }: Invitation) =>
  say('Until {day} whoever opens this link {does}, also where nobody else may come in. Copy it now: it is not shown again.', {
    day: dayOf(expiresAt),
    does: say(roleWords[role]),
  });

/** Who has a role of their own in the open universe, and how others come to one. */
@customElement('hu-people')
export class PeopleSection extends LitElement {
  static override styles = [base, peopleStyles];

  @property({ attribute: false }) store!: Store;
  /** To whom the universe is about to be given. */
  @state() heir: Collaborator | null = null;
  @state() invited: SharedRole = 'editor';
  @state() days: number = spans[1].days;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.people.value, this.store?.universe.value?.role, this.store?.me.value]);
  }

  protected override firstUpdated(): void {
    this.#want({ kind: 'look' });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { people, invitations } = this.store.people.value;
    const isOwner = this.store.universe.value?.role === 'owner';
    if (!people || (!isOwner && people.collaborators.length === 0)) return nothing;
    return html`<h3>People</h3>
      <ul>
        <li>${this.#renderName(people.owner)}<span class="soft">owns it</span></li>
        ${people.collaborators.map((person) => this.#renderPerson(person, isOwner))}
      </ul>
      ${this.heir ? this.#renderGift(this.heir) : nothing}
      ${isOwner ? html`${this.#renderInvite()} ${invitations.map((invitation) => this.#renderInvitation(invitation))}` : nothing}`;
  }

  #renderName(person: { id: string; displayName: string; colour: string }): TemplateResult {
    return html`<i ${styled({ background: person.colour })}></i>${personLink(person)}`;
  }

  #renderPerson(person: Collaborator, isOwner: boolean): TemplateResult {
    const isMe = person.id === this.store.me.value?.id;
    if (!isOwner) {
      return html`<li>
        ${this.#renderName(person)}<span class="soft">${say(roleWords[person.role])}</span>
        ${isMe ? html`<button class="outlined" @click=${() => this.#want({ kind: 'leave' })}>Leave</button>` : nothing}
      </li>`;
    }
    return html`<li>
      ${this.#renderName(person)}
      <select aria-label="What ${person.displayName} may do" @change=${(event: Event) => this.#choose(person, event)}>
        ${roles.map((role) => html`<option value=${role} ?selected=${role === person.role}>${say(roleWords[role])}</option>`)}
        <option value="owner">owns it…</option>
      </select>
      <button class="icon" aria-label="Remove ${person.displayName}" @click=${() => this.#want({ kind: 'remove', userId: person.id })}>
        ${icon('x', 16)}
      </button>
    </li>`;
  }

  #choose(person: Collaborator, event: Event): void {
    const select = event.target as HTMLSelectElement;
    const role = roles.find((known) => known === select.value);
    if (role) this.#want({ kind: 'role', userId: person.id, role });
    else {
      select.value = person.role;
      this.heir = person;
    }
  }

  #renderGift(heir: Collaborator): TemplateResult {
    const give = () => {
      this.heir = null;
      this.#want({ kind: 'give', userId: heir.id });
    };
    return html`<div class="gift" role="alert">
      <p>${heir.displayName} will own this universe and decide who comes in. You stay, and play along.</p>
      <div class="row">
        <button class="primary" @click=${give}>Give it away</button>
        <button class="outlined" @click=${() => (this.heir = null)}>Keep it</button>
      </div>
    </div>`;
  }

  #renderInvite(): TemplateResult {
    const { made, pending } = this.store.people.value;
    return html`<div class="row invite">
        <span class="soft">Invite by a link: whoever opens it</span>
        <select
          aria-label="What the invited may do"
          @change=${(event: Event) => (this.invited = roles[(event.target as HTMLSelectElement).selectedIndex])}
        >
          ${roles.map((role) => html`<option ?selected=${role === this.invited}>${say(roleWords[role])}</option>`)}
        </select>
        <select
          aria-label="How long the invitation holds"
          @change=${(event: Event) => (this.days = spans[(event.target as HTMLSelectElement).selectedIndex].days)}
        >
          ${spans.map(({ days, words }) => html`<option ?selected=${days === this.days}>${say(words)}</option>`)}
        </select>
        <button
          class="outlined"
          data-test="invite"
          ?disabled=${pending}
          @click=${() => this.#want({ kind: 'invite', role: this.invited, days: this.days })}
        >
          ${icon('link', 16)} Invite
        </button>
      </div>
      ${made ? html`<hu-link-row data-test="invitation" caption=${captionOf(made.invitation)} path=${made.path}></hu-link-row>` : nothing}`;
  }

  #renderInvitation({ id, role, expiresAt }: Invitation): TemplateResult {
    // What is in the bin is taken back by another word in German: the empty place tells them apart.
    const takeBack = say('Take back');
    const words = say('Invitation: {does}, until {day}', { does: say(roleWords[role]), day: dayOf(expiresAt) });
    return html`<div class="row open">
      <span class="soft">${words}</span>
      <button aria-label="Take back: ${words}" @click=${() => this.#want({ kind: 'take-back', invitationId: id })}>${takeBack}</button>
    </div>`;
  }

  #want(act: PeopleAct): void {
    want(this, { kind: 'people', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-people': PeopleSection;
  }
}
