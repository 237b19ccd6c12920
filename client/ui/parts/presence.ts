import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { isParameterKey, parameters } from '../../../shared/parameters/index.ts';
import type { MemberRole } from '../../../shared/room/messages.ts';
import type { MemberView, Store } from '../../store/store.ts';
import { want } from '../intents.ts';
import { base } from '../tokens.ts';
import { watchSignals } from '../watch.ts';
import { OwnTaskElement } from './own-task.ts';
import { styled } from './styled.ts';

const roleWords: Record<MemberRole, string> = { owner: 'made this', editor: 'plays along', viewer: 'watches', spectator: 'watches' };
const mostFaces = 4;

/** Who is here: faces that open a list, where one can also change one's own name. */
@customElement('hu-presence')
export class Presence extends OwnTaskElement {
  static override styles = [
    base,
    css`
      :host {
        position: relative;
        display: block;
        text-shadow: none;
      }
      .faces {
        gap: 0;
        padding: 0 6px 0 12px;
      }
      .face {
        flex: none;
        display: grid;
        place-items: center;
        width: 28px;
        height: 28px;
        margin-left: -6px;
        border: 2px solid #0b0d15;
        border-radius: 50%;
        background: #444a5c;
        color: #0a0d18;
        font-size: 12px;
        font-weight: 700;
      }
      .face.rest {
        color: var(--text);
        font-size: 11px;
      }
      .list {
        position: absolute;
        top: calc(100% + 8px);
        right: 0;
        z-index: 20;
        width: 268px;
        padding: 8px;
        border: 1px solid var(--line-strong);
        border-radius: 14px;
        background: #11131d;
        box-shadow: var(--shadow);
      }
      ul {
        max-height: 40dvh;
        margin: 0;
        padding: 0;
        overflow-y: auto;
        list-style: none;
      }
      li {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 44px;
        padding: 0 8px 0 14px;
      }
      li div {
        min-width: 0;
        line-height: 1.3;
      }
      li span {
        display: block;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .does {
        font-size: 12px;
        color: var(--text-soft);
      }
      form {
        display: flex;
        gap: 6px;
        padding: 8px;
        margin-top: 4px;
        border-top: 1px solid var(--line);
      }
      input {
        flex: 1;
        min-width: 0;
        height: 36px;
        padding: 0 10px;
        border: 1px solid var(--line);
        border-radius: var(--radius-small);
        background: var(--well);
      }
      @media (max-width: 640px) {
        .faces {
          padding: 0 2px 0 8px;
        }
        .list {
          position: fixed;
          top: 60px;
          left: 8px;
          right: 8px;
          width: auto;
        }
        input {
          height: 44px;
        }
      }
    `,
  ];

  @property({ attribute: false }) store!: Store;
  @state() open = false;
  @query('.faces') faces!: HTMLButtonElement | null;

  constructor() {
    super();
    watchSignals(this, () => this.store?.members.value);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('pointerdown', this.#pressedElsewhere);
    this.addEventListener('keydown', this.#escaped);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('pointerdown', this.#pressedElsewhere);
    this.removeEventListener('keydown', this.#escaped);
  }

  protected override render(): TemplateResult | typeof nothing {
    const members = this.store.members.value;
    if (members.length === 0) return nothing;
    const most = innerWidth < 480 ? 2 : mostFaces;
    const shown = members.length > most + 1 ? members.slice(0, most) : members.slice(0, most + 1);
    const words = members.length === 1 ? 'Only you are here' : `${members.length} are here`;
    return html`<button
        class="faces"
        aria-expanded=${this.open}
        aria-label="${words}. Show who"
        title=${words}
        @click=${() => (this.open = !this.open)}
      >
        ${shown.map((member) => this.#renderFace(member))}
        ${members.length > shown.length ? html`<span class="face rest">+${members.length - shown.length}</span>` : nothing}
      </button>
      ${this.open ? this.#renderList(members) : nothing}`;
  }

  #renderFace(member: MemberView): TemplateResult {
    return html`<span class="face" ${styled({ background: member.colour })}>${member.name.charAt(0).toUpperCase()}</span>`;
  }

  #renderList(members: readonly MemberView[]): TemplateResult {
    const me = members.find((member) => member.isMe);
    return html`<div class="list">
      <ul>
        ${members.map(
          (member) =>
            html`<li>
              ${this.#renderFace(member)}
              <div><span>${member.name}${member.isMe ? ' (you)' : ''}</span><span class="does">${doingOf(member)}</span></div>
            </li>`,
        )}
      </ul>
      ${
        me
          ? html`<form @submit=${this.#rename}>
              <input name="name" aria-label="Your name" maxlength="40" required autocomplete="nickname" .defaultValue=${me.name} />
              <button class="outlined">Rename</button>
            </form>`
          : nothing
      }
    </div>`;
  }

  #rename = (event: SubmitEvent) => {
    event.preventDefault();
    const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
    if (name !== '') want(this, { kind: 'rename-me', name });
    this.#close();
  };

  #pressedElsewhere = (event: PointerEvent) => {
    if (this.open && !event.composedPath().includes(this)) this.open = false;
  };

  #escaped = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !this.open) return;
    event.stopPropagation();
    this.#close();
  };

  #close(): void {
    this.open = false;
    this.faces?.focus();
  }
}

function doingOf({ role, editing }: MemberView): string {
  return isParameterKey(editing) ? `moves ${parameters[editing].label.toLowerCase()}` : roleWords[role];
}

declare global {
  interface HTMLElementTagNameMap {
    'hu-presence': Presence;
  }
}
