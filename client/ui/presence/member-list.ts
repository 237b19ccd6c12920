import { LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { MemberView, Store } from '../../store/store.ts';
import { html } from '../../words/html.ts';
import { say } from '../../words/words.ts';
import { want } from '../intents.ts';
import { avatarStyles, renderAvatar } from '../top/avatar.ts';
import { icon } from '../parts/icon.ts';
import { laterIcon } from '../parts/more-icons.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { presenceText } from './presence-text.ts';
import { memberListStyles } from './member-list-styles.ts';
import './member-acts.ts';
import './reactions.ts';
import { given } from '../parts/given.ts';

/**
 * The list of members and what they do. A press on a member follows their view. The user's own name is changed here too.
 * @fires hu-done - when the list can be closed
 */
@customElement('hu-member-list')
export class MemberList extends LitElement {
  static override styles = [base, avatarStyles, memberListStyles];

  @property({ attribute: false }) store!: Store;

  /** Id of the member whose actions are shown. */
  @state() opened = '';

  constructor() {
    super();
    watchSignals(this, () => [
      this.store?.members.value,
      this.store?.following.value,
      this.store?.effectiveDocument.value,
      this.store?.chat.value.unread,
      this.store?.presenter.value,
      this.store?.me.value,
    ]);
  }

  protected override render(): TemplateResult {
    const members = this.store.members.value;
    const me = members.find((member) => member.isMe);
    return html`<ul>
        ${repeat(
          members,
          ({ id }) => id,
          (member) => html`<li>${this.#renderMember(member)} ${this.#renderLower(member, me)} ${this.#renderMore(member, me)}</li>`,
        )}
      </ul>
      ${me ? this.#renderFoot(me) : nothing}
      ${
        me && this.store.me.value
          ? html`<form @submit=${this.#rename}>
              <input
                dir="auto"
                name="name"
                aria-label="Your name"
                maxlength="40"
                required
                autocomplete="nickname"
                .defaultValue=${me.name}
              />
              <button class="outlined">Rename</button>
            </form>`
          : nothing
      }`;
  }

  #renderMember(member: MemberView): TemplateResult {
    const { id, name, isMe, role } = member;
    const isFollowed = this.store.following.value === id;
    const canFollow = !isMe && role !== 'spectator';
    return html`<button
      class="who"
      data-member=${id}
      title=${canFollow ? (isFollowed ? say('Stop following') : say('Follow {name}', { name })) : ''}
      aria-pressed=${canFollow ? isFollowed : nothing}
      ?disabled=${!canFollow}
      @click=${() => this.#follow(isFollowed ? '' : id)}
    >
      ${renderAvatar(member)}
      <span class="words"
        ><span>${isMe ? say('{name} (you)', { name }) : given(name)}</span
        ><span class="does">${presenceText(member, this.store.effectiveDocument.value, this.store.presenter.value === id)}</span></span
      >
    </button>`;
  }

  /** Renders the button by which the owner lowers a raised hand. */
  #renderLower({ id, name, raised, isMe }: MemberView, me: MemberView | undefined): TemplateResult | typeof nothing {
    if (raised === 0 || isMe || me?.role !== 'owner') return nothing;
    const words = say('Lower the hand of {name}', { name });
    return html`<button
      class="icon"
      title=${words}
      aria-label=${words}
      @click=${() => want(this, { kind: 'presence', act: { kind: 'hand', memberId: id, isRaised: false } })}
    >
      ${laterIcon('hand', 16)}
    </button>`;
  }

  /** Renders the actions of the owner for a member, and of an editor for a spectator. */
  #renderMore(member: MemberView, me: MemberView | undefined): TemplateResult | typeof nothing {
    const { id, name, role, isMe } = member;
    const mayPromote = me?.role === 'editor' && role === 'spectator';
    if (!me || isMe || role === 'owner' || (me.role !== 'owner' && !mayPromote)) return nothing;
    const isOpen = this.opened === id;
    return html`<button
        class="icon"
        data-more=${id}
        title="More about ${name}"
        aria-label="More about ${name}"
        aria-expanded=${isOpen}
        @click=${() => (this.opened = isOpen ? '' : id)}
      >
        ${laterIcon('more')}
      </button>
      ${isOpen ? html`<hu-member-acts class="acts" .member=${member} ?promoting=${mayPromote} ?presenting=${this.store.presenter.value === id}></hu-member-acts>` : nothing}`;
  }

  #renderFoot(me: MemberView): TemplateResult {
    const isRaised = me.raised > 0;
    const { unread } = this.store.chat.value;
    const presents = this.store.presenter.value === me.id;
    return html`<hu-reactions></hu-reactions>
      <div class="foot">
        <button
          class="outlined"
          data-test="hand"
          title=${say(isRaised ? 'Lower your hand (W)' : 'Raise your hand (W)')}
          aria-pressed=${isRaised}
          @click=${() => want(this, { kind: 'presence', act: { kind: 'hand', memberId: '', isRaised: !isRaised } })}
        >
          ${laterIcon('hand', 16)} ${say(isRaised ? 'Lower hand' : 'Raise hand')}
        </button>
        <button class="outlined" data-test="chat" title="Chat (Q)" @click=${this.#chat}>
          ${icon('message', 16)} Chat ${unread > 0 ? html`<b class="number">${unread}</b>` : nothing}
        </button>
      </div>
      ${
        me.role === 'owner' || presents
          ? html`<div class="foot">
              <button
                class="outlined"
                data-test="present"
                title="Viewers see what you see, until they move their own camera"
                aria-pressed=${presents}
                @click=${() => want(this, { kind: 'presence', act: { kind: 'present', memberId: presents ? '' : me.id } })}
              >
                ${icon('screen-share', 16)} ${say(presents ? 'Stop presenting' : 'Present to viewers')}
              </button>
            </div>`
          : nothing
      }`;
  }

  readonly #chat = () => {
    want(this, { kind: 'panel', panel: 'chat' });
    this.#done();
  };

  #follow(memberId: string): void {
    want(this, { kind: 'presence', act: { kind: 'follow', memberId } });
    if (memberId !== '') this.#done();
  }

  readonly #rename = (event: SubmitEvent) => {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
    if (name !== '') want(this, { kind: 'rename-me', name });
    this.#done();
  };

  #done(): void {
    this.dispatchEvent(new Event('hu-done'));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-member-list': MemberList;
  }
}
