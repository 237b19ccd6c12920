import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Collaborator } from '../../../shared/api/universes/sharing-schemas.ts';
import type { CollaboratorAct } from '../../store/collaborators.ts';
import type { Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { icon } from '../parts/icon.ts';
import './invitation-list.ts';
import { profileLink } from '../parts/profile-link.ts';
import { styled } from '../parts/styled.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { sharingStyles } from './sharing-styles.ts';
import { givenRoles, roleWords } from './role-words.ts';

/** The collaborators of the open universe, and the ways to add some. */
@customElement('hu-collaborators')
export class CollaboratorsSection extends LitElement {
  static override styles = [base, sharingStyles];

  @property({ attribute: false }) store!: Store;
  /** The collaborator to whom the universe is about to be transferred. */
  @state() heir: Collaborator | null = null;

  constructor() {
    super();
    watchSignals(this, () => [this.store?.collaborators.value, this.store?.universe.value?.role, this.store?.me.value]);
  }

  protected override firstUpdated(): void {
    this.#want({ kind: 'look' });
  }

  protected override render(): TemplateResult | typeof nothing {
    const { access } = this.store.collaborators.value;
    const isOwner = this.store.universe.value?.role === 'owner';
    if (!access || (!isOwner && access.collaborators.length === 0)) return nothing;
    return html`<h3>Collaborators</h3>
      <ul>
        <li>${this.#renderName(access.owner)}<span class="soft">owner</span></li>
        ${access.collaborators.map((person) => this.#renderPerson(person, isOwner))}
      </ul>
      ${this.heir ? this.#renderGift(this.heir) : nothing}
      ${isOwner ? html`<hu-invitations .store=${this.store}></hu-invitations>` : nothing}`;
  }

  #renderName(person: { id: string; displayName: string; colour: string }): TemplateResult {
    return html`<i ${styled({ background: person.colour })}></i>${profileLink(person)}`;
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
      <select aria-label="Role of ${person.displayName}" @change=${(event: Event) => this.#choose(person, event)}>
        ${givenRoles.map((role) => html`<option value=${role} ?selected=${role === person.role}>${say(roleWords[role])}</option>`)}
        <option value="owner">make owner…</option>
      </select>
      <button class="icon" aria-label="Remove ${person.displayName}" @click=${() => this.#want({ kind: 'remove', userId: person.id })}>
        ${icon('x', 16)}
      </button>
    </li>`;
  }

  #choose(person: Collaborator, event: Event): void {
    const select = event.target as HTMLSelectElement;
    const role = givenRoles.find((known) => known === select.value);
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
      <p>${heir.displayName} will own this universe and decide who has access. You stay as an editor.</p>
      <div class="row">
        <button class="primary" @click=${give}>Transfer</button>
        <button class="outlined" @click=${() => (this.heir = null)}>Cancel</button>
      </div>
    </div>`;
  }

  #want(act: CollaboratorAct): void {
    want(this, { kind: 'collaborators', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-collaborators': CollaboratorsSection;
  }
}
