import { css, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SharedRole } from '../../../shared/api/universes/universe.ts';
import type { MemberView } from '../../store/store.ts';
import type { PresenceAct } from '../../store/presence.ts';
import { html } from '../../words/html.ts';
import { say, saySense } from '../../words/words.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { onScreens } from '../screens.ts';

const sureMs = 3500;

/** The moderation of a member: role, presenting, mute and kick. */
@customElement('hu-member-acts')
export class MemberActs extends LitElement {
  static override styles = [
    base,
    css`
      button,
      select {
        min-height: 36px;
        padding: 0 10px;
        border: 1px solid var(--line-strong);
        border-radius: var(--radius-small);
        background: var(--box);
        font-size: 13px;
      }
      .sure {
        border-color: currentColor;
        color: var(--danger);
      }
      .soft {
        flex-basis: 100%;
        font-size: 12px;
        color: var(--text-soft);
      }
      @media ${onScreens('phone', 'low')} {
        button,
        select {
          min-height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) member!: MemberView;
  /** True if the user may let the member take part, and nothing else. */
  @property({ type: Boolean }) promoting = false;
  /** True while the member presents. */
  @property({ type: Boolean }) presenting = false;
  @state() isSure = false;
  #sureTimer: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#sureTimer);
  }

  protected override render(): TemplateResult {
    const { id, name, role, muted } = this.member;
    if (this.promoting) return html`${this.#renderPromote(id)}`;
    return html`${role === 'spectator' ? this.#renderPromote(id) : this.#renderRole(id, name, role)}
      ${
        role === 'spectator'
          ? nothing
          : html`<button
              aria-pressed=${this.presenting}
              @click=${() => this.#want({ kind: 'present', memberId: this.presenting ? '' : id })}
            >
              ${say(this.presenting ? 'Stop presenting' : 'Make presenter')}
            </button>`
      }
      <button aria-pressed=${muted} @click=${() => this.#want({ kind: 'mute', memberId: id, isMuted: !muted })}>
        ${muted ? saySense('Unmute (a person)') : say('Mute')}
      </button>
      <button class=${this.isSure ? 'sure' : ''} @click=${() => this.#seeOff(id)}>
        ${say(this.isSure ? 'Really remove?' : 'Remove from room')}
      </button>
      ${role === 'spectator' ? nothing : html`<span class="soft">Applies while the room is open. Set a permanent role in Share.</span>`}`;
  }

  #renderPromote(memberId: string): TemplateResult {
    return html`<button @click=${() => this.#want({ kind: 'role', memberId, role: 'editor' })}>Allow editing</button>`;
  }

  #renderRole(memberId: string, name: string, role: MemberView['role']): TemplateResult {
    const choose = (event: Event) => this.#want({ kind: 'role', memberId, role: (event.target as HTMLSelectElement).value as SharedRole });
    return html`<select aria-label="Role of ${name}" @change=${choose}>
      <option value="editor" ?selected=${role === 'editor'}>Can edit</option>
      <option value="viewer" ?selected=${role === 'viewer'}>Can watch</option>
    </select>`;
  }

  /** Kicks a member at the second press; the first one asks. */
  #seeOff(memberId: string): void {
    clearTimeout(this.#sureTimer);
    if (this.isSure) this.#want({ kind: 'kick', memberId });
    else this.#sureTimer = setTimeout(() => (this.isSure = false), sureMs);
    this.isSure = !this.isSure;
  }

  #want(act: PresenceAct): void {
    want(this, { kind: 'presence', act });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-member-acts': MemberActs;
  }
}
